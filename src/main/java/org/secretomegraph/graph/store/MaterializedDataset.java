package org.secretomegraph.graph.store;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.graph.MetadataGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Source;

/**
 * Sources and what follows from them, in plain graphs in memory: deriving asks so much that a durable store, or one
 * with
 * transactions, takes several times as long.
 *
 * @param named each source and each derived graph under its name
 * @param union all of their triples
 */
record MaterializedDataset(DatasetGraph named, Graph union) {

    static MaterializedDataset of(List<Source> sources, Materializer derivation) {
        DatasetGraph named = DatasetGraphFactory.createGeneral();
        sources.forEach(source -> source.addTo(named));
        Graph union = GraphFactory.createDefaultGraph();
        named.find(Quad.ANY).forEachRemaining(quad -> union.add(quad.asTriple()));
        Materializer.Derived derived = derivation.derive(union);
        addAll(derived.links(), NamedGraphs.LINKS, named, union);
        addAll(derived.entailments(), NamedGraphs.ENTAILMENTS, named, union);
        return new MaterializedDataset(named, union);
    }

    void tell(MetadataGraph description) {
        addAll(description.of(named, union), description.name(), named, union);
    }

    private static void addAll(Graph derived, Node name, DatasetGraph named, Graph union) {
        derived.find().forEachRemaining(t -> {
            named.add(name, t.getSubject(), t.getPredicate(), t.getObject());
            union.add(t);
        });
    }
}
