package org.secretomegraph.graph.view;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.io.input.ProxyInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;

/** Until when a change may take. It is looked at with each question to the store, so that nothing runs on unnoticed. */
public final class Deadline {
    private static final int NEVER = 0;

    private final Duration limit;
    private final long end;

    private Deadline(Duration limit, long end) {
        this.limit = limit;
        this.end = end;
    }

    static Deadline none() {
        return new Deadline(Duration.ZERO, NEVER);
    }

    /** From now on; zero for no limit. */
    public static Deadline of(Duration limit) {
        return limit.isZero() ? none() : new Deadline(limit, System.nanoTime() + limit.toNanos());
    }

    /** @throws ChangeTimeoutException when the time is over */
    public void check() {
        check("to make and judge it");
    }

    private void check(String what) {
        if (!limit.isZero() && System.nanoTime() - end > 0) {
            throw new ChangeTimeoutException(what, limit);
        }
    }

    /** The same bytes, until the time is over: then reading fails with {@link ChangeTimeoutException}. */
    public InputStream within(InputStream in) {
        return limit.isZero() ? in : new ProxyInputStream(in) {
            @Override
            protected void beforeRead(int wanted) {
                check("to read it");
            }
        };
    }

    /** The same graph, which answers no more when the time is over. */
    public Graph within(Graph graph) {
        return limit.isZero() ? graph : new Timed(graph);
    }

    private final class Timed extends GraphBase implements GraphView, SelectivityHints {
        private final Graph graph;

        Timed(Graph graph) {
            this.graph = graph;
        }

        @Override
        public Graph base() {
            return graph;
        }

        @Override
        public Graph over(Graph other) {
            return new Timed(other);
        }

        @Override
        public Optional<MatchList> few(Triple pattern) {
            check();
            return graph instanceof SelectivityHints recalling ? recalling.few(pattern) : Optional.empty();
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            check();
            return graph.find(pattern);
        }

        @Override
        protected boolean graphBaseContains(Triple pattern) {
            check();
            return graph.contains(pattern);
        }
    }
}
