package org.secretomegraph.graph.view;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.NamedGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * A read-only dataset for many readers. Asking for a graph that is not there does not change it either: the dataset
 * underneath would add an empty graph.
 */
public final class ImmutableDataset extends DatasetGraphReadOnly implements DatasetGraphWrapperView {
    public ImmutableDataset(DatasetGraph loaded) {
        super(loaded);
    }

    @Override
    public Graph getGraph(Node name) {
        boolean isThere = Quad.isUnionGraph(name) || Quad.isDefaultGraph(name) || containsGraph(name);
        if (!isThere) {
            return Graph.emptyGraph;
        }
        return Quad.isUnionGraph(name) || Quad.isDefaultGraph(name) ? super.getGraph(name)
                : new Named(super.getGraph(name), name);
    }

    /** A graph that knows its name, so that {@code text:query} in {@code GRAPH} looks into this graph only. */
    private static final class Named extends WrappedGraph implements NamedGraph {
        private final Node name;

        Named(Graph graph, Node name) {
            super(graph);
            this.name = name;
        }

        @Override
        public Node getGraphName() {
            return name;
        }
    }
}
