package org.secretomegraph.shacl.incremental;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.Path;

/**
 * A kind of triple that the result of a shape depends on: from the focus node along {@code path} to a node, and from
 * that node along one triple.
 *
 * @param path the path from the focus node to the near node; empty for the focus node itself
 * @param predicate the predicate of the triple; {@link Node#ANY} for all
 * @param end the end of the triple at which the near node is
 * @param except predicates that make no difference, when the predicate is any
 */
public record ShapeDependency(Optional<Path> path, Node predicate, End end, Set<Node> except) {
    public enum End {
        /** The near node is the subject of the triple. */
        SUBJECT,
        /** The near node is the object of the triple: a path is followed in inverse direction. */
        OBJECT,
        /** The path is unknown: a change of such a triple can affect every focus node. */
        ANYWHERE
    }

    static ShapeDependency from(Optional<Path> path, Node predicate) {
        return new ShapeDependency(path, predicate, End.SUBJECT, Set.of());
    }

    static ShapeDependency to(Optional<Path> path, Node predicate) {
        return new ShapeDependency(path, predicate, End.OBJECT, Set.of());
    }

    static ShapeDependency anywhere(Node predicate) {
        return new ShapeDependency(Optional.empty(), predicate, End.ANYWHERE, Set.of());
    }

    /** The near node of a triple, from which the path leads back to focus nodes. */
    Node nearNode(Triple triple) {
        return end == End.SUBJECT ? triple.getSubject() : triple.getObject();
    }

    boolean matches(Triple triple) {
        return !except.contains(triple.getPredicate());
    }
}
