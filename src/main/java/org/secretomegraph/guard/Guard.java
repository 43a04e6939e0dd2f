package org.secretomegraph.guard;

import java.time.Duration;
import java.util.List;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.graph.store.WriteTransaction;
import org.secretomegraph.io.ProgressListener;
import org.secretomegraph.report.Severity;
import org.secretomegraph.shacl.ShapeLibrary;

/**
 * The only way to write. A change is made as a whole or not at all: when the rules refuse it, or it fails on its way,
 * the
 * store is as it was, derived graphs and prefixes included.
 *
 * <p>A change is refused for findings that it adds, not for those that were there: a graph that is wrong already can be
 * mended step by step.
 */
public final class Guard {
    private final GraphStore store;
    private final Materializer derivation;
    private final ChangeValidator judge;
    private final Severity floor;
    private final CommitListeners listeners;
    private final Duration limit;
    private final ProgressListener progress;

    /** Refuses violations, and lets warnings pass. */
    public Guard(GraphStore store, Materializer derivation, ShapeLibrary rules) {
        this(store, derivation, rules, Severity.VIOLATION, List.of());
    }

    /** @param floor findings from this severity on refuse a change */
    public Guard(GraphStore store, Materializer derivation, ShapeLibrary rules, Severity floor,
            List<CommitListener> listeners) {
        this(store, derivation, new ChangeValidator(rules), floor, new CommitListeners(listeners), Duration.ZERO,
                ProgressListener.SILENT);
    }

    private Guard(GraphStore store, Materializer derivation, ChangeValidator judge, Severity floor,
            CommitListeners listeners,
            Duration limit, ProgressListener progress) {
        this.store = store;
        this.derivation = derivation;
        this.judge = judge;
        this.floor = floor;
        this.listeners = listeners;
        this.limit = limit;
        this.progress = progress;
    }

    /** The same, with a limit to the time that a change may wait, and may then take; zero for none. */
    public Guard withTimeLimit(Duration longest) {
        return new Guard(store, derivation, judge, floor, listeners, longest, progress);
    }

    /** How long a change may wait, and may then take; zero for any time. */
    public Duration timeLimit() {
        return limit;
    }

    /** The same, which tells how far a long change has come. */
    public Guard watchedBy(ProgressListener watcher) {
        return new Guard(store, derivation, judge, floor, listeners, limit, watcher);
    }

    /**
     * Makes the change, or refuses it. Waits for writers who asked before.
     *
     * @throws org.secretomegraph.graph.view.ChangeTimeoutException when the time limit is over; nothing was changed
     * then
     */
    public Verdict propose(Change change) {
        return store.underWriteTransaction(limit, writing -> {
            Verdict verdict = verdict(change, writing);
            if (verdict instanceof Verdict.Accepted) {
                listeners.commit(writing);
            }
            return verdict;
        });
    }

    /** Says what {@link #propose} would say, and changes nothing. */
    public Verdict tryOut(Change change) {
        return store.underWriteTransaction(limit, writing -> verdict(change, writing));
    }

    private Verdict verdict(Change change, WriteTransaction writing) {
        writing.watchedBy(progress);
        change.edit().accept(writing.dataset());
        derivation.update(writing);
        ChangeFindings judged = judge.judge(change, writing);
        return judged.added().stream().anyMatch(f -> f.severity().reaches(floor))
                ? new Verdict.Refused(judged.added(), judged.present(), writing.delta())
                : new Verdict.Accepted(judged.added(), judged.present(), writing.delta());
    }
}
