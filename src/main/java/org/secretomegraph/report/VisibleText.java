package org.secretomegraph.report;

/**
 * Makes text visible. Characters that would control a terminal, break a line, change the direction of writing or look
 * like another character are escaped as in JSON ({@code \n}, {@code \u202E}); very long text is cut.
 */
public final class VisibleText {
    private static final int MAX_LENGTH = 500;
    private static final String ELLIPSIS = "...";

    private VisibleText() {}

    /** For people: no character is hidden. */
    public static String text(String text) {
        return text(text, MAX_LENGTH);
    }

    /** @param maxLength the number of characters after which the text is cut */
    public static String text(String text, int maxLength) {
        boolean isTooLong = text.codePointCount(0, text.length()) > maxLength;
        String shown = isTooLong ? text.substring(0, text.offsetByCodePoints(0, maxLength)) : text;
        return escaped(shown, false) + (isTooLong ? ELLIPSIS : "");
    }

    /** For programs that read lines: only line breaks, tabs and other control characters are escaped. */
    static String line(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean linesOnly) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (linesOnly ? !isControl(c) : !isHidden(c)) {
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

    /** Control characters, line separators and unpaired surrogates. */
    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /**
     * Characters without a glyph of their own. The joiners are format characters too, but Persian and Indian languages
     * need them.
     */
    private static boolean isHidden(int c) {
        boolean isNonCharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return isControl(c) || isNonCharacter || switch (Character.getType(c)) {
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            case Character.SPACE_SEPARATOR -> c != ' ';
            case Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
