package org.secretomegraph.link.intake;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.guard.Validation;

/** The bundled graph, which a file can be laid over for judging and which cannot be written. */
public record BundledIntake(Snapshot bundled, Validation rules, Severity floor) implements IntakeStore {

    @Override
    public Graph believed() {
        return bundled.union();
    }

    @Override
    public IntakeOutcome write(Intake intake) {
        throw new BadInput("the bundled graph cannot be written: name a store with --into or a file with --out, or ask with"
                + " --dry-run");
    }

    @Override
    public IntakeOutcome tryOut(Intake intake) {
        ReadIntake read = ReadIntake.of(intake);
        int size = read.triples().size();
        Judgement judgement = read.isRefused(floor) ? Judgement.sorted(read.reading().findings(), size)
                : rules.judge(bundled.union(), List.of(read.proposed()));
        return new IntakeOutcome(judgement.passes(floor), read.reading(), judgement, size);
    }

    @Override
    public void close() {}
}
