package org.secretomegraph.shacl.eval;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.util.Context;

/**
 * The query of a SPARQL constraint on a node shape, compiled once; it decides whether the query has a solution for a
 * focus node. Most of the time that jena-shacl spends on such a constraint goes into rewriting, planning and
 * optimising the query for each node. Jena evaluates the constraint where there is something to report.
 */
final class CompiledSparqlConstraint {
    private static final Var THIS = Var.alloc("this");

    private final Op plan;
    private final boolean substitutable;
    private final Optional<Op> necessary;

    private CompiledSparqlConstraint(Op plan) {
        this.substitutable = SubstitutablePlan.isSubstitutable(plan);
        this.plan = substitutable ? DirectExprVar.replaceIn(plan) : plan;
        this.necessary =
                substitutable ? Optional.empty() : SubstitutablePlan.necessaryPart(plan).map(DirectExprVar::replaceIn);
    }

    /**
     * The compiled query; empty when substituting the focus node in a finished plan could change the meaning of the
     * query.
     */
    static Optional<CompiledSparqlConstraint> of(Query query) {
        boolean supported = query.isSelectType() && !query.hasHaving() && !query.hasLimit() && !query.hasOffset()
                && query.getValuesVariables() == null && !query.getResultVars().contains("failure")
                && (query.hasGroupBy() || !query.hasAggregators());
        if (!supported || !allowsPreBinding(query)) {
            return Optional.empty();
        }
        // Each solution of the pattern is a row or a part of one, so that projection and grouping do not matter. The
        // top of an order would become one operator (OpTopN), which Jena can neither visit nor substitute in.
        Context optimising = ARQ.getContext().copy();
        optimising.set(ARQ.optTopNSorting, false);
        Op plan = Algebra.optimize(Algebra.compile(query.getQueryPattern()), optimising);
        // In a subquery that does not project $this, it is another variable, which Jena renames.
        boolean unambiguous = OpVars.mentionedVars(plan).stream().map(Var::getVarName)
                .noneMatch(name -> !name.equals("this") && name.endsWith("this") || name.equals("PATH")
                        || name.equals("currentShape")
                        || name.equals("shapesGraph"));
        return unambiguous ? Optional.of(new CompiledSparqlConstraint(plan)) : Optional.empty();
    }

    /**
     * Whether the query keeps the rules for pre-bound variables (SHACL section 5.2.1). Jena evaluates and reports
     * those that do not.
     */
    private static boolean allowsPreBinding(Query query) {
        AtomicBoolean allowed = new AtomicBoolean(!assigns(query));
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            private void require(boolean condition) {
                allowed.compareAndSet(true, condition);
            }

            @Override
            public void visit(ElementMinus minus) {
                require(false);
            }

            @Override
            public void visit(ElementService service) {
                require(false);
            }

            @Override
            public void visit(ElementData values) {
                require(!values.getVars().contains(THIS));
            }

            @Override
            public void visit(ElementBind bind) {
                require(!bind.getVar().equals(THIS));
            }

            @Override
            public void visit(ElementSubQuery inner) {
                require(allowsPreBinding(inner.getQuery()));
            }
        });
        return allowed.get();
    }

    private static boolean assigns(Query query) {
        return query.getProject().getExprs().containsKey(THIS) || query.getGroupBy().getExprs().containsKey(THIS);
    }

    boolean hasSolution(Node focus, ExecutionContext context) {
        Binding input = BindingFactory.binding(THIS, focus);
        if (substitutable) {
            return hasRows(plan, input, context);
        }
        // Substituting the node copies the plan, which takes as long as executing it.
        return (necessary.isEmpty() || hasRows(necessary.get(), input, context))
                && hasRows(Substitute.substitute(plan, THIS, focus), BindingFactory.root(), context);
    }

    private static boolean hasRows(Op plan, Binding input, ExecutionContext context) {
        QueryIterator rows = QC.execute(plan, input, context);
        try {
            return rows.hasNext();
        } finally {
            rows.close();
        }
    }
}
