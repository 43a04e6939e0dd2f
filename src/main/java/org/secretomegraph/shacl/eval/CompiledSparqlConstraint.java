package org.secretomegraph.shacl.eval;

import java.util.Optional;
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
 * The query of a SPARQL constraint on a node shape, compiled once and asked of one focus node: does it find anything?
 * Most
 * of what jena-shacl spends on such a constraint is to rewrite, plan and optimise the query for each node. It is left
 * to
 * do so where there is something to report.
 */
final class CompiledSparqlConstraint {
    private static final Var THIS = Var.alloc("this");

    private final Op plan;
    private final boolean straight;
    private final Optional<Op> needed;

    private CompiledSparqlConstraint(Op plan) {
        this.straight = SubstitutablePlan.is(plan);
        this.plan = straight ? DirectExprVar.in(plan) : plan;
        this.needed = straight ? Optional.empty() : SubstitutablePlan.within(plan).map(DirectExprVar::in);
    }

    /** The query, or nothing when putting the focus node into a finished plan could mean something else. */
    static Optional<CompiledSparqlConstraint> of(Query query) {
        boolean rowsOfPattern = query.isSelectType() && !query.hasHaving() && !query.hasLimit() && !query.hasOffset()
                && query.getValuesVariables() == null && (query.hasGroupBy() || !query.hasAggregators());
        if (!rowsOfPattern || !mayBePreBound(query)) {
            return Optional.empty();
        }
        // Each solution of the pattern is a row or part of one, so what is selected and how it is grouped matters not.
        // The first few of an order would become one step, which Jena can neither look into nor put a node into
        // (OpTopN).
        Context optimising = ARQ.getContext().copy();
        optimising.set(ARQ.optTopNSorting, false);
        Op plan = Algebra.optimize(Algebra.compile(query.getQueryPattern()), optimising);
        // A subquery that mentions $this and does not project it has another variable there, after renaming.
        boolean plain = OpVars.mentionedVars(plan).stream().map(Var::getVarName)
                .noneMatch(name -> !name.equals("this") && name.endsWith("this") || name.equals("PATH")
                        || name.equals("currentShape")
                        || name.equals("shapesGraph"));
        return plain ? Optional.of(new CompiledSparqlConstraint(plan)) : Optional.empty();
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
        Binding known = BindingFactory.binding(THIS, focus);
        if (straight) {
            return hasRows(plan, known, at);
        }
        // To put the node into the plan makes a new plan of it, which takes as long as to follow it.
        return (needed.isEmpty() || hasRows(needed.get(), known, at))
                && hasRows(Substitute.substitute(plan, THIS, focus), BindingFactory.root(), at);
    }

    private static boolean hasRows(Op plan, Binding known, ExecutionContext at) {
        QueryIterator rows = QC.execute(plan, known, at);
        try {
            return rows.hasNext();
        } finally {
            rows.close();
        }
    }
}
