package org.secretomegraph.curation.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people write them, where only one can be meant: {@code 23.11.2026}, {@code 11/23/2026}, {@code Nov 23,
 * 2026}.
 */
final class DateGuesser {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-./] ?(\\d{1,2})[-./] ?(\\d{4})");
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final Pattern NAME_FIRST = Pattern.compile("(\\p{L}{3,10})\\.? " + DAY + ",? (\\d{4})");
    private static final Pattern DAY_FIRST = Pattern.compile(DAY + "(?:[-/]|\\.? ?)(\\p{L}{3,10})\\.?,?[-/ ](\\d{4})");
    private static final int MONTHS = 12;

    private DateGuesser() {}

    /** The day that was meant; empty when the text is no day, or one of two: {@code 03/04/2026}. */
    static Optional<LocalDate> guess(String text) {
        return yearFirst(text).or(() -> yearLast(text)).or(() -> named(NAME_FIRST.matcher(text), 1, 2))
                .or(() -> named(DAY_FIRST.matcher(text), 2, 1));
    }

    private static Optional<LocalDate> yearFirst(String text) {
        Matcher m = YEAR_FIRST.matcher(text);
        return m.matches() ? day(number(m, 1), number(m, 2), number(m, 3)) : Optional.empty();
    }

    private static Optional<LocalDate> yearLast(String text) {
        Matcher m = YEAR_LAST.matcher(text);
        if (!m.matches() || number(m, 1) <= MONTHS && number(m, 2) <= MONTHS && number(m, 1) != number(m, 2)) {
            return Optional.empty();
        }
        boolean isMonthFirst = number(m, 2) > MONTHS;
        return day(number(m, 3), number(m, isMonthFirst ? 1 : 2), number(m, isMonthFirst ? 2 : 1));
    }

    private static Optional<LocalDate> named(Matcher m, int month, int day) {
        return m.matches() ? SpreadsheetDates.month(m.group(month)).map(Month::getValue)
                .flatMap(named -> day(number(m, 3), named, number(m, day))) : Optional.empty();
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
