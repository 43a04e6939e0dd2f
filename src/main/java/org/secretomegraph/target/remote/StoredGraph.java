package org.secretomegraph.target.remote;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A named graph as a target holds it.
 *
 * @param graph its triples; empty when there is no such graph
 * @param etag the entity tag; empty when the target has none
 * @param exists whether there is such a graph
 */
public record StoredGraph(Graph graph, Optional<String> etag, boolean exists) {
    static StoredGraph missing() {
        return new StoredGraph(GraphFactory.createDefaultGraph(), Optional.empty(), false);
    }
}
