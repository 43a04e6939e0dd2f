package org.secretomegraph.graph.view;

import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.mem.GraphMem;
import org.secretomegraph.graph.BulkGraph;

/**
 * A graph as many threads may read it at once. Plain graphs in memory bear that as long as nobody writes to them. A
 * dataset's graphs do not: a transaction, and what it wrote and did not commit yet, is seen by its own thread only, in
 * Jena's memory store and in TDB2 alike. So they are copied.
 */
public final class SharedReadCopy {
    /** What a triple takes in a plain graph, its nodes included, with room to spare. */
    private static final long BYTES = 500;

    private SharedReadCopy() {}

    /** Whether many threads may read the graph as it is. */
    public static boolean isShareable(Graph graph) {
        return switch (graph) {
            case GraphMem inMemory -> true;
            case GraphView view -> isShareable(view.base());
            case Union union -> isShareable(union.getL()) && isShareable(union.getR());
            default -> false;
        };
    }

    /**
     * @param graph  a graph that nobody changes until the result is not used any more
     * @param atMost so many triples may be copied; of a larger graph nothing is returned, nor of one that would take
     *               more than half of the memory that is left
     */
    public static Optional<Graph> of(Graph graph, long atMost) {
        return switch (graph) {
            case GraphMem inMemory -> Optional.of(inMemory);
            case GraphView view -> of(view.base(), atMost).map(view::over);
            case Union union -> of(union.getL(), atMost)
                    .flatMap(left -> of(union.getR(), atMost).map(right -> new Union(left, right)));
            case UnionGraph union -> copy(union.repeating(), atMost);
            default -> copy(graph.find(), atMost);
        };
    }

    private static Optional<Graph> copy(Iterator<Triple> triples, long atMost) {
        Runtime memory = Runtime.getRuntime();
        long left = memory.maxMemory() - memory.totalMemory() + memory.freeMemory();
        long limit = Math.min(atMost, left / 2 / BYTES);
        Graph copy = new BulkGraph();
        for (long read = 0; triples.hasNext(); read++) {
            if (read == limit) {
                return Optional.empty();
            }
            copy.add(triples.next());
        }
        return Optional.of(copy);
    }
}
