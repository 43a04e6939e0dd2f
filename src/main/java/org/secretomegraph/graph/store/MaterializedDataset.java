package org.secretomegraph.graph.store;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.graph.BulkGraph;
import org.secretomegraph.graph.MetadataGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Source;

/**
 * Sources and the triples derived from them, in memory without transactions: deriving makes so many look-ups that it
 * takes several times as long in a store with transactions.
 *
 * @param named each source and each derived graph under its name
 * @param union all of their triples
 */
record MaterializedDataset(DatasetGraph named, Graph union) {

    static MaterializedDataset of(List<Source> sources, Materializer materializer) {
        DatasetGraph named = BulkGraph.dataset();
        sources.forEach(source -> source.addTo(named));
        Graph union = new BulkGraph();
        named.find(Quad.ANY).forEachRemaining(quad -> union.add(quad.asTriple()));
        MaterializedDataset dataset = new MaterializedDataset(named, union);
        Materializer.Derived derived = materializer.derive(union);
        dataset.add(derived.links(), NamedGraphs.LINKS);
        dataset.add(derived.entailments(), NamedGraphs.ENTAILMENTS);
        return dataset;
    }

    /** Adds a graph that describes the others. */
    void describe(MetadataGraph description) {
        add(description.of(named, union), description.name());
    }

    /** Takes over a graph. A source may have brought one of the same name, as the dump of a whole store does. */
    private void add(Graph derived, Node name) {
        derived.find().forEachRemaining(union::add);
        if (named.containsGraph(name)) {
            derived.find().forEachRemaining(named.getGraph(name)::add);
        } else if (!derived.isEmpty()) {
            named.addGraph(name, derived);
        }
    }
}
