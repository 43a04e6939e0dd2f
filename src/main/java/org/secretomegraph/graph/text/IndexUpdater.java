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
    /** When so many quads wait for somebody who searches, a thread of its own begins to tell them. */
    private static final int MANY = 10_000;
    /** So many more, and the writer waits until they are told. */
    private static final int TOO_MANY = 100_000;

    private final long many;
    private final long tooMany;
    private final NameIndex index = new NameIndex();
    /** In the order of the commits. Only the writer adds to its end; who holds the index takes from its beginning. */
    private final Deque<Step> untold = new ConcurrentLinkedDeque<>();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicBoolean telling = new AtomicBoolean();
    /** So many there were at the start. */
    private volatile long first;

    IndexUpdater() {
        this(MANY, TOO_MANY);
    }

    /** For tests, in which changes are few. */
    IndexUpdater(long many, long tooMany) {
        this.many = many;
        this.tooMany = tooMany;
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

    /** Notes what there is before all commits. */
    Version begin(List<Quad> all) {
        first = all.size();
        Version version = new Version();
        note(new Step(List.of(), all, new WeakReference<>(version)));
        return version;
    }

    /** Notes a commit that is about to be made. */
    void note(Step step) {
        waiting.addAndGet(step.size());
        untold.addLast(step);
    }

    /** Of the commit that was noted last, and was not made: nobody can have asked for it. */
    void forget(Step step) {
        untold.removeLast();
        waiting.addAndGet(-step.size());
    }

    /**
     * Sees to it that a version, which was committed last, is not too far ahead. What Lucene fails at is logged: the
     * commit was made, and must not look as if it had failed. The step stays, and the next who needs it tries again.
     */
    void keepUp(Version version) {
        if (waiting.get() > first + tooMany) {
            tryToReach(version);
        } else if (waiting.get() > first + many && telling.compareAndSet(false, true)) {
            try {
                Thread.ofPlatform().daemon().name("text index").start(() -> {
                    try {
                        tryToReach(version);
                    } finally {
                        telling.set(false);
                    }
                });
            } catch (RuntimeException | Error e) {
                telling.set(false);
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

    /** How many quads Lucene was not told yet. */
    long waiting() {
        return waiting.get();
    }

    /** A reader of the index as it is in a version. */
    DirectoryReader reader(Version version) {
        while (version.reader.isEmpty()) {
            synchronized (index) {
                if (version.reader.isEmpty()) {
                    tell(untold.getFirst());
                    untold.removeFirst();
                }
            }
        }
        return version.reader.get();
    }

    private void tell(Step step) {
        index.change(step.removed(), step.added());
        Optional.ofNullable(step.version().get()).ifPresent(version -> version.reader = Optional.of(index.reader()));
        waiting.addAndGet(-step.size());
    }
}
