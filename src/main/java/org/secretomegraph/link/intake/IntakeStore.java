package org.secretomegraph.link.intake;

import org.apache.jena.graph.Graph;

/** Where imported data is kept, each file in a graph of its own. */
public interface IntakeStore extends AutoCloseable {

    /**
     * What is known there of terms and publications. What was imported does not count: a graph of imported data stands by
     * itself, so that it can be replaced or deleted without another one losing what it leans on.
     */
    Graph believed();

    /** Puts what a file says in place of what its graph held, if the rules let it. */
    IntakeOutcome write(Intake intake);

    /** Says what {@link #write} would say, and changes nothing. */
    IntakeOutcome tryOut(Intake intake);

    @Override
    void close();
}
