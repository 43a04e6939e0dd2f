package org.secretomegraph.curation.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A header's date in another form was told without the day that was meant, unless it was written with its day first.
 */
class DateGuesserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"23.11.2026", "23/11/2026", "23-11-2026", "11/23/2026", "11-23-2026", "2026/11/23", "2026.11.23",
                    "Nov 23, 2026", "November 23, 2026", "Nov. 23 2026", "November 23rd, 2026", "23 Nov 2026",
                    "23. November 2026",
                    "23-Nov-2026", "23 novembre 2026", "NOV 23, 2026"})
    void theDayIsFound(String text) {
        assertEquals(Optional.of(LocalDate.of(2026, 11, 23)), DateGuesser.guess(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"03/04/2026", "31.11.2026", "13/13/2026", "Nov 2026", "Foo 23, 2026", "yesterday", "23/11/26",
                    "2026-11-31", "Nov 31, 2026"})
    void whatIsNoDayOrOneOfTwoIsLeftAlone(String text) {
        assertEquals(Optional.empty(), DateGuesser.guess(text), text);
    }
}
