package org.secretomegraph.graph.view;

import java.util.Optional;
import org.apache.jena.graph.Triple;

/** A graph that caches look-ups and therefore knows for some patterns that few triples match. */
public interface SelectivityHints {
    /**
     * The matches of a pattern with a predicate, an object and any subject; empty when they are too many to cache, or
     * for any other pattern.
     */
    Optional<MatchList> smallMatches(Triple pattern);
}
