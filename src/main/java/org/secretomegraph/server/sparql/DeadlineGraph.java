package org.secretomegraph.server.sparql;

import java.util.NoSuchElementException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.secretomegraph.graph.view.GraphView;

/**
 * A graph that can be read until a moment. Validation has no time limit of its own, and shapes that strangers post may
 * hold any query; but whatever they do, they do it by reading triples.
 */
public final class DeadlineGraph extends WrappedGraph implements GraphView {
    private final long nanoTime;

    public DeadlineGraph(Graph graph, long nanoTime) {
        super(graph);
        this.nanoTime = nanoTime;
    }

    @Override
    public Graph base() {
        return base;
    }

    @Override
    public Graph over(Graph other) {
        return new DeadlineGraph(other, nanoTime);
    }

    private void check() {
        if (System.nanoTime() - nanoTime > 0) {
            throw new QueryCancelledException();
        }
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        check();
        return new Checked(super.find(pattern));
    }

    @Override
    public ExtendedIterator<Triple> find(Node s, Node p, Node o) {
        check();
        return new Checked(super.find(s, p, o));
    }

    @Override
    public boolean contains(Node s, Node p, Node o) {
        check();
        return super.contains(s, p, o);
    }

    @Override
    public boolean contains(Triple triple) {
        check();
        return super.contains(triple);
    }

    private final class Checked extends WrappedIterator<Triple> {
        Checked(ExtendedIterator<Triple> triples) {
            super(triples, true);
        }

        @Override
        public boolean hasNext() {
            check();
            return super.hasNext();
        }

        @Override
        public Triple next() throws NoSuchElementException {
            check();
            return super.next();
        }
    }
}
