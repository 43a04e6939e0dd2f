package org.secretomegraph.graph.view;

import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** A dataset seen with some of its named graphs left out and others put beside the rest. Nothing is copied. */
public final class DatasetOverlay {
    private DatasetOverlay() {}

    /**
     * @param base    what is there
     * @param union   what its default graph is to be
     * @param without named graphs of the base that are not to be seen
     * @param beside  named graphs to be seen, also in place of those of the base
     */
    public static DatasetGraph of(DatasetGraph base, Graph union, Set<Node> without, Map<Node, Graph> beside) {
        DatasetGraph seen = DatasetGraphFactory.createGeneral(union);
        base.listGraphNodes().forEachRemaining(name -> {
            if (!without.contains(name) && !beside.containsKey(name)) {
                seen.addGraph(name, base.getGraph(name));
            }
        });
        beside.forEach(seen::addGraph);
        return new ImmutableDataset(seen);
    }
}
