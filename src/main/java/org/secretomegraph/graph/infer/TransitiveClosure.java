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
import org.apache.jena.vocabulary.RDFS;

/**
 * The transitive closure of a relation between named terms, such as {@code rdfs:subClassOf}; blank nodes (restrictions)
 * and literals are passed over. Looked up step by step, never computed for the whole graph. What is above a term is
 * cached, so the graph must not change meanwhile. For one thread.
 */
public final class TransitiveClosure {
    private final Graph graph;
    private final Node relation;
    private final Map<Node, Set<Node>> above = new HashMap<>();

    public TransitiveClosure(Graph graph, Node relation) {
        this.graph = graph;
        this.relation = relation;
    }

    /** The named superclasses of a class, direct and indirect, without caching. */
    public static Set<Node> superclasses(Node term, Graph graph) {
        return new TransitiveClosure(graph, RDFS.subClassOf.asNode()).above(term);
    }

    /** The terms that a term leads to in one or more steps; the term itself only if it is in a cycle. */
    public Set<Node> above(Node term) {
        Set<Node> known = above.get(term);
        if (known == null) {
            known = closure(term, true);
            above.put(term, known);
        }
        return known;
    }

    /** The terms that lead to a term in one or more steps. */
    Set<Node> below(Node term) {
        return closure(term, false);
    }

    private Set<Node> closure(Node term, boolean upwards) {
        if (!term.isURI()) {
            return Set.of();
        }
        Set<Node> reached = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(Set.of(term));
        while (!open.isEmpty()) {
            Node from = open.poll();
            (upwards ? graph.find(from, relation, Node.ANY).mapWith(Triple::getObject)
                    : graph.find(Node.ANY, relation, from).mapWith(Triple::getSubject))
                    .filterKeep(Node::isURI).filterKeep(reached::add).forEachRemaining(open::add);
        }
        return reached;
    }
}
