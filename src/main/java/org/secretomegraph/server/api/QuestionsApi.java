package org.secretomegraph.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.catalogue.InvalidParameterException;
import org.secretomegraph.catalogue.Question;
import org.secretomegraph.vocab.EditDistance;

/**
 * {@code /api/questions} lists the questions; {@code /api/questions/NAME?PARAMETER=VALUE} answers one. JSON, CSV or
 * TSV; {@code limit} and {@code offset} select a page of the rows, whose order is total, so that pages neither overlap
 * nor leave gaps.
 */
public final class QuestionsApi extends ApiServlet {
    private static final long serialVersionUID = 1L;
    /** Names that no parameter of a question may have. */
    static final List<String> RESERVED = List.of(ApiFormat.PARAMETER, Paging.LIMIT, Paging.OFFSET);
    static final String PATH = "/api/questions";

    private final transient Supplier<Catalogue> catalogue;

    public QuestionsApi(DatasetGraph graph, Supplier<Catalogue> catalogue) {
        super(graph);
        this.catalogue = catalogue;
    }

    @Override
    ApiResponse respond(HttpServletRequest request) {
        RequestParameters given = RequestParameters.of(request);
        String name = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        if (name.isEmpty()) {
            return list(request, given.requireOnly(List.of(ApiFormat.PARAMETER)));
        }
        return answer(request, given, catalogue.get().named(name).orElseThrow(() -> unknown(name)));
    }

    private ProblemDetails unknown(String name) {
        List<String> known = catalogue.get().questions().stream().map(Question::name).toList();
        String nearest = EditDistance.nearest(name, known).or(() -> catalogue.get().nearest(name)).orElse("");
        return new ProblemDetails(404, "no question is named '" + name + "'; " + PATH + " lists them all")
                .with("suggestion", nearest);
    }

    private ApiResponse list(HttpServletRequest request, RequestParameters given) {
        ApiFormat format = ApiFormat.chosen(request, given, ApiFormat.JSON, ApiFormat.CSV, ApiFormat.TSV);
        List<Question> questions = catalogue.get().questions();
        ApiResponse reply = format == ApiFormat.JSON ? ApiResponse.json(QuestionJson.list(questions))
                : ApiResponse.of(format.type(), QuestionJson.table(questions).table(format));
        return reply.with("X-Total-Count", String.valueOf(questions.size()))
                .withLinks(List.of(Paging.link(given.address(Map.of()), "self"), descriptionLink()));
    }

    private ApiResponse answer(HttpServletRequest request, RequestParameters given, Question question) {
        ApiFormat format = ApiFormat.chosen(request, given, ApiFormat.JSON, ApiFormat.CSV, ApiFormat.TSV);
        Paging page = Paging.of(given, Paging.MAX_LIMIT);
        Map<String, String> values = given.without(RESERVED);
        ResultRows rows = rows(question, values, page);
        ApiResponse reply = format == ApiFormat.JSON
                ? ApiResponse.json(new QuestionJson(graph()).answer(question, values, rows, page))
                : ApiResponse.of(format.type(), rows.table(format));
        return reply.with("X-Total-Count", String.valueOf(rows.total())).withLinks(page.links(given, rows.total()))
                .withLinks(List.of(descriptionLink()));
    }

    private ResultRows rows(Question question, Map<String, String> values, Paging page) {
        ParameterHints hints = new ParameterHints(question, graph());
        try {
            hints.check(values);
            Query query = question.asked(values);
            try (QueryExec exec = QueryExec.dataset(graph()).query(query).build()) {
                return ResultRows.of(exec, query, page);
            }
        } catch (InvalidParameterException e) {
            throw hints.of(e);
        }
    }

    static String descriptionLink() {
        return OpenApi.link();
    }
}
