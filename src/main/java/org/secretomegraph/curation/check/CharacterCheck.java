package org.secretomegraph.curation.check;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.RawCell;
import org.secretomegraph.table.SheetRule;

/** Characters that should not stand in a cell: of another encoding, invisible, or curved quotation marks. */
final class CharacterCheck implements CellCheck {
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\u00A0\\u00AD\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u2064\\u3000\\uFEFF\\uFFFD\\uE000-\\uF8FF\\p{Cntrl}&&[^\\n\\r]]");
    private static final Pattern SPACE = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000\\p{Cntrl}]+");
    /** What Windows-1252 has for the bytes 80 to BF. */
    private static final String HIGH =
            "[\\u0080-\\u00BF\\u20AC\\u201A\\u0192\\u201E\\u2026\\u2020\\u2021\\u02C6\\u2030\\u0160"
                    + "\\u2039\\u0152\\u017D\\u2018\\u2019\\u201C\\u201D\\u2022\\u2013\\u2014\\u02DC\\u2122\\u0161\\u203A\\u0153\\u017E\\u0178]";
    /** What UTF-8 looks like that was read as Windows-1252 and saved again: a Greek letter as two characters. */
    private static final Pattern TWICE_DECODED = Pattern.compile("[\\u00C2-\\u00CF]" + HIGH + "|\\u00E2" + HIGH + HIGH);
    private static final CellError TWICE =
            CellError.of(SheetRule.ENCODING, "the text was UTF-8 once, was read as another encoding, and"
                    + " saved so", "Open the sheet as UTF-8 and type the character again.");
    /**
     * A question mark within a word, or behind a hyphen, stands where a character was lost; addresses have their own.
     */
    private static final Pattern LOST = Pattern.compile("(?<!\\S)(?!\\S*(?://|=))\\S*"
            + "(?:\\?[\\p{L}\\p{N}]|\\p{L}-\\?)\\S*");
    /** fi and its like as one character, copied from a printed page: searches for the word miss it. */
    private static final Pattern LIGATURE = Pattern.compile("[\\uFB00-\\uFB06]");
    private static final Pattern CURVED = Pattern.compile("[\\u2018\\u2019\\u201A-\\u201E]");

    @Override
    public Optional<CellError> of(ClaimRow row, ClaimColumn column) {
        String text = row.text(column);
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F && "&<?".indexOf(c) < 0)) {
            return Optional.empty();
        }
        return encoding(text).or(() -> unseen(text, column)).or(() -> HtmlResidueCheck.of(text))
                .or(() -> lost(text, column))
                .or(() -> ligature(text)).or(() -> curved(text, column));
    }

    private static Optional<CellError> encoding(String text) {
        if (RawCell.hasUndecoded(text)) {
            return Optional.of(CellError.of(SheetRule.ENCODING, "bytes in the cell are not UTF-8",
                    "Save the sheet as UTF-8 and type the character again.").withSuggestion(RawCell.asWindows(text)));
        }
        String meant = TWICE_DECODED.matcher(text).replaceAll(m -> Matcher.quoteReplacement(
                new String(m.group().getBytes(Charset.forName("windows-1252")), StandardCharsets.UTF_8)));
        return meant.equals(text) ? Optional.empty() : Optional.of(meant.indexOf('\uFFFD') < 0
                ? TWICE.withSuggestion(meant) : TWICE);
    }

    private static Optional<CellError> unseen(String text, ClaimColumn column) {
        Matcher found = UNSEEN.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        int c = found.group().charAt(0);
        String before = text.substring(Math.max(0, found.start() - 12), found.start());
        String where = before.isEmpty() ? "at the beginning of the cell" : "after '" + before + "'";
        String name = c == 0xA0 ? "a non-breaking space" : c == 0xFFFD ? "a character that was lost"
                : c >= 0xE000 && c <= 0xF8FF ? "a character of a symbol font"
                        : c < 0x20 || c >= 0x7F && c < 0xA0 ? "a control character" : "an invisible character";
        boolean isLost = c == 0xFFFD || c >= 0xE000 && c <= 0xF8FF;
        CellError error = CellError.of(SheetRule.CHARACTER, "%s (U+%04X) is %s".formatted(name, c, where), isLost
                ? "Type the character again that other programs cannot read." : "Delete it, or type a plain space.");
        String clean = cleaned(text, column);
        return Optional.of(isLost || clean.isEmpty() ? error : error.withSuggestion(clean));
    }

    private static String cleaned(String text, ClaimColumn column) {
        String space = column.isNumber() ? "" : " ";
        String plain = UNSEEN.matcher(SPACE.matcher(text).replaceAll(space)).replaceAll("").strip();
        return column.holdsTerms() ? plain.replaceAll("\\s*:\\s*", ":") : plain;
    }

    private static Optional<CellError> lost(String text, ClaimColumn column) {
        boolean isText = column == ClaimColumn.TITLE || column.content() == ClaimColumn.Content.TEXT
                && column != ClaimColumn.SEEN_AT;
        Matcher found = LOST.matcher(text);
        return isText && found.find()
                ? Optional.of(CellError.of(SheetRule.ENCODING, "a question mark is in '" + found.group()
                        + "' where another encoding lost a character", "Type the character again."))
                : Optional.empty();
    }

    private static Optional<CellError> ligature(String text) {
        String meant = LIGATURE.matcher(text).replaceAll(m -> Normalizer.normalize(m.group(), Normalizer.Form.NFKC));
        return meant.equals(text) ? Optional.empty() : Optional.of(CellError.of(SheetRule.TYPOGRAPHY,
                "the cell holds letters that a printer joined to one character", "Type them one by one.")
                .withSuggestion(meant).asWarning());
    }

    /** Titles are as published; in identifiers and labels another rule tells it. */
    private static Optional<CellError> curved(String text, ClaimColumn column) {
        if (column.content() != ClaimColumn.Content.TEXT || !CURVED.matcher(text).find()) {
            return Optional.empty();
        }
        String straight = text.replaceAll("[\\u2018\\u2019\\u201A\\u201B]", "'").replaceAll("[\\u201C-\\u201E]", "\"");
        return Optional.of(CellError.of(SheetRule.TYPOGRAPHY, "the cell holds a curved quotation mark",
                "Type the straight mark.").withSuggestion(straight).asWarning());
    }
}
