package org.secretomegraph.io;

import java.nio.charset.StandardCharsets;

/** Foreign text, such as a library's error, inside a message of one line. */
public final class Messages {
    private Messages() {}

    /**
     * The text with each run of white space as one space, and lone surrogates, which UTF-8 cannot carry, as question
     * marks.
     */
    public static String oneLine(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replaceAll("\\s+", " ")
                .strip();
    }
}
