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
 * union of some graphs, by asking the state before and the state now, part by part. A triple that was changed several
 * times can come in several parts, each time with the same answer.
 *
 * @param delta   the change
 * @param now     the dataset with all of the change
 * @param past    the dataset before
 * @param counted the graphs that make the union
 */
public record ChunkedDelta(QuadDelta delta, DatasetGraph now, PriorSnapshot past, Predicate<Node> counted) {
    /** So many triples are a part: what a small change may have, so that each step is one that is known to be quick. */
    private static final int PART = 20_000;

    /** What is told a part may change the dataset. */
    public void each(Consumer<TripleDelta> use) {
        Set<Triple> part = new LinkedHashSet<>();
        boolean grows = delta.lost() == 0;
        delta.each((added, quad) -> {
            if (counted.test(quad.getGraph()) && part.add(quad.asTriple()) && part.size() == PART) {
                use.accept(changed(part, grows));
                part.clear();
            }
        });
        use.accept(changed(part, grows));
    }

    private TripleDelta changed(Set<Triple> triples, boolean grows) {
        Set<Triple> before = past.ask(old -> {
            // Most of a large change is about things that nobody spoke of before: one question for each is enough.
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
            if (counted.test(quads.next().getGraph())) {
                return true;
            }
        }
        return false;
    }
}
