package org.secretomegraph.cli;

import org.secretomegraph.io.InvalidInputException;

/** Output could not be printed completely: the disk is full, or the reader has closed the pipe. */
final class OutputException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    OutputException() {
        super("the output could not be written completely; is the disk full?");
    }
}
