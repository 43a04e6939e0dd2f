package org.secretomegraph.shacl.eval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Caches the triples of subjects, by predicate. Forty shapes read a claim a hundred times, so its triples are read once
 * when a whole graph is validated. Subjects with very many triples are not cached; when the cache is full it is cleared.
 * Neither for several threads nor for a graph that changes.
 */
final class NodeCache {
    /** The number of cached nodes: a claim and its terms, many times over. */
    private static final int MAX_NODES = 4_000;
    /** A node with more triples, such as a data set with its parts, is read by predicate. */
    private static final int MAX_TRIPLES = 100;
    private static final int PREDICATES = 32;

    private final Graph graph;
    private final boolean enabled;
    private final Map<Node, Properties> cache = new HashMap<>();

    /**
     * @param enabled whether all triples of a node are read at once and cached. Not for the few focus nodes of a small
     *                change: each is read for a few properties only, and unneeded triples of a large store are slow
     */
    NodeCache(Graph graph, boolean enabled) {
        this.graph = graph;
        this.enabled = enabled;
    }

    /** The objects of a node by predicate. @param complete false when they are too many to be cached */
    private record Properties(boolean complete, Map<Node, Set<Node>> objects) {
        private static final Properties NOT_CACHED = new Properties(false, Map.of());
    }

    Set<Node> objects(Node subject, Node predicate) {
        Properties cached = properties(subject);
        return cached.complete() ? cached.objects().getOrDefault(predicate, Set.of())
                : toSet(graph.find(subject, predicate, Node.ANY).mapWith(Triple::getObject));
    }

    Set<Node> predicates(Node subject) {
        Properties cached = properties(subject);
        return cached.complete() ? cached.objects().keySet()
                : graph.find(subject, Node.ANY, Node.ANY).mapWith(Triple::getPredicate).toSet();
    }

    private Properties properties(Node subject) {
        if (!enabled) {
            return Properties.NOT_CACHED;
        }
        Properties cached = cache.get(subject);
        if (cached == null) {
            if (cache.size() == MAX_NODES) {
                cache.clear();
            }
            cached = read(subject);
            cache.put(subject, cached);
        }
        return cached;
    }

    private Properties read(Node subject) {
        Map<Node, Set<Node>> objects = HashMap.newHashMap(PREDICATES);
        Iterator<Triple> triples = graph.find(subject, Node.ANY, Node.ANY);
        for (int read = 0; triples.hasNext(); read++) {
            if (read == MAX_TRIPLES) {
                return Properties.NOT_CACHED;
            }
            Triple triple = triples.next();
            objects.merge(triple.getPredicate(), Set.of(triple.getObject()), NodeCache::union);
        }
        return new Properties(true, objects);
    }

    private static Set<Node> union(Set<Node> some, Set<Node> one) {
        Set<Node> all = some.size() == 1 ? new HashSet<>(some) : some;
        all.addAll(one);
        return all;
    }

    /** A set of nodes, which mostly has one element or none. */
    static Set<Node> toSet(Iterator<Node> nodes) {
        if (!nodes.hasNext()) {
            return Set.of();
        }
        Node first = nodes.next();
        if (!nodes.hasNext()) {
            return Set.of(first);
        }
        Set<Node> all = new HashSet<>();
        all.add(first);
        nodes.forEachRemaining(all::add);
        return all;
    }
}
