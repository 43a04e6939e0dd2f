package org.secretomegraph.cli;

import org.secretomegraph.io.InvalidInputException;

/** What was to be printed could not be printed to its end: the disk is full, or nobody reads it any more. */
final class OutputException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    OutputException() {
        super("the answer could not be written to its end; is the disk full?");
    }
}
