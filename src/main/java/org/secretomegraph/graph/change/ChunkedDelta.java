package org.secretomegraph.graph.change;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * A change that is too large for the memory, as {@link QuadDelta#triples} tells a small one: what truly changed in the
 * union of some graphs, by asking the state before and the state now, chunk by chunk. A triple that was changed several
 * times can come in several parts, each time with the same answer.
 *
 * @param delta   the change
 * @param now     the dataset with all of the change
 * @param past    the dataset before
 * @param included the graphs that make the union
 */
public record ChunkedDelta(QuadDelta delta, DatasetGraph now, PriorSnapshot past, Predicate<Node> included) {
    /** The most triples of a chunk, as many as a small change may have, so that each step is known to be quick. */
    private static final int CHUNK_SIZE = 20_000;

    /** The consumer of a chunk may change the dataset. */
    public void forEachChunk(Consumer<TripleDelta> use) {
        Set<Triple> chunk = new LinkedHashSet<>();
        boolean grows = delta.removedCount() == 0;
        delta.forEach((added, quad) -> {
            if (included.test(quad.getGraph()) && chunk.add(quad.asTriple()) && chunk.size() == CHUNK_SIZE) {
                use.accept(changed(chunk, grows));
                chunk.clear();
            }
        });
        use.accept(changed(chunk, grows));
    }

    private TripleDelta changed(Set<Triple> triples, boolean grows) {
        Set<Triple> before = past.read(old -> {
            // Most of a large change is about subjects that are new: one look-up for each is enough.
            Set<Node> known = triples.stream().map(Triple::getSubject).collect(Collectors.toCollection(HashSet::new));
            known.removeIf(subject -> !old.findNG(Node.ANY, subject, Node.ANY, Node.ANY).hasNext());
            return triples.stream().filter(t -> known.contains(t.getSubject()) && isHeld(t, old))
                    .collect(Collectors.toSet());
        });
        Set<Triple> plus = new LinkedHashSet<>();
        Set<Triple> minus = new LinkedHashSet<>();
        triples.forEach(t -> {
            boolean was = before.contains(t);
            boolean is = grows || isHeld(t, now);
            if (was != is) {
                (is ? plus : minus).add(t);
            }
        });
        return new TripleDelta(plus, minus);
    }

    private boolean isHeld(Triple t, DatasetGraph dataset) {
        for (Iterator<Quad> quads = dataset.findNG(Node.ANY, t.getSubject(), t.getPredicate(), t.getObject());
                quads.hasNext();) {
            if (included.test(quads.next().getGraph())) {
                return true;
            }
        }
        return false;
    }
}
