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
 * What a graph answered, for as long as it would answer the same. Nodes with many triples are not remembered, so that
 * the memory follows the questions and not the graph. There are two halves: when the younger is full the elder is
 * forgotten, and an answer in the elder that is asked for again becomes young. For one thread at a time.
 */
final class TripleLookupCache {

    private final int room;
    private final int often;
    private final int many;
    private Half young = new Half();
    private Half old = new Half();

    /**
     * @param room  so many triples and questions one half holds
     * @param often from this question on, all that a subject has is read at once
     * @param many  an answer of more triples is not remembered, but that it is long
     */
    TripleLookupCache(int room, int often, int many) {
        this.room = room;
        this.often = often;
        this.many = many;
    }

    /** Those that many triples make are empty. */
    private static final class Half {
        private final Map<Node, Optional<Map<Node, List<Triple>>>> subjects = new HashMap<>();
        private final Map<Node, Integer> asked = new HashMap<>();
        /** By predicate and object. */
        private final Map<Triple, Optional<MatchList>> objects = new HashMap<>();
        private int size;
    }

    /** What a subject has, by predicate; empty when that is much, or when nobody asked often yet. */
    Optional<Map<Node, List<Triple>>> ofSubject(Node subject, Graph graph) {
        Optional<Map<Node, List<Triple>>> known = young.subjects.get(subject);
        if (known != null) {
            return known;
        }
        known = old.subjects.remove(subject);
        if (known == null) {
            if (often > 1 && young.asked.merge(subject, 1, Integer::sum) < often) {
                grow(1);
                return Optional.empty();
            }
            known = few(Triple.create(subject, Node.ANY, Node.ANY), graph).map(TripleLookupCache::byPredicate);
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

    /** The triples with a predicate and an object; empty when they are many. */
    Optional<MatchList> ofObject(Triple pattern, Graph graph) {
        Optional<MatchList> known = young.objects.get(pattern);
        if (known != null) {
            return known;
        }
        known = old.objects.remove(pattern);
        if (known == null) {
            known = few(pattern, graph).map(MatchList::new);
        }
        young.objects.put(pattern, known);
        grow(1 + known.map(found -> found.triples().size()).orElse(0));
        return known;
    }

    private Optional<List<Triple>> few(Triple pattern, Graph graph) {
        List<Triple> found = new ArrayList<>();
        ExtendedIterator<Triple> all = graph.find(pattern);
        try {
            while (all.hasNext()) {
                found.add(all.next());
                if (found.size() > many) {
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
        if (young.size > room) {
            old = young;
            young = new Half();
        }
    }

    /** The triple came or went: what it is part of is to be asked anew. */
    void forget(Triple changed) {
        Triple pattern = InvalidatedLookups.pattern(changed);
        for (Half half : List.of(young, old)) {
            half.subjects.remove(changed.getSubject());
            half.objects.remove(pattern);
        }
    }

    void forgetAll() {
        young = new Half();
        old = new Half();
    }
}
