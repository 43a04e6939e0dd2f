package org.secretomegraph.shacl.eval;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.vocabulary.RDF;

/**
 * Decides whether a node is a target of a shape. {@code VLib.isFocusNode} of Jena ignores subclasses, and listing all
 * focus nodes takes time in proportion to the graph. Superclasses are cached: for a graph that does not change
 * meanwhile.
 */
public final class TargetMatcher {
    private final Graph graph;
    private final Map<Node, Set<Node>> superclasses = new HashMap<>();

    public TargetMatcher(Graph graph) {
        this.graph = graph;
    }

    public boolean matches(Node node, Shape shape) {
        return shape.getTargets().stream().anyMatch(target -> matches(node, target));
    }

    public boolean matches(Node node, Target target) {
        Node object = target.getObject();
        return switch (target.getTargetType()) {
            case targetNode -> node.equals(object);
            case targetClass, implicitClass -> isInstance(node, object);
            case targetSubjectsOf -> graph.contains(node, object, Node.ANY);
            case targetObjectsOf -> graph.contains(Node.ANY, object, node);
            case targetExtension -> target.getFocusNodes(graph).contains(node);
        };
    }

    boolean isInstance(Node node, Node type) {
        if (graph.contains(node, RDF.type.asNode(), type)) {
            return true;
        }
        for (Triple stated : graph.find(node, RDF.type.asNode(), Node.ANY).toList()) {
            if (superclasses(stated.getObject()).contains(type)) {
                return true;
            }
        }
        return false;
    }

    private Set<Node> superclasses(Node type) {
        Set<Node> cached = superclasses.get(type);
        if (cached == null) {
            cached = new PathWalker(graph).forward(PathWalker.SUPERCLASSES, Set.of(type));
            superclasses.put(type, cached);
        }
        return cached;
    }
}
