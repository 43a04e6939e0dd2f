package org.secretomegraph.bench;

import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.guard.Change;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.guard.Verdict;

/** Our guard, and for comparison the same commit without a guard, on the same store. */
final class GuardContender implements Contender {
    private final Guard guard;

    GuardContender(Guard guard) {
        this.guard = guard;
    }

    @Override
    public boolean commit(GeneratedChange change) {
        return guard.propose(new Change("made", change::applyTo)) instanceof Verdict.Accepted;
    }

    /** The commit alone: nothing is judged, nothing is derived. */
    record Unguarded(GraphStore store) implements Contender {
        @Override
        public boolean commit(GeneratedChange change) {
            return store.underWriteTransaction(writing -> {
                change.applyTo(writing.dataset());
                writing.commit();
                return true;
            });
        }
    }
}
