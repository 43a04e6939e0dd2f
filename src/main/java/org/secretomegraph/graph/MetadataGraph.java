package org.secretomegraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A derived graph that describes the others, or the questions that can be asked of them. It is made as a whole, never
 * edited.
 */
public interface MetadataGraph {

    /** The name of the graph. */
    Node name();

    /**
     * Its content. The same dataset gives the same triples, without blank nodes, so that two results can be compared.
     *
     * @param named what is described; its default graph is not looked at
     * @param union all its named graphs together
     */
    Graph of(DatasetGraph named, Graph union);
}
