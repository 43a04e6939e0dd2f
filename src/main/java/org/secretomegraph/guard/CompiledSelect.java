package org.secretomegraph.guard;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
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
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.util.Context;

/**
 * The query of a SPARQL constraint on a node shape, compiled once and asked of one focus node: does it find anything? Most
 * of what jena-shacl spends on such a constraint is to rewrite, plan and optimise the query for each node. It is left to
 * do so where there is something to report.
 */
final class CompiledSelect {
    private static final Var THIS = Var.alloc("this");

    /** Steps that hand what is known on to the next: a variable that is bound before the first is bound in all of them. */
    private static final Set<Class<? extends Op>> STRAIGHT = Set.of(OpBGP.class, OpTriple.class, OpPath.class, OpSequence.class,
            OpFilter.class, OpExtend.class, OpAssign.class, OpUnion.class, OpTable.class);

    private final Op plan;
    private final boolean straight;

    private CompiledSelect(Op plan) {
        this.plan = plan;
        this.straight = isStraight(plan);
    }

    private static boolean isStraight(Op op) {
        return STRAIGHT.contains(op.getClass()) && switch (op) {
            case OpFilter filter -> isStraight(filter.getSubOp()) && filter.getExprs().getList().stream()
                    .allMatch(CompiledSelect::isStraight);
            case OpExtend extend -> isStraight(extend.getSubOp()) && extend.getVarExprList().getExprs().values().stream()
                    .allMatch(CompiledSelect::isStraight);
            case OpAssign assign -> isStraight(assign.getSubOp()) && assign.getVarExprList().getExprs().values().stream()
                    .allMatch(CompiledSelect::isStraight);
            case Op1 one -> isStraight(one.getSubOp());
            case OpUnion union -> isStraight(union.getLeft()) && isStraight(union.getRight());
            case OpTable table -> !table.getTable().getVars().contains(THIS);
            case OpN many -> many.getElements().stream().allMatch(CompiledSelect::isStraight);
            default -> true;
        };
    }

    /** Patterns within an expression are those of EXISTS. */
    private static boolean isStraight(Expr expression) {
        return switch (expression) {
            case ExprFunctionOp exists -> isStraight(exists.getGraphPattern());
            case ExprFunction function -> function.getArgs().stream().allMatch(CompiledSelect::isStraight);
            default -> true;
        };
    }

    /** The query, or nothing when putting the focus node into a finished plan could mean something else. */
    static Optional<CompiledSelect> of(Query query) {
        boolean rowsOfPattern = query.isSelectType() && !query.hasHaving() && !query.hasLimit() && !query.hasOffset()
                && query.getValuesVariables() == null && (query.hasGroupBy() || !query.hasAggregators());
        if (!rowsOfPattern || !mayBePreBound(query)) {
            return Optional.empty();
        }
        // Each solution of the pattern is a row or part of one, so what is selected and how it is grouped matters not.
        // The first few of an order would become one step, which Jena can neither look into nor put a node into (OpTopN).
        Context optimising = ARQ.getContext().copy();
        optimising.set(ARQ.optTopNSorting, false);
        Op plan = Algebra.optimize(Algebra.compile(query.getQueryPattern()), optimising);
        // A subquery that mentions $this and does not project it has another variable there, after renaming.
        boolean plain = OpVars.mentionedVars(plan).stream().map(Var::getVarName).noneMatch(name ->
                !name.equals("this") && name.endsWith("this") || name.equals("PATH") || name.equals("currentShape")
                        || name.equals("shapesGraph"));
        return plain ? Optional.of(new CompiledSelect(plan)) : Optional.empty();
    }

    /** What SHACL forbids in a query with pre-bound variables (section 5.2.1) is left to jena-shacl, to be told. */
    private static boolean mayBePreBound(Query query) {
        boolean[] may = {!assigns(query)};
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementMinus minus) {
                may[0] = false;
            }

            @Override
            public void visit(ElementService service) {
                may[0] = false;
            }

            @Override
            public void visit(ElementData values) {
                may[0] &= !values.getVars().contains(THIS);
            }

            @Override
            public void visit(ElementBind bind) {
                may[0] &= !bind.getVar().equals(THIS);
            }

            @Override
            public void visit(ElementSubQuery inner) {
                may[0] &= mayBePreBound(inner.getQuery());
            }
        });
        return may[0];
    }

    private static boolean assigns(Query query) {
        return query.getProject().getExprs().containsKey(THIS) || query.getGroupBy().getExprs().containsKey(THIS);
    }

    boolean findsSomething(Node focus, ExecutionContext at) {
        // To put the node into the plan makes a new plan of it, which takes as long as to follow it.
        Op asked = straight ? plan : Substitute.substitute(plan, THIS, focus);
        Binding known = straight ? BindingFactory.binding(THIS, focus) : BindingFactory.root();
        QueryIterator rows = QC.execute(asked, known, at);
        try {
            return rows.hasNext();
        } finally {
            rows.close();
        }
    }
}
