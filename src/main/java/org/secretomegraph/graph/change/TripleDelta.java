package org.secretomegraph.graph.change;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;

/** What changed in a graph: triples that it gained and triples that it lost. */
public record TripleDelta(Set<Triple> added, Set<Triple> removed) {
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }

    /** How many triples changed. */
    public int size() {
        return added.size() + removed.size();
    }

    /** All triples that changed, in whichever direction. */
    public Stream<Triple> changed() {
        return Stream.concat(added.stream(), removed.stream());
    }
}
