package org.secretomegraph.graph;

import java.util.Optional;
import org.apache.jena.graph.Triple;

/** A graph that remembers what it answered, and so knows of some questions that their answers are few. */
interface Recalling {
    /** The triples with a predicate and an object; empty when they are many, or when this is no such pattern. */
    Optional<Few> few(Triple pattern);
}
