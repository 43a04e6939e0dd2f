package org.secretomegraph.graph.view;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.junit.jupiter.api.Test;

/** A graph with a deadline cannot be read beyond it, whichever way it is read. */
class DeadlineTest {
    private static final Node NODE = NodeFactory.createURI("http://example.org/a");
    private static final Triple TRIPLE = Triple.create(NODE, NODE, NODE);
    private static final Duration SHORT = Duration.ofMillis(50);

    /** More triples than can be read until the deadline. */
    private static final Graph HUGE = new GraphBase() {
        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            return WrappedIterator.create(IntStream.range(0, Integer.MAX_VALUE).mapToObj(i -> TRIPLE).iterator());
        }
    };

    private static final List<Consumer<Graph>> READERS = List.of(graph -> graph.find().forEachRemaining(t -> {}),
            graph -> graph.find(NODE, Node.ANY, Node.ANY).mapWith(Triple::getObject).forEachRemaining(n -> {}),
            graph -> graph.find(Triple.ANY).filterKeep(t -> false).hasNext(),
            graph -> graph.stream(Node.ANY, NODE, Node.ANY).forEach(t -> {}));

    @Test
    void readingAHugeGraphEnds() {
        for (Consumer<Graph> reader : READERS) {
            assertThrows(ChangeTimeoutException.class, () -> reader.accept(Deadline.of(SHORT).within(HUGE)));
            assertThrows(QueryCancelledException.class, () -> reader.accept(Deadline.ofQuery(SHORT).within(HUGE)));
        }
    }

    @Test
    void noLookUpIsMadeAfterTheEnd() {
        Graph late = Deadline.ofQuery(SHORT).within(HUGE);
        assertThrows(QueryCancelledException.class, () -> late.find().forEachRemaining(t -> {}));
        assertThrows(QueryCancelledException.class, () -> late.contains(TRIPLE));
        assertThrows(QueryCancelledException.class, () -> late.contains(NODE, NODE, NODE));
        assertThrows(QueryCancelledException.class, () -> late.find(NODE, NODE, NODE));
    }

    @Test
    void theDeadlineStaysWhenTheViewIsLaidOverAnotherGraph() {
        GraphView late = (GraphView) Deadline.of(SHORT).within(HUGE);
        assertSame(HUGE, late.base());
        Graph over = late.over(HUGE);
        assertThrows(ChangeTimeoutException.class, () -> over.find().forEachRemaining(t -> {}));
    }

    @Test
    void zeroMeansNoLimit() {
        Deadline none = Deadline.of(Duration.ZERO);
        none.check();
        assertSame(HUGE, none.within(HUGE));
        assertFalse(none.within(Graph.emptyGraph).find().hasNext());
    }
}
