package org.secretomegraph.table;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * A cell as it stands in the file.
 *
 * @param text    the value: quotation marks around it taken off, space at its ends dropped
 * @param quoting what is wrong with the quotation marks around it, if anything
 */
public record RawCell(String text, Optional<CellError> quoting) {
    private static final String WINDOWS = "windows-1252";

    /** A cell between two tabs. */
    public static RawCell of(String written) {
        String raw = trimmed(written);
        if (!raw.startsWith("\"")) {
            return new RawCell(raw, lineBreak(raw));
        }
        if (!isQuoted(raw)) {
            String bare = raw.substring(1);
            return new RawCell(raw,
                    Optional.of(CellError.of(SheetRule.QUOTE, "a quotation mark begins the cell and does not"
                            + " end it", "Drop the mark, or put one at the end too and double those in between.")
                            .withSuggestion(bare.contains("\"") ? "\"" + raw.replace("\"", "\"\"") + "\"" : bare)));
        }
        String value = trimmed(raw.substring(1, raw.length() - 1).replace("\"\"", "\""));
        return new RawCell(value, lineBreak(value));
    }

    private static Optional<CellError> lineBreak(String value) {
        return value.indexOf('\n') < 0 && value.indexOf('\r') < 0 ? Optional.empty() : Optional.of(CellError.of(
                SheetRule.LINE_BREAK, "the cell holds a line break", "Write the cell in one line.")
                .withSuggestion(value.replaceAll("\\s+", " ").strip()));
    }

    /** A cell of a table that knows no quotation marks. */
    static RawCell plain(String written) {
        return new RawCell(trimmed(written), Optional.empty());
    }

    private static boolean isQuoted(String raw) {
        return raw.length() > 1 && raw.endsWith("\"")
                && raw.substring(1, raw.length() - 1).replace("\"\"", "").indexOf('"') < 0;
    }

    /** Space at the ends is dropped, but no other character that looks like space: it would hide there. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether there are bytes in the text that were not UTF-8. */
    public static boolean hasUndecoded(String text) {
        return text.codePoints().anyMatch(c -> c >= 0xDC80 && c <= 0xDCFF);
    }

    /** The text with the undecoded bytes read as Windows' western encoding, which Excel saves. */
    public static String asWindows(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c >= 0xDC80 && c <= 0xDCFF) {
                out.append(new String(new byte[] {(byte) c}, Charset.forName(WINDOWS)));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** The text as it can be printed: undecoded bytes become the replacement character. */
    public static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return out.toString();
    }
}
