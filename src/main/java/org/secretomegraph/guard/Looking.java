package org.secretomegraph.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;

/**
 * One thread's look at a graph that does not change meanwhile. It remembers where longer paths lead and what is above a
 * class: many claims name the same few terms. Not for many threads.
 */
final class Looking {
    /** So many answers are remembered: enough for an ontology, little beside a graph. */
    private static final int ANSWERS = 50_000;

    private final Graph graph;
    private final Focus focus;
    private final Map<Path, Map<Node, Set<Node>>> ends = new HashMap<>();
    private final ValidationContext parent;
    private ValidationContext unread;
    private int remembered;

    Looking(Shapes shapes, Graph graph) {
        this.graph = graph;
        this.focus = new Focus(graph);
        this.parent = ValidationContext.create(shapes, graph);
        this.unread = ValidationContext.create(parent);
    }

    Graph graph() {
        return graph;
    }

    /** A context for a report. */
    ValidationContext context() {
        return ValidationContext.create(parent);
    }

    /** The nodes to which the path leads. */
    Set<Node> values(Node from, Path path) {
        if (path instanceof P_Link) {
            return ShaclPaths.valueNodes(graph, from, path);
        }
        Map<Node, Set<Node>> known = ends.computeIfAbsent(path, p -> new HashMap<>());
        Set<Node> values = known.get(from);
        if (values == null) {
            values = Reads.isPlain(path) ? new Walk(graph).forward(path, Set.of(from))
                    : ShaclPaths.valueNodes(graph, from, path);
            if (++remembered > ANSWERS) {
                ends.values().forEach(Map::clear);
                remembered = 1;
            }
            known.put(from, values);
        }
        return values;
    }

    Set<Node> predicates(Node subject) {
        return graph.find(subject, Node.ANY, Node.ANY).mapWith(Triple::getPredicate).toSet();
    }

    boolean isInstance(Node node, Node type) {
        return focus.isInstance(node, type);
    }

    /** Whether jena-shacl finds nothing. */
    boolean asksJena(Shape shape, Node node, Constraint constraint) {
        VLib.evalConstraint(unread, graph, shape, node, null, null, constraint);
        return foundNothing();
    }

    boolean asksJena(PropertyShape shape, Node node, Set<Node> values, Constraint constraint) {
        VLib.evalConstraint(unread, graph, shape, node, shape.getPath(), values, constraint);
        return foundNothing();
    }

    private boolean foundNothing() {
        boolean nothing = !unread.hasViolation();
        if (!nothing) {
            unread = ValidationContext.create(parent);
        }
        return nothing;
    }
}
