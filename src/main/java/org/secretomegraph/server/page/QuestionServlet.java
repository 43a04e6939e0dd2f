package org.secretomegraph.server.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.catalogue.Question;
import org.secretomegraph.pages.PageTemplate;
import org.secretomegraph.pages.ResultPage;
import org.secretomegraph.server.api.ParameterHints;
import org.secretomegraph.server.http.Lazy;

/** {@code /questions/NAME?PARAMETER=VALUE}: a question with its answer as a table. */
public final class QuestionServlet extends HtmlServlet {
    private static final long serialVersionUID = 1L;
    /** More rows than are read on a page; the links beside the table lead to all of them. */
    private static final int MAX_ROWS = 500;

    private final transient DatasetGraph graph;
    private final transient Supplier<Catalogue> catalogue;
    private final transient Supplier<PageTemplate> page = new Lazy<>(() -> PageTemplate.named("answer"));

    public QuestionServlet(DatasetGraph graph, Supplier<Catalogue> catalogue) {
        super(graph);
        this.graph = graph;
        this.catalogue = catalogue;
    }

    @Override
    String html(HttpServletRequest request) {
        String name = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        Question question =
                catalogue.get().named(name).orElseThrow(() -> new NotFoundException("No question is named '" + name
                        + "'; the home page lists them all."));
        Map<String, String> given = given(request);
        if (question.needsMoreThan(given)) {
            return page.get().filledWith(
                    new ResultPage(QuestionForm.of(question, given), List.of(), List.of(),
                            missingParameters(question, given)));
        }
        new ParameterHints(question, graph).check(given);
        Query query = question.asked(given);
        try (QueryExec exec = QueryExec.dataset(graph).query(query).build()) {
            return page.get().filledWith(answer(question, given, query, exec));
        }
    }

    /** The parameters that are missing, with examples. */
    private static String missingParameters(Question question, Map<String, String> given) {
        return question.parameters().stream().filter(p -> p.defaultValue().isEmpty() && !given.containsKey(p.name()))
                .map(p -> p.name() + " (" + p.label() + "), for example " + p.example())
                .collect(Collectors.joining("; ", "Please give ", "."));
    }

    private ResultPage answer(Question question, Map<String, String> given, Query query, QueryExec exec) {
        var form = QuestionForm.of(question, given);
        NodeCells cells = new NodeCells(graph.getDefaultGraph());
        if (query.isAskType()) {
            return new ResultPage(form, List.of(), List.of(), exec.ask() ? "Yes." : "No.");
        }
        if (!query.isSelectType()) {
            Graph result = query.isDescribeType() ? exec.describe() : exec.construct();
            List<ResultPage.Row> rows = result.stream().limit(MAX_ROWS)
                    .map(t -> cells.row(List.of(t.getSubject(), t.getPredicate(), t.getObject()))).toList();
            return new ResultPage(form, List.of("subject", "property", "value"), rows,
                    remark(result.size(), "triples"));
        }
        RowSet all = exec.select();
        List<ResultPage.Row> rows = new ArrayList<>();
        int count = 0;
        for (; all.hasNext(); count++) {
            Binding row = all.next();
            if (count < MAX_ROWS) {
                rows.add(cells.row(all.getResultVars().stream().map(row::get).toList()));
            }
        }
        return new ResultPage(form, all.getResultVars().stream().map(Var::getVarName).toList(), rows,
                remark(count, "rows"));
    }

    private static String remark(int count, String what) {
        return count > MAX_ROWS
                ? "The first " + MAX_ROWS + " of " + count + " " + what + "; the links below give them all."
                : count + " " + what + ".";
    }

    private static Map<String, String> given(HttpServletRequest request) {
        Map<String, String> given = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> given.put(name, values[values.length - 1]));
        return given;
    }
}
