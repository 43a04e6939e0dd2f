package org.secretomegraph.catalogue;

import java.util.List;
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
    private final transient List<ProposedTerm> proposals;

    InvalidParameterException(String message, String parameter, String given, String expected) {
        this(message, parameter, given, expected, List.of());
    }

    private InvalidParameterException(String message, String parameter, String given, String expected,
            List<ProposedTerm> proposals) {
        super(message);
        this.parameter = parameter;
        this.given = given;
        this.expected = expected;
        this.proposals = List.copyOf(proposals);
    }

    /** The same, with terms that may have been meant; the message names them. */
    InvalidParameterException proposing(List<ProposedTerm> terms) {
        if (terms.isEmpty()) {
            return this;
        }
        String named = String.join(", ", terms.stream().map(ProposedTerm::toString).toList());
        return new InvalidParameterException(getMessage() + "; may be meant: " + named, parameter, given, expected,
                terms);
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

    /** Terms that may have been meant, the likeliest first. */
    public List<ProposedTerm> proposals() {
        return proposals;
    }
}
