package org.secretomegraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A derived graph that tells of the others, or of what can be asked of them. It is made as a whole, never written by
 * hand.
 */
public interface MetadataGraph {

    /** The name of the graph. */
    Node name();

    /**
     * Its content. The same dataset gives the same triples, without blank nodes, so that two makings can be compared.
     *
     * @param named what is described; its default graph is not looked at
     * @param union all its named graphs together
     */
    Graph of(DatasetGraph named, Graph union);
}
