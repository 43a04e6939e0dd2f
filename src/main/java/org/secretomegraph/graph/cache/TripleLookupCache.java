package org.secretomegraph.graph.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.secretomegraph.graph.view.MatchList;

/**
 * An LRU cache of triple look-ups in a graph: by subject, and by predicate and object. It has two generations: when the
 * young one is full it becomes the old one and the old one is dropped; an entry found in the old one becomes young.
 * Large results are not cached, so that the size follows the look-ups and not the graph. For one thread at a time.
 */
final class TripleLookupCache {

    private final int capacity;
    private final int subjectThreshold;
    private final int maxMatches;
    private Generation young = new Generation();
    private Generation old = new Generation();

    /**
     * @param capacity         the most triples and look-ups of one generation
     * @param subjectThreshold from this look-up on, all triples of a subject are read at once
     * @param maxMatches       a result of more triples is not cached, only that it is larger
     */
    TripleLookupCache(int capacity, int subjectThreshold, int maxMatches) {
        this.capacity = capacity;
        this.subjectThreshold = subjectThreshold;
        this.maxMatches = maxMatches;
    }

    /** An empty Optional stands for a result that is too large to cache. */
    private static final class Generation {
        private final Map<Node, Optional<Map<Node, List<Triple>>>> subjects = new HashMap<>();
        private final Map<Node, Integer> lookUps = new HashMap<>();
        /** By predicate and object. */
        private final Map<Triple, Optional<MatchList>> objects = new HashMap<>();
        private int size;
    }

    /** The triples of a subject, by predicate; empty when they are too many, or when it was looked up seldom so far. */
    Optional<Map<Node, List<Triple>>> ofSubject(Node subject, Graph graph) {
        Optional<Map<Node, List<Triple>>> known = young.subjects.get(subject);
        if (known != null) {
            return known;
        }
        known = old.subjects.remove(subject);
        if (known == null) {
            if (subjectThreshold > 1 && young.lookUps.merge(subject, 1, Integer::sum) < subjectThreshold) {
                grow(1);
                return Optional.empty();
            }
            known = find(Triple.create(subject, Node.ANY, Node.ANY), graph).map(TripleLookupCache::byPredicate);
        }
        young.subjects.put(subject, known);
        grow(1 + known.map(Map::size).orElse(0));
        return known;
    }

    private static Map<Node, List<Triple>> byPredicate(List<Triple> triples) {
        Map<Node, List<Triple>> byPredicate = new HashMap<>();
        triples.forEach(t -> byPredicate.computeIfAbsent(t.getPredicate(), p -> new ArrayList<>(2)).add(t));
        return byPredicate;
    }

    /** The triples with a predicate and an object; empty when they are too many. */
    Optional<MatchList> ofObject(Triple pattern, Graph graph) {
        Optional<MatchList> known = young.objects.get(pattern);
        if (known != null) {
            return known;
        }
        known = old.objects.remove(pattern);
        if (known == null) {
            known = find(pattern, graph).map(MatchList::new);
        }
        young.objects.put(pattern, known);
        grow(1 + known.map(found -> found.triples().size()).orElse(0));
        return known;
    }

    private Optional<List<Triple>> find(Triple pattern, Graph graph) {
        List<Triple> found = new ArrayList<>();
        ExtendedIterator<Triple> all = graph.find(pattern);
        try {
            while (all.hasNext()) {
                found.add(all.next());
                if (found.size() > maxMatches) {
                    return Optional.empty();
                }
            }
            return Optional.of(found);
        } finally {
            all.close();
        }
    }

    private void grow(int by) {
        young.size += by;
        if (young.size > capacity) {
            old = young;
            young = new Generation();
        }
    }

    /** To be called when a triple was added or removed: drops the look-ups that it is part of. */
    void invalidate(Triple changed) {
        Triple pattern = InvalidatedLookups.pattern(changed);
        for (Generation generation : List.of(young, old)) {
            generation.subjects.remove(changed.getSubject());
            generation.objects.remove(pattern);
        }
    }

    void invalidateAll() {
        young = new Generation();
        old = new Generation();
    }
}
