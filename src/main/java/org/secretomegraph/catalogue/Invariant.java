package org.secretomegraph.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.FmtUtils;
import org.secretomegraph.vocab.Prefixes;

/**
 * What holds for each answer of a question, whatever the data: a wrong version of the query would break it. Golden
 * answers
 * alone show that an answer is what it was, and not that it is right.
 *
 * @param that   what holds, as a sentence
 * @param sparql ASK, which is true, or SELECT, which finds nothing; {@code $ANSWER} in it stands for the rows of the
 * answer as
 *               VALUES. Prefixes are those of the question and the usual ones; parameters have the values that were
 *               given
 */
public record Invariant(String that, String sparql) {
    private static final String ANSWER = "$ANSWER";

    /** The invariant as a query, with the rows of an answer in it. An empty cell is UNDEF. */
    public Query over(Question question, Map<String, String> given, List<Binding> rows) {
        Map<Var, Node> values = new HashMap<>();
        question.binding(given).forEach(values::put);
        // A parameter that is a column too has one value in all rows, and takes it where its name stands.
        List<Var> columns =
                question.query().getProjectVars().stream().filter(column -> !values.containsKey(column)).toList();
        PrefixMapping prefixes = PrefixMapping.Factory.create().setNsPrefixes(Prefixes.standard().getMapping())
                .setNsPrefixes(question.query().getPrefixMapping());
        Query query = new Query();
        query.setPrefixMapping(prefixes);
        QueryFactory.parse(query, sparql.replace(ANSWER, table(columns, rows)), null, null);
        return values.isEmpty() ? query : QueryTransformOps.replaceVars(query, values);
    }

    private static String table(List<Var> columns, List<Binding> rows) {
        String names = columns.stream().map(Var::toString).collect(Collectors.joining(" ", "(", ")"));
        return rows.stream().map(row -> columns.stream().map(column -> cell(row.get(column)))
                .collect(Collectors.joining(" ", "(", ")")))
                .collect(Collectors.joining("\n", "VALUES " + names + " {\n", "}"));
    }

    private static String cell(Node value) {
        return value == null || value.isBlank() ? "UNDEF" : FmtUtils.stringForNode(value);
    }
}
