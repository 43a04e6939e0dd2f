package org.secretomegraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.Quad;

/**
 * A dataset that stays as it was loaded, even for one who asks for a graph that is not there: the dataset underneath
 * would add an empty graph then, a change in the middle of other readers.
 */
final class FixedDataset extends DatasetGraphReadOnly {
    FixedDataset(DatasetGraph loaded) {
        super(loaded);
    }

    @Override
    public Graph getGraph(Node name) {
        boolean isThere = Quad.isUnionGraph(name) || Quad.isDefaultGraph(name) || containsGraph(name);
        return isThere ? super.getGraph(name) : Graph.emptyGraph;
    }
}
