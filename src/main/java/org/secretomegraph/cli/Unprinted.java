package org.secretomegraph.cli;

import org.secretomegraph.graph.BadInput;

/** What was to be printed could not be printed to its end: the disk is full, or nobody reads it any more. */
final class Unprinted extends BadInput {
    private static final long serialVersionUID = 1L;

    Unprinted() {
        super("the answer could not be written to its end; is the disk full?");
    }
}
