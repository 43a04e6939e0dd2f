package org.secretomegraph.graph;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.vocab.Prefixes;

/**
 * A loaded dataset that does not change: one plain in-memory graph per named graph, and their union as the default
 * graph, so that a query without GRAPH sees everything. Safe for many readers.
 */
public final class Snapshot {
    private final DatasetGraph dataset;

    private Snapshot(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /**
     * Loads the sources, then derives: first the direct links from the claims, then the entailments of all.
     *
     * @param rules the CONSTRUCT queries that make direct links
     */
    public static Snapshot load(List<Source> sources, List<Path> rules) {
        DatasetGraph named = DatasetGraphFactory.createGeneral();
        sources.forEach(source -> source.addTo(named));
        Graph union = unionOf(named);
        addAll(new DirectLinks(rules).of(union), NamedGraphs.LINKS, named, union);
        addAll(Entailment.of(union), NamedGraphs.ENTAILMENTS, named, union);

        DatasetGraph whole = DatasetGraphFactory.createGeneral(union);
        named.listGraphNodes().forEachRemaining(name -> whole.addGraph(name, named.getGraph(name)));
        Prefixes.standard().forEach(whole.prefixes()::add);
        Prefixes.standard().forEach((prefix, iri) -> union.getPrefixMapping().setNsPrefix(prefix, iri));
        return new Snapshot(new FixedDataset(whole));
    }

    private static Graph unionOf(DatasetGraph named) {
        Graph union = GraphFactory.createDefaultGraph();
        named.find(Quad.ANY).forEachRemaining(quad -> union.add(quad.asTriple()));
        return union;
    }

    private static void addAll(Graph derived, Node name, DatasetGraph named, Graph union) {
        derived.find().forEachRemaining(t -> {
            named.add(name, t.getSubject(), t.getPredicate(), t.getObject());
            union.add(t);
        });
    }

    /** The dataset, read-only. */
    public DatasetGraph dataset() {
        return dataset;
    }

    /** Every triple of every named graph. */
    public Graph union() {
        return dataset.getDefaultGraph();
    }
}
