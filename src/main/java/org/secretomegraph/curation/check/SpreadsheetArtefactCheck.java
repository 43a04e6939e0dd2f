package org.secretomegraph.curation.check;

import java.util.Optional;
import java.util.regex.Pattern;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.read.SpreadsheetDates;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/** What spreadsheets do to a cell by themselves: dates, numbers, failed formulas, marks for text. */
final class SpreadsheetArtefactCheck implements CellCheck {
    private static final Pattern ERROR = Pattern.compile("#(REF!|NAME\\?|N/A|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!)"
            + "|^#{3,}$|^Err:\\d{3}$");
    /** A cell that begins so is one that a spreadsheet would calculate. */
    private static final Pattern FORMULA = Pattern.compile("^(=.|[+@-][A-Z]+\\().*");
    private static final Pattern TRUTH = Pattern.compile("TRUE|FALSE|WAHR|FALSCH|VRAI|FAUX|VERDADERO|FALSO");
    private static final Pattern NOTHING =
            Pattern.compile("(?i)n\\.?/?[adrs]\\.?|none|null|nil|nan|unknown|not (stated|reported"
                    + "|applicable|available|known|given|specified|mentioned|described|determined)|no data|unspecified|missing|blank|tbd"
                    + "|to ?do|empty|ditto|idem|(the )?same|(same )?as above|see above|-+|\\?+|x+|\\.+|[\u2013\u2014\u2026]+");
    private static final Pattern SCIENTIFIC = Pattern.compile("-?\\d+([.,]\\d+)?[eE][+-]?\\d+");
    private static final Pattern SEPARATED = Pattern.compile("\\d{1,3}([,.'\u2019 ]\\d{3})+|\\d+[.,]0+");

    @Override
    public Optional<CellError> of(ClaimRow row, ClaimColumn column) {
        String text = row.text(column);
        return text.isEmpty() ? Optional.empty()
                : formulaError(text).or(() -> nothing(text, column)).or(() -> apostrophe(text, column))
                        .or(() -> SpreadsheetDates.of(text, column)).or(() -> number(text, column));
    }

    /** Whether the text is the error that a failed formula leaves; it belongs into no column. */
    static boolean isFormulaError(String text) {
        return ERROR.matcher(text).find();
    }

    private static Optional<CellError> formulaError(String text) {
        if (isFormulaError(text)) {
            return Optional.of(CellError.of(SheetRule.FORMULA_ERROR, "a formula failed here and left its error",
                    "Type the value itself."));
        }
        if (FORMULA.matcher(text).matches()) {
            return Optional
                    .of(CellError.of(SheetRule.FORMULA_ERROR, "the cell begins as a formula, which spreadsheets run",
                            "Type the value itself, or put a word before it."));
        }
        return TRUTH.matcher(text).matches() ? Optional.of(CellError.of(SheetRule.FORMULA_ERROR, "'" + text
                + "' is what a spreadsheet makes of a comparison or of the word", "Type what the cell should say."))
                : Optional.empty();
    }

    /** A word for nothing would count as a statement, for example of a model that the study reports. */
    private static Optional<CellError> nothing(String text, ClaimColumn column) {
        return NOTHING.matcher(text).matches()
                ? Optional.of(CellError.of(SheetRule.NOTHING, "'" + text + "' says nothing",
                        column.required() ? "Fill the cell: " + column.meaning() + "."
                                : "Leave the cell empty when the publication"
                                        + " does not state it."))
                : Optional.empty();
    }

    private static Optional<CellError> apostrophe(String text, ClaimColumn column) {
        boolean isMark = text.startsWith("'") && (text.indexOf('\'', 1) < 0 || column != ClaimColumn.TITLE);
        return isMark && !text.matches("'[^']+'.*") ? Optional.of(CellError.of(SheetRule.APOSTROPHE,
                "an apostrophe begins the cell", "Delete it.").withSuggestion(text.substring(1).strip()))
                : Optional.empty();
    }

    private static Optional<CellError> number(String text, ClaimColumn column) {
        if (SCIENTIFIC.matcher(text).matches()) {
            return Optional.of(CellError.of(SheetRule.NUMBER,
                    "'" + text + "' is a number in scientific notation; its last"
                            + " digits are lost",
                    "Format the column as text and copy the number from its source again."));
        }
        return column.isNumber() && SEPARATED.matcher(text).matches() ? Optional.of(CellError.of(SheetRule.NUMBER,
                "'" + text + "' is a number with separators", "Write its digits only.")
                .withSuggestion(text.replaceFirst("[.,]0{1,2}$", "").replaceAll("\\D", ""))) : Optional.empty();
    }
}
