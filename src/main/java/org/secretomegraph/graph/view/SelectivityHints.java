package org.secretomegraph.graph.view;

import java.util.Optional;
import org.apache.jena.graph.Triple;

/** A graph that remembers what it answered, and so knows of some questions that their answers are few. */
public interface SelectivityHints {
    /** The triples with a predicate and an object; empty when they are many, or when this is no such pattern. */
    Optional<MatchList> few(Triple pattern);
}
