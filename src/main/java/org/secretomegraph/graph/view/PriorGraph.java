package org.secretomegraph.graph.view;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.secretomegraph.graph.change.TripleDelta;

/** A graph as it was before a change, seen through the graph as it is: no copy is made. */
public final class PriorGraph extends GraphBase {
    private final Graph now;
    private final Set<Triple> added;
    private final Graph removed = GraphMemFactory.createDefaultGraphSameTerm();

    public PriorGraph(Graph now, TripleDelta change) {
        this.now = now;
        this.added = change.added();
        change.removed().forEach(removed::add);
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        ExtendedIterator<Triple> kept =
                added.isEmpty() ? now.find(pattern) : now.find(pattern).filterDrop(added::contains);
        return removed.isEmpty() ? kept : kept.andThen(removed.find(pattern));
    }
}
