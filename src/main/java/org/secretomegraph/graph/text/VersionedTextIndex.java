package org.secretomegraph.graph.text;

import java.lang.ref.WeakReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;
import org.secretomegraph.graph.text.IndexUpdater.Step;
import org.secretomegraph.graph.text.IndexUpdater.Version;

/**
 * The text index of a dataset, in memory: it holds names and sentences only and is made anew after each start, so that
 * it can never differ from the dataset after a crash.
 *
 * <p>Each commit that touches it makes a version, and a reader keeps the version of the moment at which its transaction
 * began, so the graph and the index that it sees are of one commit. Writers only note what changed; Lucene is told when
 * somebody searches, change by change, and opens a reader for each version that somebody still holds.
 */
public final class VersionedTextIndex {
    private final IndexUpdater updater = new IndexUpdater();
    private final ThreadLocal<Version> threadVersion = new ThreadLocal<>();
    private volatile State state;

    /** A commit that is being made; whether a reader sees it shows in one of its quads. */
    private record PendingCommit(Version version, Quad witness, boolean added) {
        static PendingCommit by(Step step, Version version) {
            return step.added().isEmpty() ? new PendingCommit(version, step.removed().get(0), false)
                    : new PendingCommit(version, step.added().get(0), true);
        }

        boolean isSeenBy(DatasetGraph dataset) {
            return dataset.contains(witness) == added;
        }
    }

    /** The version that was committed last, and the one that may be committed now. */
    private record State(Version current, Optional<PendingCommit> pending) {}

    private VersionedTextIndex(DatasetGraph dataset) {
        load(dataset);
    }

    /** The index of what a dataset holds now. */
    public static VersionedTextIndex of(DatasetGraph dataset) {
        return new VersionedTextIndex(dataset);
    }

    /** Makes {@code text:query} on a dataset, and on what is given its context, look into this index. */
    public void registerIn(Context context) {
        context.set(TextSearch.INDEX, new TextSearch(this::reader));
    }

    /** The same for a dataset that stays as it is: its names are gathered when somebody first looks for one. */
    public static void registerLazily(DatasetGraph fixed, Context context) {
        context.set(TextSearch.INDEX, new TextSearch(new Supplier<>() {
            private @Nullable VersionedTextIndex made;

            @Override
            public synchronized DirectoryReader get() {
                if (made == null) {
                    made = of(fixed);
                }
                return made.reader();
            }
        }));
    }

    /** Registers the index of one context in another. */
    public static void copyRegistration(Context from, Context to) {
        if (from.get(TextSearch.INDEX) instanceof TextSearch queries) {
            to.set(TextSearch.INDEX, queries);
        }
    }

    /** The index that a dataset's context offers. */
    public static Optional<NameSearch> search(Context context) {
        return context.get(TextSearch.INDEX) instanceof TextSearch queries
                ? Optional.of(new NameSearch(queries))
                : Optional.empty();
    }

    /**
     * Begins a READ transaction of this thread on the dataset. It does not wait, also not for a writer whose commit is
     * on its way to the disk: which state it got is seen by what that commit changes. In the rare case that more than
     * one commit came between, it begins once more.
     */
    public void begin(DatasetGraph dataset) {
        while (true) {
            State before = state;
            dataset.begin(TxnType.READ);
            boolean begun = false;
            try {
                Optional<Version> seen = seen(before, state, dataset);
                seen.ifPresent(threadVersion::set);
                begun = seen.isPresent();
            } finally {
                if (!begun) {
                    dataset.end();
                }
            }
            if (begun) {
                return;
            }
        }
    }

    private static Optional<Version> seen(State before, State after, DatasetGraph dataset) {
        if (before == after && before.pending().isEmpty()) {
            return Optional.of(before.current());
        }
        Optional<PendingCommit> one = before.pending().or(after::pending);
        boolean noOther = one.isPresent() && (after.pending().isEmpty() || after.pending().equals(one))
                && (after.current() == before.current() || after.current() == one.get().version());
        return noOther ? one.map(a -> a.isSeenBy(dataset) ? a.version() : before.current()) : Optional.empty();
    }

    /** This thread's transaction has ended. */
    public void end() {
        threadVersion.remove();
    }

    /** In the version of this thread's transaction; for a writer the one that was committed last. */
    private DirectoryReader reader() {
        return updater.reader(Optional.ofNullable(threadVersion.get()).orElseGet(() -> state.current()));
    }

    /** What changed in the dataset, quad by quad, in an order that can be followed. */
    @FunctionalInterface
    public interface Changes {
        void each(BiConsumer<Boolean, Quad> isAdded);
    }

    /**
     * Commits a change of the dataset, which the index then follows. One writer at a time.
     *
     * @param changes    what changed
     * @param committing makes it last; when it throws, the index stays as it was
     */
    public void commit(Changes changes, Runnable committing) {
        Set<Quad> removed = new LinkedHashSet<>();
        Set<Quad> added = new LinkedHashSet<>();
        changes.each((isAdded, quad) -> {
            if (SearchField.by(quad.getPredicate()).isPresent() && !(isAdded ? removed : added).remove(quad)) {
                (isAdded ? added : removed).add(quad);
            }
        });
        List<Quad> gone = List.copyOf(removed);
        List<Quad> come = List.copyOf(added);
        if (gone.isEmpty() && come.isEmpty()) {
            committing.run();
            return;
        }
        Version last = state.current();
        Version next = new Version();
        Step step = new Step(gone, come, new WeakReference<>(next));
        updater.enqueue(step); // before anybody can ask for its version
        state = new State(last, Optional.of(PendingCommit.by(step, next)));
        try {
            committing.run();
        } catch (RuntimeException | Error e) {
            state = new State(last, Optional.empty());
            updater.cancel(step);
            throw e;
        }
        state = new State(next, Optional.empty());
        updater.catchUp(next); // it throws nothing: the change is made
    }

    /** Loads all that a dataset holds, which was empty before. */
    public void load(DatasetGraph dataset) {
        List<Quad> all = Stream.of(SearchField.values()).flatMap(said -> said.properties().stream())
                .flatMap(property -> Iter.asStream(dataset.findNG(Node.ANY, Node.ANY, property, Node.ANY))).toList();
        state = new State(updater.begin(all), Optional.empty());
    }

    /** How many quads Lucene has not received yet. */
    long waiting() {
        return updater.waiting();
    }

    /** Everything in the current index, a line for each document, sorted: two equal indexes have equal lines. */
    public List<String> content() {
        return new TextSearch(this::reader).content();
    }
}
