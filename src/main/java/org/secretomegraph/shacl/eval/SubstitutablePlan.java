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
 * Plans of which each step hands what is known on to the next: a variable that is bound before the first step is bound
 * in
 * all of them, so that a focus node can be handed in and need not be put into the plan.
 */
final class SubstitutablePlan {
    private static final Var THIS = Var.alloc("this");
    private static final Set<Class<? extends Op>> STRAIGHT =
            Set.of(OpBGP.class, OpTriple.class, OpPath.class, OpSequence.class,
                    OpFilter.class, OpExtend.class, OpAssign.class, OpUnion.class, OpTable.class);

    private SubstitutablePlan() {}

    static boolean is(Op op) {
        return STRAIGHT.contains(op.getClass()) && switch (op) {
            case OpFilter filter -> is(filter.getSubOp())
                    && filter.getExprs().getList().stream().allMatch(SubstitutablePlan::is);
            case OpExtend extend -> is(extend.getSubOp()) && extend.getVarExprList().getExprs().values().stream()
                    .allMatch(SubstitutablePlan::is);
            case OpAssign assign -> is(assign.getSubOp()) && assign.getVarExprList().getExprs().values().stream()
                    .allMatch(SubstitutablePlan::is);
            case Op1 one -> is(one.getSubOp());
            case OpUnion union -> is(union.getLeft()) && is(union.getRight());
            case OpTable table -> !table.getTable().getVars().contains(THIS);
            case OpN many -> many.getElements().stream().allMatch(SubstitutablePlan::is);
            default -> true;
        };
    }

    /** Patterns within an expression are those of EXISTS. */
    private static boolean is(Expr expression) {
        return switch (expression) {
            case ExprFunctionOp exists -> is(exists.getGraphPattern());
            case ExprFunction function -> function.getArgs().stream().allMatch(SubstitutablePlan::is);
            default -> true;
        };
    }

    private static boolean hasPattern(Expr expression) {
        return expression instanceof ExprFunctionOp
                || expression instanceof ExprFunction function
                        && function.getArgs().stream().anyMatch(SubstitutablePlan::hasPattern);
    }

    /**
     * A straight plan that has rows whenever this one has: what is asked before its steps that are not straight,
     * without
     * these. Mostly it has none, and then the others need not be asked.
     */
    static Optional<Op> within(Op op) {
        return is(op) ? Optional.of(op) : switch (op) {
            case OpFilter filter -> within(filter.getSubOp()).map(sub -> filtered(filter, sub));
            case OpExtend extend -> within(extend.getSubOp());
            case OpSequence steps -> within(steps.getElements());
            default -> Optional.empty();
        };
    }

    private static Optional<Op> within(List<Op> steps) {
        OpSequence first = OpSequence.create();
        for (Op step : steps) {
            if (!is(step)) {
                break;
            }
            first.add(step);
        }
        return first.getElements().isEmpty() ? within(steps.get(0)) : Optional.of(first);
    }

    /** With those plain conditions whose variables are still there. */
    private static Op filtered(OpFilter filter, Op sub) {
        Set<Var> known = new HashSet<>(OpVars.fixedVars(sub));
        known.add(THIS);
        ExprList kept = new ExprList();
        filter.getExprs().getList().stream().filter(e -> !hasPattern(e) && known.containsAll(e.getVarsMentioned()))
                .forEach(kept::add);
        return kept.isEmpty() ? sub : OpFilter.filterBy(kept, sub);
    }
}
