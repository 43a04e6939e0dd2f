package org.secretomegraph.curation;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.curation.rdf.SheetWriter;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.guard.Change;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.guard.Verdict;
import org.secretomegraph.report.ValidationResult;

/** A store of our own, written through the guard. */
public record LocalClaimTarget(GraphStore store, Guard guard, Clock clock) implements ClaimTarget {

    @Override
    public CurationResult write(Path file, Node graph) {
        return put(file, graph, guard::propose);
    }

    @Override
    public CurationResult tryOut(Path file, Node graph) {
        return put(file, graph, guard::dryRun);
    }

    private CurationResult put(Path file, Node graph, Function<Change, Verdict> road) {
        CandidateData sheet = store.read(dataset -> SheetLoader.read(file, dataset, graph, clock));
        Graph before = store.read(dataset -> copy(dataset.getGraph(graph)));
        Verdict verdict = road.apply(Change.ofSheet(graph, sheet));
        ValidationResult judgement = ValidationResult.sorted(verdict.added(), sheet.triples().size());
        return new CurationResult(verdict instanceof Verdict.Accepted, judgement,
                SheetDiff.between(before, sheet.triples()));
    }

    private static Graph copy(Graph graph) {
        Graph copy = GraphFactory.createDefaultGraph();
        graph.find().forEachRemaining(copy::add);
        return copy;
    }

    @Override
    public Optional<String> sheet(Node graph) {
        return store.read(dataset -> SheetWriter.of(graph, dataset.getGraph(graph), dataset.getDefaultGraph()));
    }

    @Override
    public void close() {
        store.close();
    }
}
