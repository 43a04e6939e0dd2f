package org.secretomegraph.shacl.eval;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;

/**
 * Query plans whose operators pass their input binding on to the next: a variable that is bound before the first
 * operator is bound in all of them, so that the focus node can be given as input and need not be substituted in the
 * plan.
 */
final class SubstitutablePlan {
    private static final Var THIS = Var.alloc("this");
    private static final Set<Class<? extends Op>> SUBSTITUTABLE =
            Set.of(OpBGP.class, OpTriple.class, OpPath.class, OpSequence.class,
                    OpFilter.class, OpExtend.class, OpAssign.class, OpUnion.class, OpTable.class);

    private SubstitutablePlan() {}

    static boolean isSubstitutable(Op op) {
        return SUBSTITUTABLE.contains(op.getClass()) && switch (op) {
            case OpFilter filter -> isSubstitutable(filter.getSubOp())
                    && filter.getExprs().getList().stream().allMatch(SubstitutablePlan::isSubstitutable);
            case OpExtend extend -> isSubstitutable(extend.getSubOp())
                    && extend.getVarExprList().getExprs().values().stream()
                            .allMatch(SubstitutablePlan::isSubstitutable);
            case OpAssign assign -> isSubstitutable(assign.getSubOp())
                    && assign.getVarExprList().getExprs().values().stream()
                            .allMatch(SubstitutablePlan::isSubstitutable);
            case Op1 one -> isSubstitutable(one.getSubOp());
            case OpUnion union -> isSubstitutable(union.getLeft()) && isSubstitutable(union.getRight());
            case OpTable table -> !table.getTable().getVars().contains(THIS);
            case OpN many -> many.getElements().stream().allMatch(SubstitutablePlan::isSubstitutable);
            default -> true;
        };
    }

    /** The only patterns in an expression are those of EXISTS. */
    private static boolean isSubstitutable(Expr expression) {
        return switch (expression) {
            case ExprFunctionOp exists -> isSubstitutable(exists.getGraphPattern());
            case ExprFunction function -> function.getArgs().stream().allMatch(SubstitutablePlan::isSubstitutable);
            default -> true;
        };
    }

    private static boolean hasPattern(Expr expression) {
        return expression instanceof ExprFunctionOp
                || expression instanceof ExprFunction function
                        && function.getArgs().stream().anyMatch(SubstitutablePlan::hasPattern);
    }

    /**
     * A substitutable plan that has rows whenever this one has: its leading substitutable operators. When it has no
     * rows, which is the usual case, the whole plan need not be executed.
     */
    static Optional<Op> necessaryPart(Op op) {
        return isSubstitutable(op) ? Optional.of(op) : switch (op) {
            case OpFilter filter -> necessaryPart(filter.getSubOp()).map(sub -> filtered(filter, sub));
            case OpExtend extend -> necessaryPart(extend.getSubOp());
            case OpSequence steps -> necessaryPart(steps.getElements());
            default -> Optional.empty();
        };
    }

    private static Optional<Op> necessaryPart(List<Op> steps) {
        OpSequence first = OpSequence.create();
        for (Op step : steps) {
            if (!isSubstitutable(step)) {
                break;
            }
            first.add(step);
        }
        return first.getElements().isEmpty() ? necessaryPart(steps.get(0)) : Optional.of(first);
    }

    /** The filter with those conditions that have no pattern and whose variables are bound in the part. */
    private static Op filtered(OpFilter filter, Op sub) {
        Set<Var> bound = new HashSet<>(OpVars.fixedVars(sub));
        bound.add(THIS);
        ExprList conditions = new ExprList();
        filter.getExprs().getList().stream().filter(e -> !hasPattern(e) && bound.containsAll(e.getVarsMentioned()))
                .forEach(conditions::add);
        return conditions.isEmpty() ? sub : OpFilter.filterBy(conditions, sub);
    }
}
