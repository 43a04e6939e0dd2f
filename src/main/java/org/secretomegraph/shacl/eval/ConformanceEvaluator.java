package org.secretomegraph.shacl.eval;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
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

/**
 * Whether a node conforms to a shape: yes or no, without a report. Of the nodes that are judged nearly all conform, and
 * jena-shacl makes a report for each shape inside a shape, then looks whether it is empty. The answer is the same as
 * that
 * of {@code VLib.validateShape}, which is left to tell what is wrong where the answer is no. Compiled once for the
 * shapes
 * and safe for many threads.
 *
 * <p>The meaning of each constraint is that of SHACL (<a href="https://www.w3.org/TR/shacl/#core-components">section
 * 4</a>); kinds that are not spelt out here are asked of Jena.
 */
public final class ConformanceEvaluator {
    private final Map<Constraint, CompiledSparqlConstraint> queries = new IdentityHashMap<>();
    private final Map<Constraint, Set<Node>> sets = new IdentityHashMap<>();

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
                case ConstraintOpN many -> many.getOthers().forEach(other -> compile(other, seen));
                case QualifiedValueShape qualified -> compile(qualified.getSub(), seen);
                case InConstraint in -> sets.put(in, Set.copyOf(in.getValues()));
                case ClosedConstraint closed -> sets.put(closed, allowed(closed));
                case SparqlConstraint sparql when shape instanceof NodeShape -> CompiledSparqlConstraint
                        .of(sparql.getQuery())
                        .ifPresent(select -> queries.put(sparql, select));
                default -> {}
            }
        }
    }

    private static Set<Node> allowed(ClosedConstraint closed) {
        Set<Node> allowed = new HashSet<>(closed.getExpected());
        allowed.addAll(closed.getIgnoredProperties());
        return allowed;
    }

    public boolean conforms(Shape shape, Node focus, EvaluationContext at) {
        if (shape.deactivated()) {
            return true;
        }
        return switch (shape) {
            case NodeShape node -> nodeHolds(node, focus, at) && propertiesHold(node.getPropertyShapes(), focus, at);
            // Not at its values: so does Jena with a property shape that is not the property of a shape.
            case PropertyShape property -> valuesHold(property, focus, at.values(focus, property.getPath()), at)
                    && propertiesHold(property.getPropertyShapes(), focus, at);
            default -> true;
        };
    }

    private boolean propertiesHold(Collection<PropertyShape> properties, Node focus, EvaluationContext at) {
        for (PropertyShape property : properties) {
            if (!property.deactivated() && !propertyHolds(property, focus, at)) {
                return false;
            }
        }
        return true;
    }

    private boolean propertyHolds(PropertyShape property, Node focus, EvaluationContext at) {
        Set<Node> values = at.values(focus, property.getPath());
        if (!valuesHold(property, focus, values, at)) {
            return false;
        }
        if (!property.getPropertyShapes().isEmpty()) {
            for (Node value : values) {
                if (!propertiesHold(property.getPropertyShapes(), value, at)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean nodeHolds(NodeShape shape, Node focus, EvaluationContext at) {
        for (Constraint constraint : shape.getConstraints()) {
            boolean holds = switch (constraint) {
                case HasValueConstraint has -> focus.equals(has.getValue());
                case ClosedConstraint closed -> onlyAllowed(closed, focus, at);
                case SparqlConstraint sparql when queries.containsKey(sparql) -> !queries.get(sparql)
                        .findsSomething(focus, at.query());
                default -> isKnown(constraint) ? holds(constraint, focus, at) : at.asksJena(shape, focus, constraint);
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private boolean valuesHold(PropertyShape shape, Node focus, Set<Node> values, EvaluationContext at) {
        for (Constraint constraint : shape.getConstraints()) {
            boolean holds = switch (constraint) {
                case MinCount min -> values.size() >= min.getMinCount();
                case MaxCount max -> max.getMaxCount() < 0 || values.size() <= max.getMaxCount();
                case HasValueConstraint has -> values.contains(has.getValue());
                case QualifiedValueShape some when !some.qDisjoint() -> areEnough(some, values, at);
                case ClosedConstraint closed -> onlyAllowed(closed, focus, at);
                case ConstraintTerm term when values.isEmpty() -> true;
                default -> isKnown(constraint) ? allHold(constraint, values, at)
                        : at.asksJena(shape, focus, values, constraint);
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private boolean areEnough(QualifiedValueShape some, Set<Node> values, EvaluationContext at) {
        int conforming = 0;
        for (Node value : values) {
            conforming += conforms(some.getSub(), value, at) ? 1 : 0;
        }
        return (some.qMin() < 0 || conforming >= some.qMin()) && (some.qMax() < 0 || conforming <= some.qMax());
    }

    private boolean onlyAllowed(ClosedConstraint closed, Node focus, EvaluationContext at) {
        Set<Node> allowed = sets.get(closed);
        return !closed.isActive() || at.predicates(focus).stream().allMatch(p -> !p.isURI() || allowed.contains(p));
    }

    private boolean allHold(Constraint constraint, Set<Node> values, EvaluationContext at) {
        for (Node value : values) {
            if (!holds(constraint, value, at)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@link #holds} knows the constraint: one that asks something of each value by itself. */
    private static boolean isKnown(Constraint constraint) {
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

    private boolean holds(Constraint constraint, Node value, EvaluationContext at) {
        return switch (constraint) {
            case InConstraint in -> sets.get(in).contains(value);
            case NodeKindConstraint kind -> kind.isCanBeIRI() && value.isURI()
                    || kind.isCanBeBlankNode() && value.isBlank()
                    || kind.isCanBeLiteral() && value.isLiteral();
            case ClassConstraint type -> !value.isLiteral() && at.isInstance(value, type.getExpectedClass());
            case ShNode node -> conforms(node.getOther(), value, at);
            case ShNot not -> !conforms(not.getOther(), value, at);
            case ShAnd and -> and.getOthers().stream().allMatch(other -> conforms(other, value, at));
            case ShOr or -> or.getOthers().stream().anyMatch(other -> conforms(other, value, at));
            case ShXone one -> one.getOthers().stream().filter(other -> conforms(other, value, at)).count() == 1;
            default -> throw new IllegalStateException("not a constraint that is known: " + constraint);
        };
    }
}
