package org.secretomegraph.server.api;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.AggSumDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * The types of the columns of a query, as far as its text determines them: a subject or property is an entity, a count
 * is a whole number, a column named {@code ...Label} is a text. The names are those of schemas in the OpenAPI document.
 */
final class ColumnTypes {
    static final String ENTITY = "AnyThing";
    static final String TEXT = "Text";
    static final String NUMBER = "Number";
    static final String COUNT = "Count";
    private static final String ANY = "Cell";

    private final Map<String, String> types = new HashMap<>();

    private ColumnTypes() {}

    static ColumnTypes of(Query query) {
        ColumnTypes columns = new ColumnTypes();
        ElementWalker.walk(query.getQueryPattern(), columns.new Visitor());
        query.getProject().getExprs().forEach((column, expression) -> columns.types.put(column.getVarName(),
                columns.type(expression)));
        return columns;
    }

    String of(String column) {
        return column.endsWith(TypedJson.LABEL) ? TEXT : types.getOrDefault(column, ANY);
    }

    private String type(Expr expression) {
        if (expression.isVariable()) {
            return of(expression.getVarName());
        }
        return expression instanceof ExprAggregator aggregated ? type(aggregated.getAggregator()) : ANY;
    }

    private static String type(Aggregator aggregator) {
        return switch (aggregator) {
            case AggCount c -> COUNT;
            case AggCountVar c -> COUNT;
            case AggCountDistinct c -> COUNT;
            case AggCountVarDistinct c -> COUNT;
            case AggSum s -> NUMBER;
            case AggSumDistinct s -> NUMBER;
            case AggAvg a -> NUMBER;
            case AggGroupConcat g -> TEXT;
            case AggGroupConcatDistinct g -> TEXT;
            default -> ANY;
        };
    }

    private final class Visitor extends ElementVisitorBase {
        @Override
        public void visit(ElementPathBlock block) {
            block.patternElts().forEachRemaining(triple -> {
                markEntity(triple.getSubject());
                markEntity(triple.getPredicate());
            });
        }

        /** Only the projected variables of a subquery are visible outside. A count may be unbound there. */
        @Override
        public void visit(ElementSubQuery element) {
            ColumnTypes inner = of(element.getQuery());
            element.getQuery().getResultVars().forEach(name -> {
                String type = inner.of(name);
                types.putIfAbsent(name, type.equals(COUNT) ? NUMBER : type);
            });
        }

        private void markEntity(Node node) {
            if (node != null && Var.isVar(node)) {
                types.put(Var.alloc(node).getVarName(), ENTITY);
            }
        }
    }
}
