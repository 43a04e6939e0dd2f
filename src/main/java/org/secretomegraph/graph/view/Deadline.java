package org.secretomegraph.graph.view;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.io.input.ProxyInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * The moment at which a change or a validation must end. It is checked at each look-up in the graph and while the
 * triples are read: shapes may hold any query, but whatever they do, they do it by reading triples.
 */
public final class Deadline {
    /** Reading the clock takes as long as reading some triples from memory. */
    private static final int TRIPLES_PER_CHECK = 64;

    private final Duration limit;
    private final long end;
    private final Function<String, RuntimeException> failure;

    private Deadline(Duration limit, Function<String, RuntimeException> failure) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
        this.failure = failure;
    }

    /** For a change, from now on; zero for no limit. When the time is over it throws {@link ChangeTimeoutException}. */
    public static Deadline of(Duration limit) {
        return new Deadline(limit, work -> new ChangeTimeoutException(work, limit));
    }

    /** For reading, from now on; zero for no limit. When the time is over it throws {@link QueryCancelledException}. */
    public static Deadline ofQuery(Duration limit) {
        return new Deadline(limit, work -> new QueryCancelledException());
    }

    /** Throws when the time is over. */
    public void check() {
        check("to make and judge it");
    }

    private void check(String work) {
        if (!limit.isZero() && System.nanoTime() - end > 0) {
            throw failure.apply(work);
        }
    }

    /** The same bytes; reading them throws when the time is over. */
    public InputStream within(InputStream in) {
        return limit.isZero() ? in : new ProxyInputStream(in) {
            @Override
            protected void beforeRead(int wanted) {
                check("to read it");
            }
        };
    }

    /** The same graph; reading it throws when the time is over. */
    public Graph within(Graph graph) {
        return limit.isZero() ? graph : new TimedGraph(graph);
    }

    private final class TimedGraph extends WrappedGraph implements GraphView, SelectivityHints {
        TimedGraph(Graph graph) {
            super(graph);
        }

        @Override
        public Graph base() {
            return base;
        }

        @Override
        public Graph over(Graph other) {
            return new TimedGraph(other);
        }

        @Override
        public Optional<MatchList> smallMatches(Triple pattern) {
            check();
            return base instanceof SelectivityHints hints ? hints.smallMatches(pattern) : Optional.empty();
        }

        @Override
        public ExtendedIterator<Triple> find(Triple pattern) {
            check();
            return new TimedIterator(base.find(pattern));
        }

        @Override
        public ExtendedIterator<Triple> find(Node s, Node p, Node o) {
            check();
            return new TimedIterator(base.find(s, p, o));
        }

        @Override
        public boolean contains(Triple triple) {
            check();
            return base.contains(triple);
        }

        @Override
        public boolean contains(Node s, Node p, Node o) {
            check();
            return base.contains(s, p, o);
        }
    }

    private final class TimedIterator extends WrappedIterator<Triple> {
        private int read;

        TimedIterator(ExtendedIterator<Triple> triples) {
            super(triples, true);
        }

        @Override
        public Triple next() {
            if (++read % TRIPLES_PER_CHECK == 0) {
                check();
            }
            return super.next();
        }

        @Override
        public void forEachRemaining(Consumer<? super Triple> action) {
            while (hasNext()) {
                action.accept(next());
            }
        }
    }
}
