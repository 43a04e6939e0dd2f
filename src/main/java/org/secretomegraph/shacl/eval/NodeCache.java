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
 * What nodes of a graph say, by predicate. A claim is asked for a hundred things by forty shapes, so where a whole
 * graph is
 * judged its triples are read once. Remembered are the nodes that were asked for last, but for those that say very
 * much.
 * Not for many threads, nor for a graph that changes.
 */
final class NodeCache {
    /** So many nodes are remembered: a claim and what it names, many times over. */
    private static final int NODES = 4_000;
    /** A node that says more than this, as a data set does of its parts, is asked for one predicate at a time. */
    private static final int WIDE = 100;
    private static final int PREDICATES = 32;

    private final Graph graph;
    private final boolean together;
    private final Map<Node, Said> known = new HashMap<>();

    /**
     * @param together whether to read what a node says together. Else nothing is remembered: a change asks little of
     * few
     *                 nodes, and what nobody asks for is slow to come by in a large graph.
     */
    NodeCache(Graph graph, boolean together) {
        this.graph = graph;
        this.together = together;
    }

    /** @param all whether it is all that the node says; else it says too much to be read */
    private record Said(boolean all, Map<Node, Set<Node>> objects) {
        private static final Said TOO_MUCH = new Said(false, Map.of());
    }

    Set<Node> objects(Node subject, Node predicate) {
        Said said = said(subject);
        return said.all() ? said.objects().getOrDefault(predicate, Set.of())
                : few(graph.find(subject, predicate, Node.ANY).mapWith(Triple::getObject));
    }

    Set<Node> predicates(Node subject) {
        Said said = said(subject);
        return said.all() ? said.objects().keySet()
                : graph.find(subject, Node.ANY, Node.ANY).mapWith(Triple::getPredicate).toSet();
    }

    private Said said(Node subject) {
        if (!together) {
            return Said.TOO_MUCH;
        }
        Said said = known.get(subject);
        if (said == null) {
            if (known.size() == NODES) {
                known.clear();
            }
            said = read(subject);
            known.put(subject, said);
        }
        return said;
    }

    private Said read(Node subject) {
        Map<Node, Set<Node>> objects = HashMap.newHashMap(PREDICATES);
        Iterator<Triple> triples = graph.find(subject, Node.ANY, Node.ANY);
        for (int read = 0; triples.hasNext(); read++) {
            if (read == WIDE) {
                return Said.TOO_MUCH;
            }
            Triple triple = triples.next();
            objects.merge(triple.getPredicate(), Set.of(triple.getObject()), NodeCache::united);
        }
        return new Said(true, objects);
    }

    private static Set<Node> united(Set<Node> some, Set<Node> one) {
        Set<Node> all = some.size() == 1 ? new HashSet<>(some) : some;
        all.addAll(one);
        return all;
    }

    /** Mostly there is one node or none. */
    static Set<Node> few(Iterator<Node> nodes) {
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
