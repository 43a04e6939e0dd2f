package org.secretomegraph.graph;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What a transaction truly changed so far: a quad that was there already is not added, and one that was taken away and
 * put back did not change.
 */
public final class Delta {
    private final Set<Quad> added = new LinkedHashSet<>();
    private final Set<Quad> removed = new LinkedHashSet<>();
    private int version;

    /** Another number after each change. */
    int version() {
        return version;
    }

    /** Quads that are there now and were not. */
    public Set<Quad> added() {
        return Collections.unmodifiableSet(added);
    }

    /** Quads that were there and are no more. */
    public Set<Quad> removed() {
        return Collections.unmodifiableSet(removed);
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }

    void add(Quad quad) {
        version++;
        if (!removed.remove(quad)) {
            added.add(quad);
        }
    }

    void remove(Quad quad) {
        version++;
        if (!added.remove(quad)) {
            removed.add(quad);
        }
    }

    /**
     * The same for the union of some graphs: a triple that another of them holds, or held, did not change.
     *
     * @param now     the dataset as it is with this delta
     * @param counted the graphs that make the union
     */
    TripleDelta triples(DatasetGraph now, Predicate<Node> counted) {
        Map<Triple, Boolean> wasHeld = new HashMap<>();
        removed.stream().filter(q -> counted.test(q.getGraph())).forEach(q -> wasHeld.put(q.asTriple(), true));
        added.stream().filter(q -> counted.test(q.getGraph())).forEach(q -> wasHeld.putIfAbsent(q.asTriple(), false));
        Set<Triple> plus = new LinkedHashSet<>();
        Set<Triple> minus = new LinkedHashSet<>();
        wasHeld.forEach((triple, before) -> {
            boolean held = false;
            for (Iterator<Quad> quads = now.findNG(Node.ANY, triple.getSubject(), triple.getPredicate(),
                    triple.getObject()); quads.hasNext() && !(held && before);) {
                Quad quad = quads.next();
                if (counted.test(quad.getGraph())) {
                    held = true;
                    before = before || !added.contains(quad);
                }
            }
            if (held != before) {
                (held ? plus : minus).add(triple);
            }
        });
        return new TripleDelta(plus, minus);
    }

    /** The graphs that gained or lost something. */
    public Set<Node> graphs() {
        Set<Node> names = new HashSet<>();
        Stream.concat(added.stream(), removed.stream()).forEach(q -> names.add(q.getGraph()));
        return names;
    }
}
