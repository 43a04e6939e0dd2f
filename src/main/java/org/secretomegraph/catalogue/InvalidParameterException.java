package org.secretomegraph.catalogue;

import org.secretomegraph.io.InvalidInputException;

/**
 * A question was asked with a parameter that it does not have, or a value that does not fit. Says which, and what
 * would.
 */
public final class InvalidParameterException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String given;
    private final String expected;

    InvalidParameterException(String message, String parameter, String given, String expected) {
        super(message);
        this.parameter = parameter;
        this.given = given;
        this.expected = expected;
    }

    /** The parameter's name, as the asker wrote it. */
    public String parameter() {
        return parameter;
    }

    /** The value that the asker gave. */
    public String given() {
        return given;
    }

    /** What would fit. */
    public String expected() {
        return expected;
    }
}
