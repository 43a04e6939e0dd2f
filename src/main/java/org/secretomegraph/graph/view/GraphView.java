package org.secretomegraph.graph.view;

import org.apache.jena.graph.Graph;

/** A view of another graph that holds no triples itself and can be rebased on a copy of that graph. */
public interface GraphView extends Graph {
    Graph base();

    /** The same over another graph. Safe for many threads when that one is. */
    Graph over(Graph other);
}
