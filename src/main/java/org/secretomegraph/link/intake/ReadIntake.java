package org.secretomegraph.link.intake;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.guard.Proposed;

/**
 * A file that was read to its end.
 *
 * @param intake  the file
 * @param counted what reading came to
 * @param triples what it says; empty when that is too much for the memory
 */
record ReadIntake(Intake intake, Counted counted, Optional<Graph> triples) {
    /** Some ten thousand claims. */
    static final long SMALL = 200_000;

    /** @param atMost so many triples are kept */
    static ReadIntake of(Intake intake, long atMost) {
        Graph triples = GraphFactory.createDefaultGraph();
        long[] kept = new long[1];
        Counted counted = Counted.read(intake, t -> {
            if (++kept[0] <= atMost) {
                triples.add(t);
            } else if (kept[0] == atMost + 1) {
                triples.clear();
            }
        });
        return new ReadIntake(intake, counted, kept[0] > atMost ? Optional.empty() : Optional.of(triples));
    }

    /** What it says, to be judged. */
    Optional<Proposed> proposed() {
        return triples.map(this::proposed);
    }

    /** A part of what it says, for findings that others made. */
    Proposed proposed(Graph said) {
        return Proposed.ofTable(intake.name(), said, intake.layout(), counted.reading().findings());
    }
}
