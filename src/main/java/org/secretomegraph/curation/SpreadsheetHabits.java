package org.secretomegraph.curation;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secretomegraph.sheet.Fault;
import org.secretomegraph.sheet.SheetRule;

/** What spreadsheets do to a cell by themselves: dates, numbers, failed formulas, marks for text. */
final class SpreadsheetHabits implements CellRule {
    private static final List<String> MONTHS = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
            "Nov", "Dec");
    private static final String MONTH = "(" + String.join("|", MONTHS) + ")[a-z]?";
    /** Months as German and other spreadsheets shorten them, by the English ones. */
    private static final Map<String, String> MONTHS_ELSEWHERE = Map.of("Mrz", "Mar", "M\u00E4r", "Mar", "Mai", "May", "Okt",
            "Oct", "Dez", "Dec");
    private static final Pattern ERROR = Pattern.compile("#(REF!|NAME\\?|N/A|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!)"
            + "|^#{3,}$|^Err:\\d{3}$");
    private static final Pattern DAY_MONTH = Pattern.compile("\\b(\\d{1,2})-" + MONTH + "(?:-\\d{2}(?:\\d{2})?)?\\b");
    /** One digit only for the months that begin no name: Oct-4, Dec-1 and Jun-1 are how people write names of genes. */
    private static final Pattern MONTH_YEAR = Pattern.compile("\\b(?:" + MONTH + "-(\\d{2})|(Mar|Sep)-(\\d))\\b");
    private static final Pattern DAY_DOT_MONTH = Pattern.compile("^(\\d{1,2})\\. (\\p{L}{3,4})\\.?$");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}:\\d{2}( [AP]M)?");
    /** A cell that begins so is one that a spreadsheet would calculate. */
    private static final Pattern FORMULA = Pattern.compile("^(=.|[+@-][A-Z]+\\().*");
    private static final Pattern TRUTH = Pattern.compile("TRUE|FALSE|WAHR|FALSCH|VRAI|FAUX|VERDADERO|FALSO");
    private static final Pattern NOTHING = Pattern.compile("(?i)n/?a|none|null|nil|nan|unknown|not (stated|reported|applicable"
            + "|available|known)|unspecified|tbd|empty|-+|\\?+|[\u2013\u2014]+");
    private static final Pattern SLASHED = Pattern.compile("(?<![\\d/.])\\d{1,2}/\\d{1,2}/\\d{4}(?![\\d/])");
    private static final Pattern WHOLE_DATE = Pattern.compile("\\d{1,2}[/.]\\d{1,2}[/.](\\d{2}|\\d{4})"
            + "|\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}([ T]\\d{1,2}:\\d{2}(:\\d{2})?)?");
    private static final Pattern SERIAL = Pattern.compile("[2-5]\\d{4}");
    private static final Pattern SCIENTIFIC = Pattern.compile("-?\\d+([.,]\\d+)?[eE][+-]?\\d+");
    private static final Pattern SEPARATED = Pattern.compile("\\d{1,3}([,.' ]\\d{3})+|\\d+[.,]0+");
    /** Addresses and titles hold digits and slashes of their own. */
    private static final Set<ClaimColumn> OF_OTHERS = EnumSet.of(ClaimColumn.TITLE, ClaimColumn.URL, ClaimColumn.SEEN_AT,
            ClaimColumn.DOI, ClaimColumn.CLAIM_KEY);

    @Override
    public Optional<Fault> of(ClaimRow row, ClaimColumn column) {
        String text = row.text(column);
        return text.isEmpty() ? Optional.empty()
                : formulaError(text).or(() -> nothing(text, column)).or(() -> apostrophe(text, column))
                        .or(() -> date(text, column)).or(() -> number(text, column));
    }

    private static Optional<Fault> formulaError(String text) {
        if (ERROR.matcher(text).find()) {
            return Optional.of(Fault.of(SheetRule.FORMULA_ERROR, "a formula failed here and left its error",
                    "Type the value itself."));
        }
        if (FORMULA.matcher(text).matches()) {
            return Optional.of(Fault.of(SheetRule.FORMULA_ERROR, "the cell begins as a formula, which spreadsheets run",
                    "Type the value itself, or put a word before it."));
        }
        return TRUTH.matcher(text).matches() ? Optional.of(Fault.of(SheetRule.FORMULA_ERROR, "'" + text
                + "' is what a spreadsheet makes of a comparison or of the word", "Type what the cell should say."))
                : Optional.empty();
    }

    /** A word for nothing would count as a statement, for example of a model that the study reports. */
    private static Optional<Fault> nothing(String text, ClaimColumn column) {
        return NOTHING.matcher(text).matches() ? Optional.of(Fault.of(SheetRule.NOTHING, "'" + text + "' says nothing",
                column.required() ? "Fill the cell: " + column.meaning() + "." : "Leave the cell empty when the publication"
                        + " does not state it.")) : Optional.empty();
    }

    private static Optional<Fault> apostrophe(String text, ClaimColumn column) {
        boolean isMark = text.startsWith("'") && (text.indexOf('\'', 1) < 0 || column != ClaimColumn.TITLE);
        return isMark && !text.matches("'[^']+'.*") ? Optional.of(Fault.of(SheetRule.APOSTROPHE,
                "an apostrophe begins the cell", "Delete it.").meant(text.substring(1).strip())) : Optional.empty();
    }

    private static Optional<Fault> date(String text, ClaimColumn column) {
        Matcher day = DAY_MONTH.matcher(text);
        if (day.find() && (!OF_OTHERS.contains(column) || day.group().equals(text))) {
            return Optional.of(dated(day.group()).meant(notDate(day.group(1), day.group(2))));
        }
        Matcher month = MONTH_YEAR.matcher(text);
        if (month.find() && !OF_OTHERS.contains(column)) {
            boolean isShort = month.group(1) == null;
            return Optional.of(dated(month.group()).meant(isShort ? notDate(month.group(4), month.group(3))
                    : notDate(month.group(2), month.group(1))));
        }
        Matcher dotted = DAY_DOT_MONTH.matcher(text);
        if (dotted.matches()) {
            String name = dotted.group(2).substring(0, 3);
            String english = MONTHS_ELSEWHERE.getOrDefault(name, name);
            if (MONTHS.contains(english)) {
                return Optional.of(dated(text).meant(notDate(dotted.group(1), english)));
            }
        }
        if (TIME.matcher(text).matches()) {
            return Optional.of(Fault.of(SheetRule.DATE, "'" + text + "' is a time of day, which spreadsheets make of ratios",
                    "Format the column as text and type the value again."));
        }
        Matcher slashed = SLASHED.matcher(text);
        boolean isDate = WHOLE_DATE.matcher(text).matches() && column != ClaimColumn.CLAIM_KEY
                || !OF_OTHERS.contains(column) && slashed.find();
        if (isDate) {
            return Optional.of(dated(text));
        }
        return SERIAL.matcher(text).matches() && mayHoldDates(column) ? Optional.of(serial(text, column)) : Optional.empty();
    }

    private static Fault dated(String date) {
        return Fault.of(SheetRule.DATE, "'" + date + "' is a date, which spreadsheets make of gene names, ranges and doses",
                "Format the column as text and type the value again; write a real date as 2026-11-23 within a sentence.");
    }

    /** The gene symbols of old and the ranges that become this date. */
    private static String notDate(String day, String month) {
        String number = day.replaceFirst("^0", "");
        String range = number + "-" + (MONTHS.indexOf(month) + 1);
        return switch (month) {
            case "Mar" -> "MARCH" + number + " (now MARCHF" + number + "), MARC" + number + " or " + range;
            case "Sep" -> "SEPT" + number + " (now SEPTIN" + number + ") or " + range;
            case "Dec" -> "DEC" + number + " or " + range;
            case "Oct" -> "OCT" + number + " or " + range;
            default -> range;
        };
    }

    private static boolean mayHoldDates(ClaimColumn column) {
        return !OF_OTHERS.contains(column) && column != ClaimColumn.PMID && column != ClaimColumn.PMCID;
    }

    private static Fault serial(String text, ClaimColumn column) {
        LocalDate date = LocalDate.of(1899, 12, 30).plusDays(Long.parseLong(text));
        Fault fault = Fault.of(SheetRule.DATE, "'" + text + "' is how spreadsheets count days: it was " + date,
                "Format the column as text and type the value again.");
        return fault.meant(column == ClaimColumn.YEAR ? Integer.toString(date.getYear())
                : notDate(Integer.toString(date.getDayOfMonth()), MONTHS.get(date.getMonthValue() - 1)));
    }

    private static Optional<Fault> number(String text, ClaimColumn column) {
        if (SCIENTIFIC.matcher(text).matches()) {
            return Optional.of(Fault.of(SheetRule.NUMBER, "'" + text + "' is a number in scientific notation; its last"
                    + " digits are lost", "Format the column as text and copy the number from its source again."));
        }
        return column.isNumber() && SEPARATED.matcher(text).matches() ? Optional.of(Fault.of(SheetRule.NUMBER,
                "'" + text + "' is a number with separators", "Write its digits only.")
                        .meant(text.replaceFirst("[.,]0{1,2}$", "").replaceAll("\\D", ""))) : Optional.empty();
    }
}
