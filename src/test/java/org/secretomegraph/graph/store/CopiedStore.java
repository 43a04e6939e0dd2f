package org.secretomegraph.graph.store;

import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;

/**
 * Stores that hold the graphs of a dataset as they are, derived ones too: a copy takes seconds where deriving takes
 * minutes.
 */
public final class CopiedStore {
    private CopiedStore() {}

    /** A writable store in memory. */
    public static GraphStore memory(DatasetGraph content) {
        return GraphStore.over(filled(DatasetGraphFactory.createTxnMem(), content));
    }

    /** A durable store in an empty folder. */
    public static GraphStore tdb2(DatasetGraph content, Path folder) {
        return Tdb2Directory.open(folder, base -> GraphStore.over(filled(base, content)));
    }

    private static DatasetGraph filled(DatasetGraph base, DatasetGraph content) {
        Txn.executeWrite(base, () -> {
            content.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(base::add);
            content.prefixes().forEach(base.prefixes()::add);
            new StoreMetadata(base).count();
        });
        return base;
    }
}
