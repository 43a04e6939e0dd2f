package org.secretomegraph.link.intake;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Proposed;
import org.secretomegraph.guard.ServedGraphs;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.guard.Validation;

/**
 * A running server. A file is judged here first, over the bundled graph, because only here are its cells known; the server
 * then judges its triples over what it holds, and has the last word.
 *
 * @param served  the server's graphs
 * @param bundled what is known of terms
 * @param rules   the rules of this program
 * @param floor   findings from this severity on refuse a file
 */
public record ServedIntake(ServedGraphs served, Snapshot bundled, Validation rules, Severity floor) implements IntakeStore {

    @Override
    public Graph believed() {
        return bundled.union();
    }

    @Override
    public IntakeOutcome tryOut(Intake intake) {
        return new BundledIntake(bundled, rules, floor).tryOut(intake);
    }

    @Override
    public IntakeOutcome write(Intake intake) {
        ReadIntake read = ReadIntake.of(intake);
        int size = read.triples().size();
        Proposed said = read.proposed();
        Judgement here = read.isRefused(floor) ? Judgement.sorted(read.reading().findings(), size)
                : rules.judge(bundled.union(), List.of(said));
        if (!here.passes(floor)) {
            return new IntakeOutcome(false, read.reading(), here, size);
        }
        List<Finding> refusal = served.put(intake.graph(), read.triples()).orElse(List.of());
        return refusal.isEmpty() ? new IntakeOutcome(true, read.reading(), here, size)
                : new IntakeOutcome(false, read.reading(), Judgement.sorted(rules.located(said, refusal), size), size);
    }

    @Override
    public void close() {}
}
