package org.secretomegraph.graph.infer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Classes or properties over and under each other, by one relation between named terms: restrictions have no name to be
 * found by. Looked up step by step in the graph and remembered, never computed for the whole graph.
 */
final class TransitiveClosure {
    private final Graph graph;
    private final Node relation;
    private final Map<Node, Set<Node>> above = new HashMap<>();

    TransitiveClosure(Graph graph, Node relation) {
        this.graph = graph;
        this.relation = relation;
    }

    /** The terms over a term, in any number of steps but none. */
    Set<Node> above(Node term) {
        Set<Node> known = above.get(term);
        if (known == null) {
            known = closure(term, true);
            above.put(term, known);
        }
        return known;
    }

    /** The terms under a term, in any number of steps but none. */
    Set<Node> below(Node term) {
        return closure(term, false);
    }

    private Set<Node> closure(Node term, boolean up) {
        if (!term.isURI()) {
            return Set.of();
        }
        Set<Node> reached = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(Set.of(term));
        while (!open.isEmpty()) {
            Node from = open.poll();
            (up ? graph.find(from, relation, Node.ANY).mapWith(Triple::getObject)
                    : graph.find(Node.ANY, relation, from).mapWith(Triple::getSubject))
                    .filterKeep(Node::isURI).filterKeep(reached::add).forEachRemaining(open::add);
        }
        return reached;
    }
}
