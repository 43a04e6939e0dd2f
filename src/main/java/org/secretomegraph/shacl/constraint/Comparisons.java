package org.secretomegraph.shacl.constraint;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.LessThanConstraint;
import org.apache.jena.shacl.engine.constraint.LessThanOrEqualsConstraint;
import org.apache.jena.shacl.engine.constraint.ValueMaxExclusiveConstraint;
import org.apache.jena.shacl.engine.constraint.ValueMaxInclusiveConstraint;
import org.apache.jena.shacl.engine.constraint.ValueMinExclusiveConstraint;
import org.apache.jena.shacl.engine.constraint.ValueRangeConstraint;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.ConstraintVisitor;
import org.apache.jena.shacl.validation.ReportItem;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprNotComparableException;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Constraints that compare by the operators of SPARQL (<a
 * href="https://www.w3.org/TR/shacl/#core-components-range">section 4.3</a>). For these NaN is neither less than, equal
 * to nor greater than any number; Jena orders it above all numbers.
 */
public final class Comparisons {
    private static final int NOT_COMPARABLE = -999;

    private Comparisons() {}

    /** The constraint that compares as SPARQL does; empty for one that does not compare by order. */
    static Optional<Constraint> of(Constraint parsed) {
        return switch (parsed) {
            case ValueRangeConstraint range -> Optional.of(range(range));
            case LessThanConstraint less -> Optional.of(new LessThan(less.getValue()));
            case LessThanOrEqualsConstraint less -> Optional.of(new LessThanOrEquals(less.getValue()));
            default -> Optional.empty();
        };
    }

    private static Range range(ValueRangeConstraint parsed) {
        NodeValue limit = parsed.getNodeValue();
        Node component = parsed.getComponent();
        return switch (parsed) {
            case ValueMinExclusiveConstraint c -> new Range(component, limit, "greater than",
                    r -> r == Expr.CMP_GREATER);
            case ValueMaxExclusiveConstraint c -> new Range(component, limit, "less than", r -> r == Expr.CMP_LESS);
            case ValueMaxInclusiveConstraint c -> new Range(component, limit, "less than or equal to",
                    r -> r == Expr.CMP_LESS || r == Expr.CMP_EQUAL);
            default -> new Range(component, limit, "greater than or equal to",
                    r -> r == Expr.CMP_GREATER || r == Expr.CMP_EQUAL);
        };
    }

    /** A comparison of Jena, or {@link #NOT_COMPARABLE}. */
    static int compare(Node a, Node b) {
        NodeValue left = NodeValue.makeNode(a);
        NodeValue right = NodeValue.makeNode(b);
        if (isNaN(left) || isNaN(right)) {
            return NOT_COMPARABLE;
        }
        try {
            return NodeValue.compare(left, right);
        } catch (ExprNotComparableException e) {
            return NOT_COMPARABLE;
        }
    }

    private static boolean isNaN(NodeValue value) {
        return value.isFloat() && Float.isNaN(value.getFloat())
                || value.isDouble() && Double.isNaN(value.getDouble());
    }

    /** {@code sh:minInclusive} and its like. */
    public static final class Range extends ConstraintTerm {
        private final Node component;
        private final NodeValue limit;
        private final String relation;
        private final IntPredicate allowed;

        /** @param allowed tests the comparison of a value with the limit */
        Range(Node component, NodeValue limit, String relation, IntPredicate allowed) {
            this.component = component;
            this.limit = limit;
            this.relation = relation;
            this.allowed = allowed;
        }

        @Override
        protected ReportItem validate(ValidationContext context, Node value) {
            return allowed.test(compare(value, limit.asNode())) ? noItem()
                    : new ReportItem("Data value " + ShLib.displayStr(value) + " is not " + relation + " " + limit,
                            value);
        }

        /** Jena expects null where a value conforms. */
        @SuppressWarnings("NullAway")
        private static ReportItem noItem() {
            return null;
        }

        @Override
        public Node getComponent() {
            return component;
        }

        /** Jena's visitor prints the compact syntax, for which the shapes are parsed anew. */
        @Override
        public void visit(ConstraintVisitor visitor) {}
    }

    private static final class LessThan extends LessThanConstraint {
        LessThan(Node property) {
            super(property);
        }

        @Override
        protected int compare(Node a, Node b) {
            return Comparisons.compare(a, b);
        }
    }

    private static final class LessThanOrEquals extends LessThanOrEqualsConstraint {
        LessThanOrEquals(Node property) {
            super(property);
        }

        @Override
        protected int compare(Node a, Node b) {
            return Comparisons.compare(a, b);
        }
    }
}
