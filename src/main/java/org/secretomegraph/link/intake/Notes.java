package org.secretomegraph.link.intake;

import java.util.StringJoiner;

/** What a record says besides, in one line for people. */
final class Notes {
    private Notes() {}

    /** Names and values in turn; what has no value is passed over. */
    static String of(String... namesAndValues) {
        StringJoiner note = new StringJoiner(" ");
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                note.add(namesAndValues[i] + ": " + namesAndValues[i + 1] + ".");
            }
        }
        return note.toString();
    }
}
