package org.secretomegraph.shacl.constraint;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.ClosedConstraint;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.parser.ShapesParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.shacl.syntax.IllFormedShapesException;
import org.secretomegraph.shacl.syntax.ShapePlaces;

/**
 * Parses shapes with Jena, and puts constraints that are evaluated as SHACL says in the place of those of Jena that are
 * not.
 *
 * @param shapes the shapes
 * @param recursive the shapes that refer to themselves, directly or through others, by name
 */
public record StandardShapes(Shapes shapes, List<String> recursive) {
    /** Shapes are evaluated by recursion. */
    private static final int MAX_DEPTH = 300;

    /** @param stated a graph that keeps the syntax rules */
    public static StandardShapes parse(Graph stated) {
        ShapeReferences references = ShapeReferences.of(stated);
        ShapePlaces places = new ShapePlaces(stated);
        if (references.depth() > MAX_DEPTH) {
            throw new IllFormedShapesException(NodeFactory.createBlankNode(), "the shapes are nested too deeply: "
                    + references.depth() + " within each other, where " + MAX_DEPTH + " are the most");
        }
        Graph parsed = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(parsed, stated);
        parsed.getPrefixMapping().setNsPrefixes(stated.getPrefixMapping());
        removeRepeatedMessages(parsed);
        List<Redirected> redirected = references.recursive().stream().filter(reference -> !reference.isOfProperty())
                .map(reference -> Redirected.of(reference, parsed)).toList();
        ShapeReferences.of(parsed).recursive().stream().findFirst().ifPresent(reference -> {
            throw new IllFormedShapesException(reference.from(),
                    places.of(reference.from()) + ": the shape contains itself by sh:property");
        });
        Shapes shapes = Shapes.parse(parsed);
        redirected.forEach(reference -> reference.connect(shapes));
        // A shape that is both a target and nested is parsed once: each is in the map.
        Set.copyOf(shapes.getShapeMap().values()).forEach(shape -> replaceIn(shape, stated));
        return new StandardShapes(shapes, references.recursiveShapes().stream().filter(Node::isURI).map(places::of)
                .sorted().toList());
    }

    /** Jena reads one message of a query, and fails where there are several; all of them are read here. */
    private static void removeRepeatedMessages(Graph shapes) {
        shapes.find(Node.ANY, SHACL.sparql, Node.ANY).toList().forEach(t -> shapes
                .find(t.getObject(), SHACL.message, Node.ANY).toList().stream().skip(1).forEach(shapes::delete));
    }

    /** @param at the node that states the reference instead */
    private record Redirected(Node at, Node to) {
        static Redirected of(ShapeReferences.Reference reference, Graph parsed) {
            parsed.delete(reference.stated());
            if (reference.isOfNode()) {
                return new Redirected(reference.from(), reference.to());
            }
            Node between = NodeFactory.createBlankNode();
            parsed.add(reference.stated().getSubject(), reference.stated().getPredicate(), between);
            // Without a triple of its own, the node would count as a shape that is not described.
            parsed.add(between, SHACL.severity, SHACL.Violation);
            return new Redirected(between, reference.to());
        }

        void connect(Shapes shapes) {
            Map<Node, Shape> all = shapes.getShapeMap();
            Shape from = ShapesParser.parseShape(all, shapes.getGraph(), at);
            from.getConstraints().add(new RecursiveNode(ShapesParser.parseShape(all, shapes.getGraph(), to)));
        }
    }

    private static void replaceIn(Shape shape, Graph stated) {
        Collection<Constraint> constraints = shape.getConstraints();
        List<Constraint> replaced = constraints.stream().filter(c -> !(c instanceof SparqlConstraint))
                .map(c -> replacement(c, shape, stated)).toList();
        constraints.clear();
        constraints.addAll(replaced);
        stated.find(shape.getShapeNode(), SHACL.sparql, Node.ANY).toList().stream().map(Triple::getObject)
                .filter(node -> !stated.contains(node, SHACL.deactivated, NodeValue.TRUE.asNode()))
                .map(node -> select(node, shape, stated)).forEach(constraints::add);
        if (shape instanceof PropertyShape && !shape.getPropertyShapes().isEmpty()) {
            constraints.add(new PropertiesOfValues(List.copyOf(shape.getPropertyShapes())));
            shape.getPropertyShapes().clear();
        }
    }

    private static Constraint replacement(Constraint parsed, Shape shape, Graph stated) {
        return switch (parsed) {
            case ClosedConstraint closed when shape instanceof PropertyShape -> new ClosedValues(stated,
                    shape.getShapeNode(), closed.isActive());
            default -> Comparisons.of(parsed).orElse(parsed);
        };
    }

    private static SelectConstraint select(Node constraint, Shape shape, Graph stated) {
        List<Node> messages = stated.stream(constraint, SHACL.message, Node.ANY).map(Triple::getObject).toList();
        return new SelectConstraint(ShLib.extractSPARQLQuery(stated, constraint), constraint, messages, shape);
    }
}
