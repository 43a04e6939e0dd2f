package org.secretomegraph.target;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.target.remote.StoredGraph;

/**
 * The graph that is bundled with the program. Data can be compared with it and validated over it; it cannot be written.
 *
 * @param temporaryStore opens a temporary store with the bundled graph, for data that does not fit in memory
 */
public record BundledTarget(Snapshot snapshot, Validator validator, Severity failOn,
        Supplier<LocalTarget> temporaryStore) implements Target {

    @Override
    public <T> T read(Function<DatasetGraph, T> reader) {
        return reader.apply(snapshot.dataset());
    }

    @Override
    public StoredGraph get(Node graph) {
        return new StoredGraph(snapshot.dataset().getGraph(graph), Optional.empty(), true);
    }

    @Override
    public Outcome put(Node graph, CandidateData data, Optional<StoredGraph> existing, boolean dryRun) {
        if (!dryRun) {
            throw new InvalidInputException("the bundled graph cannot be written");
        }
        ValidationResult findings = validator.validate(snapshot.union(), List.of(data));
        return new Outcome(findings.passes(failOn), findings);
    }

    @Override
    public void close() {}
}
