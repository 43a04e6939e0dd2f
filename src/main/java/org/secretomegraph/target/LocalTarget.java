package org.secretomegraph.target;

import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.guard.Change;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.guard.Verdict;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.target.remote.StoredGraph;

/**
 * A store on this machine, written through the guard.
 *
 * @param afterClose run when the store has been closed, for example to delete a temporary folder
 */
public record LocalTarget(GraphStore store, Guard guard, Severity failOn, Runnable afterClose) implements Target {

    public LocalTarget(GraphStore store, Guard guard, Severity failOn) {
        this(store, guard, failOn, () -> {});
    }

    @Override
    public <T> T read(Function<DatasetGraph, T> reader) {
        return store.read(reader);
    }

    @Override
    public StoredGraph get(Node graph) {
        return store.read(dataset -> {
            Graph copy = GraphFactory.createDefaultGraph();
            GraphUtil.addInto(copy, dataset.getGraph(graph));
            return new StoredGraph(copy, Optional.empty(), dataset.containsGraph(graph));
        });
    }

    @Override
    public Outcome put(Node graph, CandidateData data, Optional<StoredGraph> existing, boolean dryRun) {
        Verdict verdict = decide(Change.ofSheet(graph, data), dryRun);
        return new Outcome(verdict instanceof Verdict.Accepted,
                ValidationResult.sorted(verdict.added(), data.triples().size()));
    }

    /** What the guard decides about a change; in a dry run nothing is changed. */
    public Verdict decide(Change change, boolean dryRun) {
        return dryRun ? guard.dryRun(change) : guard.propose(change);
    }

    @Override
    public void close() {
        try {
            store.close();
        } finally {
            afterClose.run();
        }
    }
}
