package org.secretomegraph.server.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.Query;
import org.secretomegraph.catalogue.Question;
import org.secretomegraph.pages.QuestionPage;
import org.secretomegraph.server.http.ServerPaths;

/** A question of the catalogue with values for its parameters, as pages show it. */
final class QuestionForm {
    private static final List<String> TABLES = List.of("text", "csv", "tsv", "json", "xml");
    private static final List<String> GRAPHS = List.of("text", "nt", "json-ld", "xml");

    private QuestionForm() {}

    /** @throws org.secretomegraph.io.InvalidInputException when a value does not fit its parameter */
    static QuestionPage of(Question question, Map<String, String> given) {
        Query query = question.asked(question.needsMoreThan(given) ? withExamples(question, given) : given);
        String sparql = query.serialize();
        List<String> formats = query.isSelectType() || query.isAskType() ? TABLES : GRAPHS;
        List<QuestionPage.Field> fields = question.parameters().stream().map(p -> new QuestionPage.Field(p.name(),
                p.label(), given.getOrDefault(p.name(), p.defaultValue().orElse("")))).toList();
        return new QuestionPage(question.name(), question.summary(), question.description(), fields, sparql,
                formats.stream().map(format -> new QuestionPage.Link(format, address(sparql, format))).toList(),
                question.federated());
    }

    /** What the form shows as a query before all is filled in. */
    private static Map<String, String> withExamples(Question question, Map<String, String> given) {
        Map<String, String> values = new TreeMap<>(question.examples());
        values.putAll(given);
        return values;
    }

    private static String address(String sparql, String format) {
        return ServerPaths.DATASET + "/sparql?query=" + URLEncoder.encode(sparql, StandardCharsets.UTF_8)
                + "&output=" + format;
    }
}
