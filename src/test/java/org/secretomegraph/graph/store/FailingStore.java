package org.secretomegraph.graph.store;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;

/** A store whose next commit, or whose next write, fails when it is told so. */
public final class FailingStore {
    private final AtomicReference<Optional<Supplier<Throwable>>> nextCommit = new AtomicReference<>(Optional.empty());
    private final GraphStore store;

    private FailingStore(DatasetGraph base) {
        this.store = GraphStore.over(new Failing(base));
    }

    public static FailingStore over(DatasetGraph base) {
        return new FailingStore(base);
    }

    public GraphStore store() {
        return store;
    }

    /** Once. */
    public void failAtCommit(Supplier<Throwable> failure) {
        nextCommit.set(Optional.of(failure));
    }

    private final class Failing extends DatasetGraphWrapper implements DatasetGraphWrapperView {
        Failing(DatasetGraph base) {
            super(base);
        }

        @Override
        public void commit() {
            Optional<Supplier<Throwable>> failure = nextCommit.getAndSet(Optional.empty());
            if (failure.isPresent()) {
                switch (failure.get().get()) {
                    case RuntimeException e -> throw e;
                    case Error e -> throw e;
                    case Throwable e -> throw new AssertionError("not what a commit can throw", e);
                }
            }
            super.commit();
        }
    }
}
