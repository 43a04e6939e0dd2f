package org.secretomegraph.curation;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.graph.Store;
import org.secretomegraph.guard.Change;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Proposed;
import org.secretomegraph.guard.Verdict;

/** A store of our own, written through the guard. */
public record GuardedStore(Store store, Guard guard, Clock clock) implements ClaimStore {

    @Override
    public Curated write(Path file, Node graph) {
        return put(file, graph, guard::propose);
    }

    @Override
    public Curated tryOut(Path file, Node graph) {
        return put(file, graph, guard::tryOut);
    }

    private Curated put(Path file, Node graph, Function<Change, Verdict> road) {
        Proposed sheet = store.read(dataset -> SheetProposal.read(file, dataset, graph, clock));
        Graph before = store.read(dataset -> copy(dataset.getGraph(graph)));
        Verdict verdict = road.apply(Change.ofSheet(graph, sheet));
        Judgement judgement = Judgement.sorted(verdict.added(), sheet.triples().size());
        return new Curated(verdict instanceof Verdict.Accepted, judgement, SheetChanges.between(before, sheet.triples()));
    }

    private static Graph copy(Graph graph) {
        Graph copy = GraphFactory.createDefaultGraph();
        graph.find().forEachRemaining(copy::add);
        return copy;
    }

    @Override
    public Optional<String> sheet(Node graph) {
        return store.read(dataset -> ClaimSheetWriter.of(graph, dataset.getGraph(graph), dataset.getDefaultGraph()));
    }

    @Override
    public void close() {
        store.close();
    }
}
