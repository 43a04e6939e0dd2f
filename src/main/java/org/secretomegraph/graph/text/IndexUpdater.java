package org.secretomegraph.graph.text;

import java.lang.ref.WeakReference;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.index.DirectoryReader;
import org.slf4j.LoggerFactory;

/**
 * Lucene's index, following commits behind them: each is noted at once, and told to Lucene when somebody searches in it
 * or in a later one. A writer waits for Lucene only when it is far behind.
 */
final class IndexUpdater {
    /** From so many pending quads on, a thread of its own gives them to Lucene. */
    private static final int ASYNC_FROM = 10_000;
    /** With more pending quads the writer waits until Lucene has them. */
    private static final int MAX_BEHIND = 100_000;

    private final long asyncFrom;
    private final long maxBehind;
    private final NameIndex index = new NameIndex();
    /** In the order of the commits. Only the writer adds to its end; who holds the index takes from its beginning. */
    private final Deque<Step> pending = new ConcurrentLinkedDeque<>();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicBoolean isUpdating = new AtomicBoolean();
    /** So many there were at the start. */
    private volatile long initial;

    IndexUpdater() {
        this(ASYNC_FROM, MAX_BEHIND);
    }

    /** For tests, in which changes are few. */
    IndexUpdater(long asyncFrom, long maxBehind) {
        this.asyncFrom = asyncFrom;
        this.maxBehind = maxBehind;
    }

    /** The index after one commit. Nobody has searched in it as long as it has no reader. */
    static final class Version {
        private volatile Optional<DirectoryReader> reader = Optional.empty();
    }

    /** What one commit changed. The version is gone when nobody can ask for it any more. */
    record Step(List<Quad> removed, List<Quad> added, WeakReference<Version> version) {
        int size() {
            return removed.size() + added.size();
        }
    }

    /** Enqueues what the dataset holds before all commits. */
    Version begin(List<Quad> all) {
        initial = all.size();
        Version version = new Version();
        enqueue(new Step(List.of(), all, new WeakReference<>(version)));
        return version;
    }

    /** Enqueues a commit that is about to be made. */
    void enqueue(Step step) {
        waiting.addAndGet(step.size());
        pending.addLast(step);
    }

    /** Of the commit that was noted last, and was not made: nobody can have asked for it. */
    void cancel(Step step) {
        pending.removeLast();
        waiting.addAndGet(-step.size());
    }

    /**
     * Sees to it that a version, which was committed last, is not too far ahead. What Lucene fails at is logged: the
     * commit was made, and must not look as if it had failed. The step stays, and the next who needs it tries again.
     */
    void catchUp(Version version) {
        if (waiting.get() > initial + maxBehind) {
            tryToReach(version);
        } else if (waiting.get() > initial + asyncFrom && isUpdating.compareAndSet(false, true)) {
            try {
                Thread.ofPlatform().daemon().name("text index").start(() -> {
                    try {
                        tryToReach(version);
                    } finally {
                        isUpdating.set(false);
                    }
                });
            } catch (RuntimeException | Error e) {
                isUpdating.set(false);
                failed(e);
            }
        }
    }

    private void tryToReach(Version version) {
        try {
            reader(version);
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private static void failed(Throwable e) {
        LoggerFactory.getLogger(IndexUpdater.class)
                .error("the text index is behind, and could not be brought up to date", e);
    }

    /** How many quads are pending. */
    long waiting() {
        return waiting.get();
    }

    /** A reader of the index as it is in a version. */
    DirectoryReader reader(Version version) {
        while (version.reader.isEmpty()) {
            synchronized (index) {
                if (version.reader.isEmpty()) {
                    apply(pending.getFirst());
                    pending.removeFirst();
                }
            }
        }
        return version.reader.get();
    }

    private void apply(Step step) {
        index.change(step.removed(), step.added());
        Optional.ofNullable(step.version().get()).ifPresent(version -> version.reader = Optional.of(index.reader()));
        waiting.addAndGet(-step.size());
    }
}
