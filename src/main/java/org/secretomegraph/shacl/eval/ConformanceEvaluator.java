package org.secretomegraph.shacl.eval;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ClosedConstraint;
import org.apache.jena.shacl.engine.constraint.ConstraintOp1;
import org.apache.jena.shacl.engine.constraint.ConstraintOpN;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.engine.constraint.NodeKindConstraint;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.ShAnd;
import org.apache.jena.shacl.engine.constraint.ShNode;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.engine.constraint.ShXone;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.NodeShape;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.secretomegraph.shacl.constraint.ClosedValues;
import org.secretomegraph.shacl.constraint.PropertiesOfValues;
import org.secretomegraph.shacl.constraint.RecursiveNode;

/**
 * Decides whether a node conforms to a shape, without a report. Nearly all nodes conform, and jena-shacl makes a
 * report for each nested shape only to look whether it is empty. The answer is that of {@code VLib.validateShape},
 * which makes the report where the answer is no. Compiled once for the shapes; safe for use by several threads.
 *
 * <p>The constraints have the meaning of SHACL (<a href="https://www.w3.org/TR/shacl/#core-components">section 4</a>);
 * constraint components that are not implemented here are evaluated by Jena.
 */
public final class ConformanceEvaluator {
    private final Map<Constraint, CompiledSparqlConstraint> compiledQueries = new IdentityHashMap<>();
    private final Map<Constraint, Set<Node>> valueSets = new IdentityHashMap<>();

    public ConformanceEvaluator(Iterable<Shape> roots) {
        Set<Shape> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        roots.forEach(root -> compile(root, seen));
    }

    private void compile(Shape shape, Set<Shape> seen) {
        if (!seen.add(shape)) {
            return;
        }
        shape.getPropertyShapes().forEach(property -> compile(property, seen));
        for (Constraint constraint : shape.getConstraints()) {
            switch (constraint) {
                case ConstraintOp1 one -> compile(one.getOther(), seen);
                case PropertiesOfValues nested -> nested.properties().forEach(property -> compile(property, seen));
                case ConstraintOpN many -> many.getOthers().forEach(other -> compile(other, seen));
                case QualifiedValueShape qualified -> compile(qualified.getSub(), seen);
                case InConstraint in -> valueSets.put(in, Set.copyOf(in.getValues()));
                case ClosedConstraint closed -> valueSets.put(closed, allowed(closed));
                case SparqlConstraint sparql when shape instanceof NodeShape -> CompiledSparqlConstraint
                        .of(sparql.getQuery())
                        .ifPresent(select -> compiledQueries.put(sparql, select));
                default -> {}
            }
        }
    }

    private static Set<Node> allowed(ClosedConstraint closed) {
        Set<Node> allowed = new HashSet<>(closed.getExpected());
        allowed.addAll(closed.getIgnoredProperties());
        return allowed;
    }

    public boolean conforms(Shape shape, Node focus, EvaluationContext context) {
        if (shape.deactivated()) {
            return true;
        }
        return switch (shape) {
            case NodeShape node -> nodeHolds(node, focus, context)
                    && propertiesHold(node.getPropertyShapes(), focus, context);
            // Not at its value nodes: shapes that Jena parsed. As SHACL says they have PropertiesOfValues instead.
            case PropertyShape property -> valuesHold(property, focus, context.values(focus, property.getPath()),
                    context)
                    && propertiesHold(property.getPropertyShapes(), focus, context);
            default -> true;
        };
    }

    private boolean propertiesHold(Collection<PropertyShape> properties, Node focus, EvaluationContext context) {
        for (PropertyShape property : properties) {
            if (!property.deactivated() && !propertyHolds(property, focus, context)) {
                return false;
            }
        }
        return true;
    }

