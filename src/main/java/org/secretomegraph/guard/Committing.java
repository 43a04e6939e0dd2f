package org.secretomegraph.guard;

import org.secretomegraph.graph.Delta;

/**
 * Somebody who keeps something beside the graph, such as a text index, and must keep it in step. Called within the write
 * transaction, after the change was judged good and before it is made to last: to throw here undoes the change.
 */
@FunctionalInterface
public interface Committing {
    void changed(Delta delta);
}
