package org.secretomegraph.graph.view;

import java.util.Iterator;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.secretomegraph.graph.NamedGraphs;

/**
 * The named graphs of a dataset as one graph, with or without some of them. Has no prefixes: those are the dataset's.
 */
public final class UnionGraph extends GraphBase {
    private final DatasetGraph dataset;
    private final Set<Node> without;

    private UnionGraph(DatasetGraph dataset, Set<Node> without) {
        this.dataset = dataset;
        this.without = without;
    }

    static Graph of(DatasetGraph dataset) {
        return new UnionGraph(dataset, Set.of());
    }

    public static Graph without(Set<Node> graphs, DatasetGraph dataset) {
        return new UnionGraph(dataset, graphs);
    }

    /** Asserted triples, links and metadata: everything but the entailments. */
    public static Graph withoutEntailments(DatasetGraph dataset) {
        return without(Set.of(NamedGraphs.ENTAILMENTS), dataset);
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        Iterator<Triple> found = Iter.map(quads(pattern), Quad::asTriple);
        // A whole triple is found once; several graphs may hold it.
        return WrappedIterator.createNoRemove(pattern.isConcrete() ? Iter.limit(found, 1) : Iter.distinct(found));
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        return quads(pattern).hasNext();
    }

    /** All triples; one that several graphs hold comes several times. */
    Iterator<Triple> repeating() {
        return Iter.map(quads(Triple.ANY), Quad::asTriple);
    }

    private Iterator<Quad> quads(Triple pattern) {
        Iterator<Quad> quads = dataset.findNG(Node.ANY, pattern.getSubject(), pattern.getPredicate(),
                pattern.getObject());
        return without.isEmpty() ? quads : Iter.filter(quads, q -> !without.contains(q.getGraph()));
    }
}
