package org.secretomegraph.target;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.view.DatasetOverlay;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.target.remote.RemoteGraphStore;
import org.secretomegraph.target.remote.StoredGraph;

/**
 * A running server. Data is validated here first, because only here are its cells known, over the bundled graph and
 * what the server states about the terms in question; then the server validates the triples over what it holds.
 *
 * @param terms what the server states about terms
 */
public record RemoteTarget(RemoteGraphStore server, BundledTarget bundled, Graph terms) implements Target {

    public RemoteTarget(RemoteGraphStore server, BundledTarget bundled) {
        this(server, bundled, Graph.emptyGraph);
    }

    @Override
    public Severity failOn() {
        return bundled.failOn();
    }

    @Override
    public Target withTerms(Supplier<Set<Node>> wanted) {
        return new RemoteTarget(server, bundled, server.terms(wanted.get()));
    }

    @Override
    public <T> T read(Function<DatasetGraph, T> reader) {
        return reader.apply(DatasetOverlay.of(bundled.snapshot().dataset(), existing(), Set.of(), Map.of()));
    }

    private Graph existing() {
        return terms.isEmpty() ? bundled.snapshot().union() : CandidateData.overlay(bundled.snapshot().union(),
                List.of(CandidateData.ofFile(server.data().toString(), terms)));
    }

    @Override
    public StoredGraph get(Node graph) {
        return server.get(graph);
    }

    @Override
    public Outcome put(Node graph, CandidateData data, Optional<StoredGraph> existing, boolean dryRun) {
        ValidationResult here = bundled.validator().validate(existing(), List.of(data));
        if (!here.passes(failOn())) {
            return new Outcome(false, here);
        }
        Optional<List<Finding>> rejection = dryRun ? server.dryRun(graph, data.triples())
                : server.put(graph, data.triples(), existing);
        return rejection.map(findings -> new Outcome(false, ValidationResult
                .sorted(bundled.validator().located(data, findings), data.triples().size())))
                .orElseGet(() -> new Outcome(true, here));
    }

    @Override
    public void close() {}
}
