package org.secretomegraph.importing.record;

import java.util.StringJoiner;

/** What a record says besides, in one line for people. */
public final class NoteText {
    private NoteText() {}

    /** Names and values in turn; what has no value is passed over. */
    public static String of(String... namesAndValues) {
        StringJoiner note = new StringJoiner(" ");
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                note.add(namesAndValues[i] + ": " + namesAndValues[i + 1] + ".");
            }
        }
        return note.toString();
    }
}
