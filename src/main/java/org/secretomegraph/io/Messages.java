package org.secretomegraph.io;

import java.nio.charset.StandardCharsets;

/** Foreign text, such as a library's error, inside a message of one line. */
public final class Messages {
    private Messages() {}

    /** What a failure says of itself; where it says nothing, the plain name of its class. A full stack is deep nesting. */
    public static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StackOverflowError) {
                return "nested too deeply";
            }
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /**
     * The text with each run of white space as one space, and lone surrogates, which UTF-8 cannot carry, as question
     * marks.
     */
    public static String oneLine(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replaceAll("\\s+", " ")
                .strip();
    }
}
