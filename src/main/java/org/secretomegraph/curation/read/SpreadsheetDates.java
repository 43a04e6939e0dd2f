package org.secretomegraph.curation.read;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/** Dates and times of day, which spreadsheets make of gene names, ranges, doses and ratios. */
public final class SpreadsheetDates {
    private static final String MONTH = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]?";
    private static final Pattern DAY_MONTH = Pattern.compile("\\b(\\d{1,2})-" + MONTH + "(?:-\\d{2}(?:\\d{2})?)?\\b");
    /** One digit only for the months that begin no name: Oct-4, Dec-1 and Jun-1 are how people write names of genes. */
    private static final Pattern MONTH_DAY = Pattern.compile("\\b(?:" + MONTH + "-(\\d{2})|(Mar|Sep)-(\\d))\\b");
    /** A cell that is nothing but a date, in the words of any spreadsheet. */
    private static final Pattern DAY_NAME =
            Pattern.compile("(\\d{1,2})(?:[-/]|\\. ?| )(\\p{L}{3,10})\\.?(?:[-/ ](\\d{2}|\\d{4}))?");
    private static final Pattern NAME_DAY = Pattern.compile("(\\p{L}{3,10})\\.?[- ](\\d{2})");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}:\\d{2}( [AP]M)?");
    private static final Pattern SLASHED = Pattern.compile("(?<![\\d/.])\\d{1,2}/\\d{1,2}/\\d{4}(?![\\d/])");
    private static final Pattern WHOLE_DATE = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.](\\d{2}|\\d{4})"
            + "|\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}([ T]\\d{1,2}:\\d{2}(:\\d{2})?)?");
    private static final Pattern SERIAL = Pattern.compile("[2-5]\\d{4}");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
    /** Whose months are known, as the language's own data has them. */
    private static final List<Locale> LANGUAGES = Stream.of("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl")
            .map(Locale::of).toList();
    private static final Map<String, Month> MONTHS = months();

    private SpreadsheetDates() {}

    private static Map<String, Month> months() {
        Map<String, Month> all = new HashMap<>(Map.of("mrz", Month.MARCH, "set", Month.SEPTEMBER));
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                Stream.of(TextStyle.SHORT, TextStyle.SHORT_STANDALONE, TextStyle.FULL)
                        .forEach(style -> all.putIfAbsent(plain(month.getDisplayName(style, language)), month));
            }
        }
        return Map.copyOf(all);
    }

    private static String plain(String month) {
        return month.toLowerCase(Locale.ROOT).replace(".", "");
    }

    /** The date that the text is, or holds where it may hold none. */
    public static Optional<CellError> of(String text, ClaimColumn column) {
        return whole(text, column).or(() -> column.holdsOthersText() ? Optional.empty() : within(text, column))
                .or(() -> TIME.matcher(text).matches()
                        ? Optional.of(CellError.of(SheetRule.DATE, "'" + text + "' is a time of day,"
                                + " which spreadsheets make of ratios",
                                "Format the column as text and type the value again."))
                        : Optional.empty())
                .or(() -> isSerial(text, column) ? Optional.of(serial(text, column)) : Optional.empty());
    }

    /** A year with a digit too many begins with 1 or 2, and a day since 1982 does not. */
    private static boolean isSerial(String text, ClaimColumn column) {
        return SERIAL.matcher(text).matches() && !column.holdsOthersText() && !column.identifiesPublication()
                && (column != ClaimColumn.YEAR || text.charAt(0) > '2');
    }

    private static Optional<CellError> whole(String text, ClaimColumn column) {
        Matcher day = DAY_NAME.matcher(text);
        if (day.matches() && month(day.group(2)).isPresent()) {
            return Optional.of(dated(text, column, day.group(1), month(day.group(2)).get()));
        }
        Matcher name = NAME_DAY.matcher(text);
        if (name.matches() && month(name.group(1)).isPresent() && !column.holdsOthersText()) {
            return Optional.of(dated(text, column, name.group(2), month(name.group(1)).get()));
        }
        return WHOLE_DATE.matcher(text).matches() && column != ClaimColumn.CLAIM_KEY ? Optional.of(dated(text, column))
                : Optional.empty();
    }

    private static Optional<CellError> within(String text, ClaimColumn column) {
        Matcher day = DAY_MONTH.matcher(text);
        if (day.find()) {
            return Optional.of(dated(day.group(), column, day.group(1), month(day.group(2)).orElseThrow()));
        }
        Matcher month = MONTH_DAY.matcher(text);
        if (month.find()) {
            int group = month.group(1) == null ? 3 : 1;
            return Optional
                    .of(dated(month.group(), column, month.group(group + 1), month(month.group(group)).orElseThrow()));
        }
        Matcher slashed = SLASHED.matcher(text);
        return slashed.find() ? Optional.of(dated(text, column)) : Optional.empty();
    }

    /** The month of this name or abbreviation, in any of ten languages. */
    static Optional<Month> month(String name) {
        return Optional.ofNullable(MONTHS.get(plain(name)));
    }

    /** In a column of text the date was a gene's name or a range; in that of years it holds the year. */
    private static CellError dated(String date, ClaimColumn column, String day, Month month) {
        CellError error = dated(date, column);
        return column.content() == ClaimColumn.Content.TEXT ? error.withSuggestion(notDate(day, month)) : error;
    }

    private static CellError dated(String date, ClaimColumn column) {
        CellError error = CellError.of(SheetRule.DATE,
                "'" + date + "' is a date, which spreadsheets make of gene names, ranges and"
                        + " doses",
                "Format the column as text and type the value again; write a real date as 2026-11-23 within a"
                        + " sentence.");
        Matcher year = YEAR.matcher(date);
        return column == ClaimColumn.YEAR && year.find() ? error.withSuggestion(year.group()) : error;
    }

    /** The gene symbols of old and the ranges that become this date. */
    private static String notDate(String day, Month month) {
        String number = day.replaceFirst("^0", "");
        String range = number + "-" + month.getValue();
        return switch (month) {
            case MARCH -> "MARCH" + number + " (now MARCHF" + number + "), MARC" + number + " or " + range;
            case SEPTEMBER -> "SEPT" + number + " (now SEPTIN" + number + ") or " + range;
            case DECEMBER -> "DEC" + number + " or " + range;
            case OCTOBER -> "OCT" + number + " or " + range;
            default -> range;
        };
    }

    private static CellError serial(String text, ClaimColumn column) {
        LocalDate date = LocalDate.of(1899, 12, 30).plusDays(Long.parseLong(text));
        CellError error = CellError.of(SheetRule.DATE, "'" + text + "' is how spreadsheets count days: it was " + date,
                "Format the column as text and type the value again.");
        return error.withSuggestion(column == ClaimColumn.YEAR ? Integer.toString(date.getYear())
                : notDate(Integer.toString(date.getDayOfMonth()), date.getMonth()));
    }
}
