package org.secretomegraph.link.intake;

import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.guard.Validation;

/**
 * The bundled graph, which a file can be laid over for judging and which cannot be written.
 *
 * @param scratch a store with the bundled graph that is thrown away afterwards, for a file that is too large for the memory
 */
public record BundledIntake(Snapshot bundled, Validation rules, Severity floor, Supplier<IntakeStore> scratch)
        implements IntakeStore {

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
        ReadIntake read = ReadIntake.of(intake, ReadIntake.SMALL);
        if (read.counted().isRefused(floor)) {
            return read.counted().outcome(false, read.counted().reading().findings());
        }
        return read.proposed().map(said -> {
            Judgement judgement = rules.judge(bundled.union(), List.of(said));
            return new IntakeOutcome(judgement.passes(floor), read.counted().reading(), judgement, read.counted().triples());
        }).orElseGet(() -> {
            try (IntakeStore store = scratch.get()) {
                return store.tryOut(intake);
            }
        });
    }

    @Override
    public void close() {}
}
