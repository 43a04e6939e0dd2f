package org.secretomegraph.linking.release;

import java.util.List;
import org.apache.jena.graph.Graph;

/** Graphs that are in memory already, such as the bundled slices, as a source of facts. */
public record GraphSource(String name, List<Graph> graphs) implements OntologySource {
    @Override
    public void sendTo(OntologyHandler handler) {
        for (Graph graph : graphs) {
            OwlTripleAdapter fields = new OwlTripleAdapter(handler);
            graph.stream().forEach(fields::triple);
            fields.finish();
        }
    }
}
