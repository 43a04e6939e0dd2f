package org.secretomegraph.graph.view;

import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** An overlay of a dataset: some of its named graphs are left out and others added. Nothing is copied. */
public final class DatasetOverlay {
    private DatasetOverlay() {}

    /**
     * @param base    the dataset
     * @param union   the default graph of the overlay
     * @param without named graphs of the base that are left out
     * @param beside  named graphs that are added, also in place of those of the base
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
