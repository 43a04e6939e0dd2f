package org.secretomegraph.link.intake;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.guard.Proposed;
import org.secretomegraph.guard.Severity;

/**
 * A file that was read whole, so that it can be judged whole.
 *
 * @param intake  the file
 * @param triples what it says
 * @param reading what reading came to
 */
record ReadIntake(Intake intake, Graph triples, Intake.Reading reading) {

    static ReadIntake of(Intake intake) {
        Graph triples = GraphFactory.createDefaultGraph();
        return new ReadIntake(intake, triples, intake.read(triples::add));
    }

    /** Whether what reading found is bad enough to refuse it before it is judged. */
    boolean isRefused(Severity floor) {
        return reading.findings().stream().anyMatch(f -> f.severity().reaches(floor));
    }

    Proposed proposed() {
        return Proposed.ofTable(intake.name(), triples, intake.layout(), reading.findings());
    }
}
