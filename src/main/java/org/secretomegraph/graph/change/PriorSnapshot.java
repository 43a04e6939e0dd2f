package org.secretomegraph.graph.change;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.jspecify.annotations.Nullable;

/**
 * The dataset as it was before the write transaction of this thread: a transaction for reading in a thread of its own,
 * since a thread has one transaction at a time. It is begun when it is first asked; no other writer can have come
 * between.
 */
public final class PriorSnapshot implements AutoCloseable {
    private final DatasetGraph base;
    private @Nullable ExecutorService thread;

    public PriorSnapshot(DatasetGraph base) {
        this.base = base;
    }

    /** Reads the dataset; the result must not refer to it. */
    public <T> T read(Function<DatasetGraph, T> question) {
        if (thread == null) {
            thread = startTransaction();
        }
        return run(thread, () -> question.apply(base));
    }

    /** A thread that has a transaction: one whose transaction did not begin must not be asked a second time. */
    private ExecutorService startTransaction() {
        ExecutorService fresh =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().name("before the change").daemon(true)
                        .factory());
        boolean begun = false;
        try {
            run(fresh, () -> {
                base.begin(TxnType.READ);
                return null;
            });
            begun = true;
            return fresh;
        } finally {
            if (!begun) {
                fresh.close();
            }
        }
    }

    private static <T> T run(ExecutorService thread, Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (ExecutionException e) {
            switch (Objects.requireNonNull(e.getCause())) { // a future always names it
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading what was before", e);
        }
    }

    /** The union of some of its graphs. */
    public Graph union(Predicate<Node> included) {
        return new GraphBase() {
            @Override
            protected ExtendedIterator<Triple> graphBaseFind(Triple t) {
                List<Triple> found = read(d -> {
                    Set<Triple> all = new LinkedHashSet<>();
                    d.findNG(Node.ANY, t.getSubject(), t.getPredicate(), t.getObject()).forEachRemaining(q -> {
                        if (included.test(q.getGraph())) {
                            all.add(q.asTriple());
                        }
                    });
                    return List.copyOf(all);
                });
                return WrappedIterator.createNoRemove(found.iterator());
            }
        };
    }

    @Override
    public void close() {
        if (thread != null) {
            try {
                run(thread, () -> {
                    base.end();
                    return null;
                });
            } finally {
                thread.close();
            }
        }
    }
}
