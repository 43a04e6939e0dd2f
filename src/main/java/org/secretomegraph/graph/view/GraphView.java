package org.secretomegraph.graph.view;

import org.apache.jena.graph.Graph;

/** A graph that is laid over another and holds no triples itself; it can be laid over a copy just as well. */
public interface GraphView extends Graph {
    Graph base();

    /** The same over another graph. Safe for many threads when that one is. */
    Graph over(Graph other);
}
