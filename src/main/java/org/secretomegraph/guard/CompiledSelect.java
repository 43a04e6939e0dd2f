package org.secretomegraph.guard;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/**
 * The query of a SPARQL constraint on a node shape, compiled once and asked of one focus node: does it find anything? Most
 * of what jena-shacl spends on such a constraint is to rewrite, plan and optimise the query for each node. It is left to
 * do so where there is something to report.
 */
final class CompiledSelect {
    private static final Var THIS = Var.alloc("this");

    private final Op plan;

    private CompiledSelect(Op plan) {
        this.plan = plan;
    }

    /** The query, or nothing when putting the focus node into a finished plan could mean something else. */
    static Optional<CompiledSelect> of(Query query) {
        if (!query.isSelectType() || query.hasGroupBy() || query.hasAggregators() || query.hasHaving() || query.hasLimit()
                || query.hasOffset() || query.getValuesVariables() != null) {
            return Optional.empty();
        }
        Op plan = Algebra.optimize(Algebra.compile(query), ARQ.getContext());
        // A subquery that mentions $this and does not project it has another variable there, after renaming.
        boolean plain = OpVars.mentionedVars(plan).stream().map(Var::getVarName).noneMatch(name ->
                !name.equals("this") && name.endsWith("this") || name.equals("PATH") || name.equals("currentShape")
                        || name.equals("shapesGraph"));
        return plain ? Optional.of(new CompiledSelect(plan)) : Optional.empty();
    }

    boolean findsSomething(Node focus, Graph graph) {
        Context context = ARQ.getContext().copy();
        context.set(ARQConstants.sysCurrentTime, NodeFactoryExtra.nowAsDateTime());
        Op asked = Substitute.substitute(plan, THIS, focus);
        QueryIterator rows = QC.execute(asked, BindingFactory.root(), ExecutionContext.createForGraph(graph, context));
        try {
            return rows.hasNext();
        } finally {
            rows.close();
        }
    }
}
