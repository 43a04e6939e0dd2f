package org.secretomegraph.shacl.incremental;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.Path;

/**
 * A kind of triple that a shape looks at, and how it gets there: from the focus node along {@code way} to a node, and
 * from that node along one triple.
 *
 * @param way       the path from the focus node to the node; empty for the focus node itself
 * @param predicate the triple's predicate; {@link Node#ANY} for all
 * @param end       the end of the triple at which the node stands
 * @param except    predicates that make no difference, when the predicate is any
 */
public record ShapeDependency(Optional<Path> way, Node predicate, End end, Set<Node> except) {
    public enum End {
        /** The node is the subject of the triple. */
        SUBJECT,
        /** The node is the object of the triple: a path runs against its direction. */
        OBJECT,
        /** The way there is not known: a change of such a triple can concern every focus node. */
        ANYWHERE
    }

    static ShapeDependency from(Optional<Path> way, Node predicate) {
        return new ShapeDependency(way, predicate, End.SUBJECT, Set.of());
    }

    static ShapeDependency to(Optional<Path> way, Node predicate) {
        return new ShapeDependency(way, predicate, End.OBJECT, Set.of());
    }

    static ShapeDependency anywhere(Node predicate) {
        return new ShapeDependency(Optional.empty(), predicate, End.ANYWHERE, Set.of());
    }

    /** The node of the triple from which the way leads back to focus nodes. */
    Node node(Triple triple) {
        return end == End.SUBJECT ? triple.getSubject() : triple.getObject();
    }

    boolean sees(Triple triple) {
        return !except.contains(triple.getPredicate());
    }
}
