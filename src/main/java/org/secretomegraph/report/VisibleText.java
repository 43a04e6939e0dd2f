package org.secretomegraph.report;

/**
 * Text as people can see it. Characters that would act on a terminal, break a line, turn the direction of writing or
 * look
 * like another one are written as JSON writes them ({@code \n}, {@code \u202E}); what is very long is cut.
 */
public final class VisibleText {
    private static final int AT_MOST = 500;
    private static final String CUT = "...";

    private VisibleText() {}

    /** For reading: nothing in it can hide. */
    public static String text(String text) {
        return text(text, AT_MOST);
    }

    /** @param atMost so many characters are shown */
    public static String text(String text, int atMost) {
        boolean isCut = text.codePointCount(0, text.length()) > atMost;
        String shown = isCut ? text.substring(0, text.offsetByCodePoints(0, atMost)) : text;
        return escaped(shown, false) + (isCut ? CUT : "");
    }

    /** For programs that read line by line: as it is, but in one line and without tabs. */
    static String line(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean linesOnly) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (linesOnly ? !endsLine(c) : !hides(c)) {
                out.appendCodePoint(c);
            } else {
                switch (c) {
                    case '\t' -> out.append("\\t");
                    case '\n' -> out.append("\\n");
                    case '\r' -> out.append("\\r");
                    default -> out.append(c > 0xFFFF ? "\\u{%X}".formatted(c) : "\\u%04X".formatted(c));
                }
            }
        });
        return out.toString();
    }

    /** Controls, separators and what no encoding can write. */
    private static boolean endsLine(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** The joiners are format characters too, but words of Persian and of Indian languages need them. */
    private static boolean hides(int c) {
        boolean isNoCharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return endsLine(c) || isNoCharacter || switch (Character.getType(c)) {
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            case Character.SPACE_SEPARATOR -> c != ' ';
            case Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
