package org.secretomegraph.guard;

import java.time.Duration;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.graph.store.WriteTransaction;
import org.secretomegraph.io.ProgressListener;
import org.secretomegraph.report.Severity;
import org.secretomegraph.shacl.ShapeLibrary;

/**
 * The only way to write to a store. A change is applied and validated in one write transaction, and committed as a
 * whole or not at all: when the shapes refuse it, or it fails, the store is as it was before, derived graphs and
 * prefixes included.
 *
 * <p>A change is refused for the findings that it adds, not for those that existed before, so that a store with errors
 * can be repaired step by step.
 */
public final class Guard {
    private final GraphStore store;
    private final Materializer materializer;
    private final ChangeValidator validator;
    private final Severity failOn;
    private final Duration timeout;
    private final ProgressListener progress;

    /** A guard that refuses violations and accepts warnings. */
    public Guard(GraphStore store, Materializer materializer, ShapeLibrary shapes) {
        this(store, materializer, shapes, Severity.VIOLATION);
    }

    /** @param failOn the mildest severity for which a change is refused */
    public Guard(GraphStore store, Materializer materializer, ShapeLibrary shapes, Severity failOn) {
        this(store, materializer, new ChangeValidator(shapes), failOn, Duration.ZERO, ProgressListener.SILENT);
    }

    private Guard(GraphStore store, Materializer materializer, ChangeValidator validator, Severity failOn,
            Duration timeout, ProgressListener progress) {
        this.store = store;
        this.materializer = materializer;
        this.validator = validator;
        this.failOn = failOn;
        this.timeout = timeout;
        this.progress = progress;
    }

    /** This guard with a limit, first to the time that a change waits, then to the time that it takes; zero for none. */
    public Guard withTimeLimit(Duration limit) {
        return new Guard(store, materializer, validator, failOn, limit, progress);
    }

    /** The limit to the time that a change waits, and to the time that it takes; zero for none. */
    public Duration timeLimit() {
        return timeout;
    }

    /** This guard with a listener that long changes report their progress to. */
    public Guard withProgress(ProgressListener listener) {
        return new Guard(store, materializer, validator, failOn, timeout, listener);
    }

    /**
     * Applies the change and commits it, or refuses it. Writers are served in the order in which they came.
     *
     * @throws org.secretomegraph.graph.view.ChangeTimeoutException when the time limit is over; nothing was changed
     */
    public Verdict propose(Change change) {
        return store.underWriteTransaction(timeout, transaction -> {
            Verdict verdict = validated(change, transaction);
            if (verdict instanceof Verdict.Accepted) {
                transaction.commit();
            }
            return verdict;
        });
    }

    /** The verdict that {@link #propose} would return; nothing is changed. */
    public Verdict dryRun(Change change) {
        return store.underWriteTransaction(timeout, transaction -> validated(change, transaction));
    }

    private Verdict validated(Change change, WriteTransaction transaction) {
        transaction.reportTo(progress);
        change.edit().accept(transaction.dataset());
        materializer.update(transaction);
        ChangeValidator.ChangeFindings findings = validator.validate(change, transaction);
        return findings.added().stream().anyMatch(f -> f.severity().isAtLeast(failOn))
                ? new Verdict.Refused(findings.added(), findings.existing(), transaction.delta())
                : new Verdict.Accepted(findings.added(), findings.existing(), transaction.delta());
    }
}
