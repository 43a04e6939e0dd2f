package org.secretomegraph.vocab;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.secretomegraph.vocab.NameToken.Kind;

/**
 * Names that differ in spelling only become one: case, accents, punctuation, spaces, Greek letters, British and
 * American spelling, plural. IL-6, IL6 and il 6 are one; so are TGF-β1, TGFb1, TGFB1 and TGF beta 1.
 */
public final class NameNormalizer {
    private static final int SHORTEST_PLURAL = 4;
    /** Signs below this need no folding but of case. */
    private static final int ASCII = 0x80;
    /** Applied to names and to what is asked for alike, so that a word which folds too far still finds itself. */
    private static final List<Map.Entry<String, String>> AMERICAN = List.of(Map.entry("ae", "e"), Map.entry("oe", "e"),
            Map.entry("isation", "ization"), Map.entry("ising", "izing"), Map.entry("ised", "ized"),
            Map.entry("yse", "yze"),
            Map.entry("leuk", "leuc"), Map.entry("tumour", "tumor"), Map.entry("fibre", "fiber"),
            Map.entry("sulph", "sulf"),
            Map.entry("behaviour", "behavior"), Map.entry("colour", "color"), Map.entry("centre", "center"),
            Map.entry("litre", "liter"), Map.entry("ysing", "yzing"), Map.entry("ageing", "aging"),
            Map.entry("grey", "gray"), Map.entry("labelling", "labeling"), Map.entry("modelling", "modeling"));
    private static final Pattern SIBILANT_PLURAL = Pattern.compile(".*(ch|sh|x|ss)es");

    private NameNormalizer() {}

    /** What a name is made of, in order. */
    public static List<NameToken> tokens(String written) {
        List<NameToken> tokens = new ArrayList<>();
        int length = written.length();
        for (int i = 0; i < length;) {
            int letter = written.codePointAt(i);
            int end = i + Character.charCount(letter);
            Optional<String> greek = greek(written, i, end);
            if (greek.isPresent()) {
                tokens.add(new NameToken(greek.get(), Kind.GREEK, i, end));
            } else if (Character.isLetterOrDigit(letter)) {
                boolean digits = Character.isDigit(letter);
                while (end < length && continues(written, end, digits)) {
                    end += Character.charCount(written.codePointAt(end));
                }
                add(bare(written, i, end), digits, i, end, tokens);
            }
            i = end;
        }
        return tokens;
    }

    private static boolean continues(String written, int at, boolean digits) {
        int letter = written.codePointAt(at);
        if (Character.getType(letter) == Character.NON_SPACING_MARK) {
            return true;
        }
        return Character.isLetterOrDigit(letter) && Character.isDigit(letter) == digits
                && greek(written, at, at + Character.charCount(letter)).isEmpty();
    }

    private static Optional<String> greek(String written, int from, int to) {
        return written.charAt(from) < ASCII ? Optional.empty()
                : GreekLetters.name(bare(written, from, to).codePointAt(0));
    }

    private static void add(String bare, boolean digits, int start, int end, List<NameToken> tokens) {
        Optional<Matcher> glued = digits ? Optional.empty() : GreekLetters.glued(bare);
        if (glued.isPresent() && bare.length() == end - start) {
            for (int part = 1; part <= 3; part++) {
                String text = glued.get().group(part);
                if (!text.isEmpty()) {
                    tokens.add(
                            new NameToken(text, part == 2 ? Kind.GREEK : Kind.LETTERS, start + glued.get().start(part),
                                    start + glued.get().end(part)));
                }
            }
        } else if (!bare.isBlank()) {
            tokens.add(new NameToken(bare, digits ? Kind.DIGITS : GreekLetters.isName(bare) ? Kind.GREEK : Kind.LETTERS,
                    start, end));
        }
    }

    /** A part of it in lower case, without accents; a space where nothing is left. */
    private static String bare(String written, int from, int to) {
        if (IntStream.range(from, to).allMatch(i -> written.charAt(i) < ASCII)) {
            return written.substring(from, to).toLowerCase(Locale.ROOT);
        }
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(written.substring(from, to), Normalizer.Form.NFKD).codePoints().map(Character::toLowerCase)
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).forEach(bare::appendCodePoint);
        return bare.isEmpty() ? " " : bare.toString();
    }

    /** A word without what British spelling and the plural change in it. */
    static String folded(String word) {
        String folded = word;
        for (Map.Entry<String, String> spelling : AMERICAN) {
            folded = folded.replace(spelling.getKey(), spelling.getValue());
        }
        return singular(folded);
    }

    private static String singular(String word) {
        if (word.length() < SHORTEST_PLURAL || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")
                || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.substring(0, word.length() - (SIBILANT_PLURAL.matcher(word).matches() ? 2 : 1));
    }

    /** How many atoms from one on make one name with it: IL 1 beta are three. */
    public static int nameLength(List<NameToken> tokens, int from) {
        int length = 1;
        while (tokens.get(from).kind() != Kind.DIGITS && from + length < tokens.size()
                && tokens.get(from + length).isTail()) {
            length++;
        }
        return length;
    }

    /** Some atoms as one word. */
    public static String glued(List<NameToken> tokens, int from, int count) {
        if (count == 1) {
            return folded(tokens.get(from).text());
        }
        StringBuilder word = new StringBuilder();
        for (int i = from; i < from + count; i++) {
            word.append(i == from ? folded(tokens.get(i).glued()) : tokens.get(i).glued());
        }
        return word.toString();
    }

    /**
     * The whole name as one word: two names with the same key are one name. Empty for a name without letters and
     * digits.
     */
    public static String key(String name) {
        return String.join("", words(name));
    }

    /** The words that are looked for when this is asked, each with what belongs to it. */
    public static List<String> words(String asked) {
        List<NameToken> tokens = tokens(asked);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size();) {
            int count = nameLength(tokens, i);
            words.add(glued(tokens, i, count));
            i += count;
        }
        return words;
    }
}
