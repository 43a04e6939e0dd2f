package org.secretomegraph.link.source;

import java.util.List;
import org.apache.jena.graph.Graph;

/** Graphs that are in memory already, such as the bundled slices, as a source of facts. */
public record GraphFacts(String name, List<Graph> graphs) implements FactSource {
    @Override
    public void sendTo(FactSink sink) {
        for (Graph graph : graphs) {
            OwlFacts facts = new OwlFacts(sink);
            graph.stream().forEach(facts::triple);
            facts.finish();
        }
    }
}
