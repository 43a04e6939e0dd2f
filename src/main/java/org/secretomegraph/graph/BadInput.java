package org.secretomegraph.graph;

/** Something that a person gave us cannot be used. The message is one line with the place and the remedy. */
public class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInput(String message) {
        super(message);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }
}
