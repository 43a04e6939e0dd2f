package org.secretomegraph.shacl.incremental;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ClosedConstraint;
import org.apache.jena.shacl.engine.constraint.ConstraintOp1;
import org.apache.jena.shacl.engine.constraint.ConstraintOpN;
import org.apache.jena.shacl.engine.constraint.ConstraintPairwise;
import org.apache.jena.shacl.engine.constraint.DatatypeConstraint;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.engine.constraint.JLogConstraint;
import org.apache.jena.shacl.engine.constraint.JViolationConstraint;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.engine.constraint.NodeKindConstraint;
import org.apache.jena.shacl.engine.constraint.PatternConstraint;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.engine.constraint.StrLanguageIn;
import org.apache.jena.shacl.engine.constraint.StrMaxLengthConstraint;
import org.apache.jena.shacl.engine.constraint.StrMinLengthConstraint;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.engine.constraint.ValueRangeConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.Path;

/** Visits a shape with a target and collects what judging a focus node by it looks at, nested shapes included. */
final class ShapeDependencyAnalyzer {
    private final Shapes shapes;
    private final DependencySet reads = new DependencySet();
    private final Map<Node, Set<Path>> remote = new HashMap<>();
    private final Set<Shape> visiting = new HashSet<>();

    private final Predicate<Constraint> visited;

    private ShapeDependencyAnalyzer(Shapes shapes, Predicate<Constraint> visited) {
        this.shapes = shapes;
        this.visited = visited;
    }

    /** @param visited for tests: constraints that are looked into */
    static ShapeDependencyAnalyzer of(Shape root, Shapes shapes, Predicate<Constraint> visited) {
        ShapeDependencyAnalyzer visit = new ShapeDependencyAnalyzer(shapes, visited);
        root.getTargets().forEach(visit::target);
        visit.shape(root, Optional.empty(), true);
        return visit;
    }

    Set<ShapeDependency> reads() {
        return reads.all();
    }

    /**
     * Shapes that report about other nodes than the root's focus node, and the ways from there to those: property
     * shapes
     * inside property shapes.
     */
    Map<Node, Set<Path>> remote() {
        return remote;
    }

    /** A node becomes or ceases to be a focus node: that too is something which the shape looks at. */
    private void target(Target target) {
        switch (target.getTargetType()) {
            case targetClass, implicitClass -> reads.classes(Optional.empty());
            case targetSubjectsOf -> reads.add(ShapeDependency.from(Optional.empty(), target.getObject()));
            case targetObjectsOf -> reads.add(ShapeDependency.to(Optional.empty(), target.getObject()));
            case targetNode -> {}
            case targetExtension -> reads.add(ShapeDependency.anywhere(Node.ANY));
        }
    }

    /**
     * @param way     from the focus node of the root to the nodes that this shape judges
     * @param reports whether its findings are reported as its own, not as one of the shape that asked
     */
    private void shape(Shape shape, Optional<Path> way, boolean reports) {
        if (shape.deactivated()) {
            return;
        }
        if (reports && way.isPresent()) {
            remote.computeIfAbsent(shape.getShapeNode(), s -> new LinkedHashSet<>()).add(way.get());
        }
        if (!visiting.add(shape)) {
            // A shape that leads back to itself has no longest way.
            reads.add(ShapeDependency.anywhere(Node.ANY));
            return;
        }
        Optional<Path> values = way;
        if (shape instanceof PropertyShape property) {
            reads.path(way, property.getPath());
            values = DependencySet.then(way, property.getPath());
            // Jena judges the property shapes of a property shape at its values, but those of one that has a target, or
            // stands under sh:node or a logical constraint, at the node itself. Both are looked at.
            for (PropertyShape nested : shape.getPropertyShapes()) {
                shape(nested, way, reports);
            }
        }
        for (Constraint constraint : shape.getConstraints()) {
            if (visited.test(constraint)) {
                constraint(constraint, shape, way, values);
            }
        }
        for (PropertyShape nested : shape.getPropertyShapes()) {
            shape(nested, values, reports);
        }
        visiting.remove(shape);
    }

    private void constraint(Constraint constraint, Shape shape, Optional<Path> focus, Optional<Path> values) {
        switch (constraint) {
            // These look at the value nodes and no further.
            case DatatypeConstraint c -> {}
            case NodeKindConstraint c -> {}
            case MinCount c -> {}
            case MaxCount c -> {}
            case ValueRangeConstraint c -> {}
            case StrMinLengthConstraint c -> {}
            case StrMaxLengthConstraint c -> {}
            case PatternConstraint c -> {}
            case StrLanguageIn c -> {}
            case UniqueLangConstraint c -> {}
            case HasValueConstraint c -> {}
            case InConstraint c -> {}
            case JViolationConstraint c -> {}
            case JLogConstraint c -> {}
            case ClassConstraint c -> reads.classes(values);
            case ConstraintPairwise pair -> reads.add(ShapeDependency.from(focus, pair.getValue()));
            case ConstraintOp1 one -> shape(one.getOther(), values, false);
            case ConstraintOpN many -> many.getOthers().forEach(other -> shape(other, values, false));
            case QualifiedValueShape qualified -> qualified(qualified, shape, values);
            case ClosedConstraint closed -> closed(closed, focus);
            case SparqlConstraint sparql -> reads.addAll(SparqlDependencyAnalyzer.of(sparql.getQuery(), focus, values,
                    shape instanceof PropertyShape property ? Optional.of(property.getPath()) : Optional.empty()));
            // A constraint component in SPARQL, or a kind of constraint that a later Jena brings.
            default -> reads.add(ShapeDependency.anywhere(Node.ANY));
        }
    }

    private void qualified(QualifiedValueShape qualified, Shape shape, Optional<Path> values) {
        shape(qualified.getSub(), values, false);
        if (qualified.qDisjoint()) {
            siblings(shape.getShapeNode()).map(shapes::getShape)
                    .filter(sibling -> sibling != null && sibling != qualified.getSub())
                    .forEach(sibling -> shape(sibling, values, false));
        }
    }

    /** SHACL section 4.7.3: the qualified value shapes of all property shapes of the parents. */
    private Stream<Node> siblings(Node shape) {
        Graph graph = shapes.getGraph();
        List<Node> parents = graph.stream(Node.ANY, SHACL.property, shape).map(Triple::getSubject).toList();
        return parents.stream().flatMap(parent -> graph.stream(parent, SHACL.property, Node.ANY))
                .flatMap(t -> graph.stream(t.getObject(), SHACL.qualifiedValueShape, Node.ANY))
                .map(Triple::getObject).distinct();
    }

    private void closed(ClosedConstraint closed, Optional<Path> focus) {
        if (closed.isActive()) {
            Set<Node> allowed = new HashSet<>(closed.getExpected());
            allowed.addAll(closed.getIgnoredProperties());
            reads.add(new ShapeDependency(focus, Node.ANY, ShapeDependency.End.SUBJECT, Set.copyOf(allowed)));
        }
    }
}
