package org.secretomegraph.graph.store;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.secretomegraph.graph.MetadataGraph;
import org.secretomegraph.graph.Source;
import org.secretomegraph.graph.text.VersionedTextIndex;
import org.secretomegraph.graph.view.ImmutableDataset;
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
        return load(sources, rules, List.of());
    }

    /**
     * The same, and then adds graphs that describe what was loaded.
     *
     * @param descriptions made in their order, each of what is there before it
     */
    public static Snapshot load(List<Source> sources, List<Path> rules, List<MetadataGraph> descriptions) {
        MaterializedDataset loaded = MaterializedDataset.of(sources, new Materializer(rules));
        descriptions.forEach(loaded::describe);
        DatasetGraph whole = DatasetGraphFactory.createGeneral(loaded.union());
        loaded.named().listGraphNodes().forEachRemaining(name -> whole.addGraph(name, loaded.named().getGraph(name)));
        Prefixes.standard().forEach(whole.prefixes()::add);
        Prefixes.standard().forEach((prefix, iri) -> loaded.union().getPrefixMapping().setNsPrefix(prefix, iri));
        VersionedTextIndex.registerLazily(whole, whole.getContext());
        return new Snapshot(new ImmutableDataset(whole));
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
