package org.secretomegraph.link.intake;

import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Severity;

/**
 * What reading a file came to, and how many triples it said.
 *
 * @param reading what reading came to
 * @param triples how many triples were handed on
 */
record Counted(Intake.Reading reading, long triples) {

    static Counted read(Intake intake, Consumer<Triple> out) {
        long[] triples = new long[1];
        Intake.Reading reading = intake.read(t -> {
            triples[0]++;
            out.accept(t);
        });
        return new Counted(reading, triples[0]);
    }

    /** Whether what reading found is bad enough to refuse it before it is judged. */
    boolean isRefused(Severity floor) {
        return reading.findings().stream().anyMatch(f -> f.severity().reaches(floor));
    }

    IntakeOutcome outcome(boolean accepted, List<Finding> findings) {
        return new IntakeOutcome(accepted, reading, Judgement.sorted(findings, (int) Math.min(Integer.MAX_VALUE, triples)),
                triples);
    }
}
