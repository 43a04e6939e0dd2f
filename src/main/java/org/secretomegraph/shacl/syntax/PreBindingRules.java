package org.secretomegraph.shacl.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * The restrictions on a query with pre-bound variables (<a href="https://www.w3.org/TR/shacl/#pre-binding">appendix
 * A</a>): what would have another meaning, or none, when a variable has a value before the query begins.
 */
final class PreBindingRules {
    private static final Set<Var> OPTIONAL = Set.of(Var.alloc("shapesGraph"), Var.alloc("currentShape"));
    private static final Var PATH = Var.alloc("PATH");
    private static final String TEXT_SEARCH = "http://jena.apache.org/text#";

    private final Set<Var> preBound;
    private final boolean complexPath;
    private final List<String> problems = new ArrayList<>();

    /** @param complexPath whether {@code $PATH} stands for a path that is not an IRI */
    PreBindingRules(Set<Var> preBound, boolean complexPath) {
        this.preBound = preBound;
        this.complexPath = complexPath;
    }

    /** The first restriction that the query breaks; empty when it keeps them all. */
    Optional<String> problem(Query query) {
        query(query);
        return problems.stream().findFirst();
    }

    private void query(Query query) {
        forbid(query.getValuesVariables() != null, "VALUES may not stand in a query of shapes (SHACL, appendix A)");
        assigned(query.getProject().getExprs().keySet());
        query.getProject().getExprs().values().forEach(this::expression);
        assigned(query.getGroupBy().getExprs().keySet());
        query.getGroupBy().getExprs().values().forEach(this::expression);
        query.getHavingExprs().forEach(this::expression);
        if (query.getOrderBy() != null) {
            query.getOrderBy().forEach(by -> expression(by.getExpression()));
        }
        pattern(query.getQueryPattern());
    }

    private void pattern(Element pattern) {
        ElementWalker.walk(pattern, new ElementVisitorBase() {
            @Override
            public void visit(ElementMinus minus) {
                forbid(true, "MINUS may not stand in a query of shapes (SHACL, appendix A); use FILTER NOT EXISTS");
            }

            @Override
            public void visit(ElementService service) {
                forbid(true, "SERVICE may not stand in a query of shapes (SHACL, appendix A)");
            }

            @Override
            public void visit(ElementData values) {
                forbid(true, "VALUES may not stand in a query of shapes (SHACL, appendix A); use FILTER (?x IN (...))");
            }

            @Override
            public void visit(ElementBind bind) {
                assigned(Set.of(bind.getVar()));
                expression(bind.getExpr());
            }

            @Override
            public void visit(ElementFilter filter) {
                expression(filter.getExpr());
            }

            @Override
            public void visit(ElementPathBlock block) {
                block.getPattern().forEach(PreBindingRules.this::triple);
            }

            @Override
            public void visit(ElementSubQuery inner) {
                subquery(inner.getQuery());
            }
        });
    }

    private void subquery(Query query) {
        preBound.stream().filter(v -> !OPTIONAL.contains(v) && !query.getProjectVars().contains(v)).map(Var::getVarName)
                .sorted().findFirst()
                .ifPresent(name -> forbid(true, "a SELECT within the query must select $" + name
                        + " too (SHACL, appendix A)"));
        query(query);
    }

    private void triple(TriplePath triple) {
        forbid(complexPath && (triple.getSubject().equals(PATH) || triple.getObject().equals(PATH)), pathElsewhere());
        Node predicate = triple.getPredicate();
        forbid(predicate != null && predicate.isURI() && predicate.getURI().startsWith(TEXT_SEARCH),
                "text:query may not stand in a query of shapes: the index of names is not part of the data");
    }

    private void assigned(Collection<Var> variables) {
        variables.stream().filter(preBound::contains).findFirst().ifPresent(v -> forbid(true,
                "AS ?" + v.getVarName() + " may not stand in a query of shapes: the variable has a value already"
                        + " (SHACL, appendix A)"));
    }

    private void expression(Expr expression) {
        switch (expression) {
            case ExprFunctionOp exists -> pattern(exists.getElement());
            case ExprAggregator aggregate when aggregate.getAggregator().getExprList() != null -> aggregate
                    .getAggregator().getExprList().forEach(this::expression);
            case ExprFunction function -> function.getArgs().forEach(this::expression);
            case ExprVar variable -> forbid(complexPath && variable.asVar().equals(PATH), pathElsewhere());
            default -> {}
        }
    }

    private static String pathElsewhere() {
        return "$PATH may only stand as the predicate of a triple pattern (SHACL 5.3.1)";
    }

    private void forbid(boolean found, String problem) {
        if (found) {
            problems.add(problem);
        }
    }
}
