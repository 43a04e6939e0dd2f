package org.secretomegraph.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.secretomegraph.catalogue.BadParameter;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.catalogue.Question;
import org.secretomegraph.guard.Spelling;

/**
 * {@code /api/questions} lists the questions; {@code /api/questions/NAME?PARAMETER=VALUE} asks one. JSON, CSV or TSV; {@code
 * limit} and {@code offset} page through the rows, whose order is total, so that pages fit together.
 */
public final class QuestionsApi extends ApiServlet {
    private static final long serialVersionUID = 1L;
    /** Names that no question may use for a parameter of its own. */
    static final List<String> RESERVED = List.of(Format.PARAMETER, Page.LIMIT, Page.OFFSET);
    static final String PATH = "/api/questions";

    private final transient Supplier<Catalogue> catalogue;

    public QuestionsApi(DatasetGraph graph, Supplier<Catalogue> catalogue) {
        super(graph);
        this.catalogue = catalogue;
    }

    @Override
    Reply reply(HttpServletRequest request) {
        Given given = Given.of(request);
        String name = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        if (name.isEmpty()) {
            return list(request, given.onlyHas(List.of(Format.PARAMETER)));
        }
        return answer(request, given, catalogue.get().named(name).orElseThrow(() -> unknown(name)));
    }

    private Problem unknown(String name) {
        List<String> known = catalogue.get().questions().stream().map(Question::name).toList();
        String nearest = Spelling.nearest(name, known).or(() -> catalogue.get().nearest(name)).orElse("");
        return new Problem(404, "no question is named '" + name + "'; " + PATH + " lists them all")
                .with("suggestion", nearest);
    }

    private Reply list(HttpServletRequest request, Given given) {
        Format format = Format.chosen(request, given, Format.JSON, Format.CSV, Format.TSV);
        List<Question> questions = catalogue.get().questions();
        Reply reply = format == Format.JSON ? Reply.json(QuestionJson.list(questions))
                : Reply.of(format.type(), QuestionJson.table(questions).table(format));
        return reply.with("X-Total-Count", String.valueOf(questions.size()))
                .withLinks(List.of(Page.link(given.address(Map.of()), "self"), described()));
    }

    private Reply answer(HttpServletRequest request, Given given, Question question) {
        Format format = Format.chosen(request, given, Format.JSON, Format.CSV, Format.TSV);
        Page page = Page.of(given, Page.MOST);
        Map<String, String> values = given.without(RESERVED);
        Rows rows = rows(question, values, page);
        Reply reply = format == Format.JSON
                ? Reply.json(new QuestionJson(graph()).answer(question, values, rows, page))
                : Reply.of(format.type(), rows.table(format));
        return reply.with("X-Total-Count", String.valueOf(rows.total())).withLinks(page.links(given, rows.total()))
                .withLinks(List.of(described()));
    }

    private Rows rows(Question question, Map<String, String> values, Page page) {
        Advice advice = new Advice(question, graph());
        try {
            advice.check(values);
            Query query = question.asked(values);
            try (QueryExec exec = QueryExec.dataset(graph()).query(query).build()) {
                return Rows.of(exec, query, page);
            }
        } catch (BadParameter e) {
            throw advice.of(e);
        }
    }

    static String described() {
        return OpenApi.link();
    }
}
