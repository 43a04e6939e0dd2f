package org.secretomegraph.guard;

import java.util.ArrayList;
import java.util.List;
import org.secretomegraph.graph.store.WriteTransaction;

/** Commits a change together with what others keep beside the graph. */
record CommitListeners(List<CommitListener> all) {

    CommitListeners {
        all = List.copyOf(all);
    }

    void commit(WriteTransaction writing) {
        List<CommitListener> told = new ArrayList<>();
        try {
            for (CommitListener listener : all) {
                told.add(listener);
                listener.changed(writing.delta());
            }
            writing.commit();
        } catch (RuntimeException | Error e) {
            told.reversed().forEach(listener -> undo(listener, e));
            throw e;
        }
        told.forEach(CommitListener::committed);
    }

    private static void undo(CommitListener listener, Throwable because) {
        try {
            listener.undone();
        } catch (RuntimeException e) {
            because.addSuppressed(e);
        }
    }
}
