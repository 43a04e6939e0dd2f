package org.secretomegraph.link.intake;

import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Store;
import org.secretomegraph.guard.Change;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.guard.Verdict;

/**
 * A store of our own, written through the guard: one file is one change, made whole or not at all.
 *
 * @param floor findings from this severity on refuse a file
 */
public record GuardedIntake(Store store, Guard guard, Severity floor) implements IntakeStore {

    /** A copy: the store's own graphs can only be read within a transaction. */
    @Override
    public Graph believed() {
        return store.read(dataset -> {
            Graph copy = GraphFactory.createDefaultGraph();
            dataset.listGraphNodes().forEachRemaining(name -> {
                if (!NamedGraphs.isImported(name)) {
                    dataset.getGraph(name).find().forEachRemaining(copy::add);
                }
            });
            return copy;
        });
    }

    @Override
    public IntakeOutcome write(Intake intake) {
        return put(intake, guard::propose);
    }

    @Override
    public IntakeOutcome tryOut(Intake intake) {
        return put(intake, guard::tryOut);
    }

    private IntakeOutcome put(Intake intake, Function<Change, Verdict> road) {
        ReadIntake read = ReadIntake.of(intake);
        int size = read.triples().size();
        if (read.isRefused(floor)) {
            return new IntakeOutcome(false, read.reading(), Judgement.sorted(read.reading().findings(), size), size);
        }
        Verdict verdict = road.apply(Change.ofSheet(intake.graph(), read.proposed()));
        return new IntakeOutcome(verdict instanceof Verdict.Accepted, read.reading(),
                Judgement.sorted(verdict.added(), size), size);
    }

    @Override
    public void close() {
        store.close();
    }
}
