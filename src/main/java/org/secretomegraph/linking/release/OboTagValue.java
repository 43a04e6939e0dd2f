package org.secretomegraph.linking.release;

import java.util.regex.Pattern;

/**
 * What stands after a tag: text or a quoted string, then qualifiers in braces and a comment after an exclamation mark
 * (sections 2.2 to 2.4 of the OBO 1.4 syntax). A backslash escapes the next character.
 */
final class OboTagValue {
    private static final Pattern AFTER_QUOTED =
            Pattern.compile("(\\s+[\\w.:-]+){0,2}\\s*([\\[{,!}].*)?$", Pattern.DOTALL);

    private final String raw;
    private final int comment;
    private final int end;
    private final int qualifiersFrom;

    OboTagValue(String afterTag) {
        this.raw = afterTag.strip();
        int exclamation = raw.length();
        int brace = -1;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean beginsWord = i == 0 || Character.isWhitespace(raw.charAt(i - 1));
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                int close = closingQuote(i);
                i = close < 0 ? raw.length() : close;
            } else if (c == '!' && beginsWord) {
                exclamation = i;
                break;
            } else if (c == '{' && beginsWord) {
                brace = i;
            }
        }
        this.comment = exclamation;
        boolean block = brace >= 0 && raw.substring(brace, comment).strip().endsWith("}");
        this.end = block ? brace : comment;
        this.qualifiersFrom = block ? brace : comment;
    }

    /** The value without qualifiers and comment. */
    String text() {
        return unescaped(raw.substring(0, end).strip());
    }

    String qualifiers() {
        return raw.substring(qualifiersFrom);
    }

    /** The word with this number, counted from 0; empty when there are fewer. */
    String word(int number) {
        String[] words = raw.substring(0, end).strip().split("\\s+");
        return number < words.length ? unescaped(words[number]) : "";
    }

    /** What follows the first word: a quoted string without its quotes, else the next word. */
    String afterWord() {
        String rest = raw.substring(0, end).strip().replaceFirst("^\\S+\\s*", "");
        return rest.startsWith("\"") ? new OboTagValue(rest).quoted() : rest.replaceFirst("\\s.*$", "");
    }

    /** The quoted string at the beginning, without its quotes. */
    String quoted() {
        int close = closingQuote(0);
        return close < 0 ? text() : unescaped(raw.substring(1, close));
    }

    /** The word after a quoted string: the scope of a synonym, or its type where no scope is stated. */
    String afterQuoted() {
        int open = raw.indexOf('"');
        OboTagValue quoted = new OboTagValue(open < 0 ? "" : raw.substring(open));
        int close = quoted.closingQuote(0);
        return close < 0 ? "" : quoted.raw.substring(close + 1).strip().split("[\\s\\[]", 2)[0];
    }

    /**
     * Whether a line goes on in the next one: it ends in a backslash that is neither escaped itself nor in a comment.
     */
    static boolean isContinued(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        OboTagValue value = new OboTagValue(line);
        return (line.length() - end) % 2 == 1 && !line.startsWith("!") && value.comment == value.raw.length();
    }

    /**
     * Where the string that is quoted from here on ends; -1 when no quote is there, or none closes it. Quotes within it
     * should be escaped. Where one is not (3,3',3"-phosphanetriyltripropanoic acid), the string ends at the first quote
     * that something may follow: the end, scope and type of a synonym with its list of cross references, a datatype.
     */
    private int closingQuote(int open) {
        if (open >= raw.length() || raw.charAt(open) != '"') {
            return -1;
        }
        int first = -1;
        for (int i = open + 1; i < raw.length(); i++) {
            if (raw.charAt(i) == '\\') {
                i++;
            } else if (raw.charAt(i) == '"') {
                first = first < 0 ? i : first;
                if (AFTER_QUOTED.matcher(raw).region(i + 1, raw.length()).lookingAt()) {
                    return i;
                }
            }
        }
        return first;
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 'n' ? '\n' : next == 't' ? '\t' : next == 'W' ? ' ' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
