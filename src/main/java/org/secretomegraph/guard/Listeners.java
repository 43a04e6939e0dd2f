package org.secretomegraph.guard;

import java.util.ArrayList;
import java.util.List;
import org.secretomegraph.graph.Writing;

/** Commits a change together with what others keep beside the graph. */
record Listeners(List<Committing> all) {

    Listeners {
        all = List.copyOf(all);
    }

    void commit(Writing writing) {
        List<Committing> told = new ArrayList<>();
        try {
            for (Committing listener : all) {
                told.add(listener);
                listener.changed(writing.delta());
            }
            writing.commit();
        } catch (RuntimeException | Error e) {
            told.reversed().forEach(listener -> undo(listener, e));
            throw e;
        }
        told.forEach(Committing::committed);
    }

    private static void undo(Committing listener, Throwable because) {
        try {
            listener.undone();
        } catch (RuntimeException e) {
            because.addSuppressed(e);
        }
    }
}
