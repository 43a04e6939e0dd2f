package org.secretomegraph.io;

/** Something that a person gave us cannot be used. The message is one line with the place and the remedy. */
public class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    public InvalidInputException(String message) {
        super(message);
        this.message = message;
    }

    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** Never null, as that of other exceptions can be. */
    @Override
    public String getMessage() {
        return message;
    }
}
