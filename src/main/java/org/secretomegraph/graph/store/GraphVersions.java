package org.secretomegraph.graph.store;

import java.util.Optional;
import java.util.UUID;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Which state the graphs are in: another text after each change of their triples, of letters, digits and hyphens.
 * Within a transaction it tells the state at the transaction's beginning.
 */
public interface GraphVersions {
    /** The state of all graphs together. */
    String ofAll();

    /** The state of a named graph; empty when there is no such graph. */
    Optional<String> of(Node graph);

    /** Of a dataset that never changes: the state is new with each start of the program. */
    static GraphVersions ofFixed(DatasetGraph dataset) {
        String only = UUID.randomUUID().toString();
        return new GraphVersions() {
            @Override
            public String ofAll() {
                return only;
            }

            @Override
            public Optional<String> of(Node graph) {
                return dataset.containsGraph(graph) ? Optional.of(only) : Optional.empty();
            }
        };
    }
}
