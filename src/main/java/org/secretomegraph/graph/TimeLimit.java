package org.secretomegraph.graph;

import java.time.Duration;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;

/** Until when a change may take. It is looked at with each question to the store, so that nothing runs on unnoticed. */
final class TimeLimit {
    private static final int NEVER = 0;

    private final Duration limit;
    private final long end;

    private TimeLimit(Duration limit, long end) {
        this.limit = limit;
        this.end = end;
    }

    static TimeLimit none() {
        return new TimeLimit(Duration.ZERO, NEVER);
    }

    /** From now on. */
    static TimeLimit of(Duration limit) {
        return limit.isZero() ? none() : new TimeLimit(limit, System.nanoTime() + limit.toNanos());
    }

    /** @throws TookTooLong when the time is over */
    void check() {
        if (!limit.isZero() && System.nanoTime() - end > 0) {
            throw new TookTooLong("to make and judge it", limit);
        }
    }

    /** The same graph, which answers no more when the time is over. */
    Graph within(Graph graph) {
        return limit.isZero() ? graph : new Timed(graph);
    }

    private final class Timed extends GraphBase implements Laid, Recalling {
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
        public Optional<Few> few(Triple pattern) {
            check();
            return graph instanceof Recalling recalling ? recalling.few(pattern) : Optional.empty();
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
