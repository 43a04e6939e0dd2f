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
import org.secretomegraph.shacl.constraint.ClosedValues;
import org.secretomegraph.shacl.constraint.Comparisons;
import org.secretomegraph.shacl.constraint.PropertiesOfValues;

/** Collects the dependencies of a target shape, nested shapes included. */
final class ShapeDependencyAnalyzer {
    private final Shapes shapes;
    private final DependencySet dependencies = new DependencySet();
    private final Map<Node, Set<Path>> remoteReports = new HashMap<>();
    private final Set<Shape> visiting = new HashSet<>();

    private final Predicate<Constraint> visited;

    private ShapeDependencyAnalyzer(Shapes shapes, Predicate<Constraint> visited) {
        this.shapes = shapes;
        this.visited = visited;
    }

    /** @param visited for tests: selects the constraints that are analysed */
    static ShapeDependencyAnalyzer of(Shape root, Shapes shapes, Predicate<Constraint> visited) {
        ShapeDependencyAnalyzer analyzer = new ShapeDependencyAnalyzer(shapes, visited);
        root.getTargets().forEach(analyzer::target);
        analyzer.shape(root, Optional.empty(), true);
        return analyzer;
    }

    Set<ShapeDependency> dependencies() {
        return dependencies.all();
    }

    /**
     * Shapes that report at other nodes than the focus node of the root, which are property shapes inside property
     * shapes, and the paths from the focus node to those nodes.
     */
    Map<Node, Set<Path>> remoteReports() {
        return remoteReports;
    }

    /** Whether a node is a focus node is a dependency too. */
    private void target(Target target) {
        switch (target.getTargetType()) {
            case targetClass, implicitClass -> dependencies.classes(Optional.empty());
            case targetSubjectsOf -> dependencies.add(ShapeDependency.from(Optional.empty(), target.getObject()));
            case targetObjectsOf -> dependencies.add(ShapeDependency.to(Optional.empty(), target.getObject()));
            case targetNode -> {}
            case targetExtension -> dependencies.add(ShapeDependency.anywhere(Node.ANY));
        }
    }

    /**
     * @param path the path from the focus node of the root to the nodes that this shape validates
     * @param reports whether its results are reported as its own, not as one result of an enclosing constraint
     */
    private void shape(Shape shape, Optional<Path> path, boolean reports) {
        if (shape.deactivated()) {
            return;
        }
        if (reports && path.isPresent()) {
            remoteReports.computeIfAbsent(shape.getShapeNode(), s -> new LinkedHashSet<>()).add(path.get());
        }
        if (!visiting.add(shape)) {
            // A recursive shape has no longest path.
            dependencies.add(ShapeDependency.anywhere(Node.ANY));
            return;
        }
        Optional<Path> valuePath = path;
        if (shape instanceof PropertyShape property) {
            dependencies.path(path, property.getPath());
            valuePath = DependencySet.append(path, property.getPath());
            // Jena validates the property shapes of a property shape at its value nodes, but those of one that has a
            // target or is under sh:node or a logical constraint at the node itself. Both are dependencies.
            for (PropertyShape nested : shape.getPropertyShapes()) {
                shape(nested, path, reports);
            }
        }
        for (Constraint constraint : shape.getConstraints()) {
            if (visited.test(constraint)) {
                constraint(constraint, shape, path, valuePath, reports);
            }
        }
        for (PropertyShape nested : shape.getPropertyShapes()) {
            shape(nested, valuePath, reports);
        }
        visiting.remove(shape);
    }

    private void constraint(Constraint constraint, Shape shape, Optional<Path> focusPath, Optional<Path> valuePath,
            boolean reports) {
        switch (constraint) {
            // These concern the value nodes only.
            case DatatypeConstraint c -> {}
            case NodeKindConstraint c -> {}
            case MinCount c -> {}
            case MaxCount c -> {}
            case ValueRangeConstraint c -> {}
            case Comparisons.Range c -> {}
            case StrMinLengthConstraint c -> {}
            case StrMaxLengthConstraint c -> {}
            case PatternConstraint c -> {}
            case StrLanguageIn c -> {}
            case UniqueLangConstraint c -> {}
            case HasValueConstraint c -> {}
            case InConstraint c -> {}
            case JViolationConstraint c -> {}
            case JLogConstraint c -> {}
            case ClassConstraint c -> dependencies.classes(valuePath);
            case ConstraintPairwise pair -> dependencies.add(ShapeDependency.from(focusPath, pair.getValue()));
            case ConstraintOp1 one -> shape(one.getOther(), valuePath, false);
            case PropertiesOfValues nested -> nested.properties()
                    .forEach(property -> shape(property, valuePath, reports));
            case ConstraintOpN many -> many.getOthers().forEach(other -> shape(other, valuePath, false));
            case QualifiedValueShape qualified -> qualified(qualified, shape, valuePath);
            case ClosedValues closed -> closed(closed, valuePath);
            case ClosedConstraint closed -> closed(closed, focusPath);
            case SparqlConstraint sparql -> dependencies.addAll(SparqlDependencyAnalyzer.of(sparql.getQuery(),
                    focusPath, valuePath,
                    shape instanceof PropertyShape property ? Optional.of(property.getPath()) : Optional.empty()));
            // A SPARQL-based constraint component, or a constraint of a later Jena.
            default -> dependencies.add(ShapeDependency.anywhere(Node.ANY));
        }
    }

    private void qualified(QualifiedValueShape qualified, Shape shape, Optional<Path> valuePath) {
        shape(qualified.getSub(), valuePath, false);
        if (qualified.qDisjoint()) {
            siblings(shape.getShapeNode()).map(shapes::getShape)
                    .filter(sibling -> sibling != null && sibling != qualified.getSub())
                    .forEach(sibling -> shape(sibling, valuePath, false));
        }
    }

    /** The sibling shapes (SHACL section 4.7.3): the qualified value shapes of all property shapes of the parents. */
    private Stream<Node> siblings(Node shape) {
        Graph graph = shapes.getGraph();
        List<Node> parents = graph.stream(Node.ANY, SHACL.property, shape).map(Triple::getSubject).toList();
        return parents.stream().flatMap(parent -> graph.stream(parent, SHACL.property, Node.ANY))
                .flatMap(t -> graph.stream(t.getObject(), SHACL.qualifiedValueShape, Node.ANY))
                .map(Triple::getObject).distinct();
    }

    private void closed(ClosedConstraint closed, Optional<Path> focusPath) {
        if (closed.isActive()) {
            Set<Node> allowed = new HashSet<>(closed.getExpected());
            allowed.addAll(closed.getIgnoredProperties());
            dependencies
                    .add(new ShapeDependency(focusPath, Node.ANY, ShapeDependency.End.SUBJECT, Set.copyOf(allowed)));
        }
    }
}