    private boolean propertyHolds(PropertyShape property, Node focus, EvaluationContext context) {
        Set<Node> values = context.values(focus, property.getPath());
        if (!valuesHold(property, focus, values, context)) {
            return false;
        }
        if (!property.getPropertyShapes().isEmpty()) {
            for (Node value : values) {
                if (!propertiesHold(property.getPropertyShapes(), value, context)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean nodeHolds(NodeShape shape, Node focus, EvaluationContext context) {
        for (Constraint constraint : shape.getConstraints()) {
            boolean holds = switch (constraint) {
                case HasValueConstraint has -> focus.equals(has.getValue());
                case ClosedConstraint closed -> closedHolds(closed, focus, context);
                case SparqlConstraint sparql when compiledQueries.containsKey(sparql) -> !compiledQueries.get(sparql)
                        .hasSolution(focus, context.queryContext());
                default -> isSupported(constraint) ? holds(constraint, focus, context)
                        : context.holdsByJena(shape, focus, constraint);
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private boolean valuesHold(PropertyShape shape, Node focus, Set<Node> values, EvaluationContext context) {
        for (Constraint constraint : shape.getConstraints()) {
            boolean holds = switch (constraint) {
                case MinCount min -> values.size() >= min.getMinCount();
                case MaxCount max -> max.getMaxCount() < 0 || values.size() <= max.getMaxCount();
                case HasValueConstraint has -> values.contains(has.getValue());
                case QualifiedValueShape some when !some.qDisjoint() -> qualifiedCountHolds(some, values, context);
                case ClosedValues closed -> values.stream().allMatch(value -> closedHolds(closed, value, context));
                case ClosedConstraint closed -> closedHolds(closed, focus, context);
                case PropertiesOfValues nested -> values.stream()
                        .allMatch(value -> propertiesHold(nested.properties(), value, context));
                case ConstraintTerm term when values.isEmpty() -> true;
                default -> isSupported(constraint) ? allHold(constraint, values, context)
                        : context.holdsByJena(shape, focus, values, constraint);
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private boolean qualifiedCountHolds(QualifiedValueShape some, Set<Node> values, EvaluationContext context) {
        int conforming = 0;
        for (Node value : values) {
            conforming += conforms(some.getSub(), value, context) ? 1 : 0;
        }
        return (some.qMin() < 0 || conforming >= some.qMin()) && (some.qMax() < 0 || conforming <= some.qMax());
    }

    /** The values that a constraint lists; collected for each constraint before any is evaluated. */
    private Set<Node> valueSet(Constraint constraint) {
        return Objects.requireNonNull(valueSets.get(constraint));
    }

    private boolean closedHolds(ClosedConstraint closed, Node focus, EvaluationContext context) {
        Set<Node> allowed = valueSet(closed);
        return !closed.isActive()
                || context.predicates(focus).stream().allMatch(p -> !p.isURI() || allowed.contains(p));
    }

    private boolean allHold(Constraint constraint, Set<Node> values, EvaluationContext context) {
        for (Node value : values) {
            if (!holds(constraint, value, context)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@link #holds} implements the constraint: one that concerns each value node by itself. */
    private static boolean isSupported(Constraint constraint) {
        return switch (constraint) {
            case InConstraint c -> true;
            case NodeKindConstraint c -> c.isCanBeIRI() || c.isCanBeBlankNode() || c.isCanBeLiteral();
            case ClassConstraint c -> true;
            case ShNode c -> true;
            case ShNot c -> true;
            case ShAnd c -> true;
            case ShOr c -> true;
            case ShXone c -> true;
            default -> false;
        };
    }

    private boolean holds(Constraint constraint, Node value, EvaluationContext context) {
        return switch (constraint) {
            case InConstraint in -> valueSet(in).contains(value);
            case NodeKindConstraint kind -> kind.isCanBeIRI() && value.isURI()
                    || kind.isCanBeBlankNode() && value.isBlank()
                    || kind.isCanBeLiteral() && value.isLiteral();
            case ClassConstraint type -> !value.isLiteral() && context.isInstance(value, type.getExpectedClass());
            case RecursiveNode node -> node.conforms(value, () -> conforms(node.getOther(), value, context));
            case ShNode node -> conforms(node.getOther(), value, context);
            case ShNot not -> !conforms(not.getOther(), value, context);
            case ShAnd and -> and.getOthers().stream().allMatch(other -> conforms(other, value, context));
            case ShOr or -> or.getOthers().stream().anyMatch(other -> conforms(other, value, context));
            case ShXone one -> one.getOthers().stream().filter(other -> conforms(other, value, context)).count() == 1;
            default -> throw new IllegalStateException("not a supported constraint: " + constraint);
        };
    }
}
