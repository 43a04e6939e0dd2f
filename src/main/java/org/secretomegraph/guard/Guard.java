package org.secretomegraph.guard;

import java.time.Duration;
import java.util.List;
import org.secretomegraph.graph.Derivation;
import org.secretomegraph.graph.Progress;
import org.secretomegraph.graph.Store;
import org.secretomegraph.graph.Writing;

/**
 * The only way to write. A change is made as a whole or not at all: when the rules refuse it, or it fails on its way, the
 * store is as it was, derived graphs and prefixes included.
 *
 * <p>A change is refused for findings that it adds, not for those that were there: a graph that is wrong already can be
 * mended step by step.
 */
public final class Guard {
    private final Store store;
    private final Derivation derivation;
    private final Judge judge;
    private final Severity floor;
    private final Listeners listeners;
    private final Duration limit;
    private final Progress progress;

    /** Refuses violations, and lets warnings pass. */
    public Guard(Store store, Derivation derivation, Rulebook rules) {
        this(store, derivation, rules, Severity.VIOLATION, List.of());
    }

    /** @param floor findings from this severity on refuse a change */
    public Guard(Store store, Derivation derivation, Rulebook rules, Severity floor, List<Committing> listeners) {
        this(store, derivation, new Judge(rules), floor, new Listeners(listeners), Duration.ZERO,
                Progress.SILENT);
    }

    private Guard(Store store, Derivation derivation, Judge judge, Severity floor, Listeners listeners,
                  Duration limit, Progress progress) {
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

    /** The same, which tells how far a long change has come. */
    public Guard watchedBy(Progress watcher) {
        return new Guard(store, derivation, judge, floor, listeners, limit, watcher);
    }

    /**
     * Makes the change, or refuses it. Waits for writers who asked before.
     *
     * @throws org.secretomegraph.graph.TookTooLong when the time limit is over; nothing was changed then
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

    private Verdict verdict(Change change, Writing writing) {
        writing.watchedBy(progress);
        change.edit().accept(writing.dataset());
        derivation.update(writing);
        Judgements judged = judge.judge(change, writing);
        return judged.added().stream().anyMatch(f -> f.severity().reaches(floor))
                ? new Verdict.Refused(judged.added(), judged.present(), writing.delta())
                : new Verdict.Accepted(judged.added(), judged.present(), writing.delta());
    }
}
