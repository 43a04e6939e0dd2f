package org.secretomegraph.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.secretomegraph.catalogue.Question;
import org.secretomegraph.pages.Asked;

/** A question of the catalogue with values for its parameters, as pages show it. */
final class QuestionForm {
    private static final List<String> TABLES = List.of("text", "csv", "tsv", "json", "xml");
    private static final List<String> GRAPHS = List.of("text", "nt", "json-ld", "xml");

    private QuestionForm() {}

    /** @throws org.secretomegraph.graph.BadInput when a value does not fit its parameter */
    static Asked of(Question question, Map<String, String> given) {
        Query query = question.asked(given);
        String sparql = query.serialize();
        List<String> formats = query.isSelectType() || query.isAskType() ? TABLES : GRAPHS;
        List<Asked.Field> fields = question.parameters().stream().map(p ->
                new Asked.Field(p.name(), p.label(), given.getOrDefault(p.name(), p.defaultValue()))).toList();
        return new Asked(question.name(), question.summary(), question.description(), fields, sparql,
                formats.stream().map(format -> new Asked.Link(format, address(sparql, format))).toList(),
                question.federated());
    }

    private static String address(String sparql, String format) {
        return Paths.DATASET + "/sparql?query=" + URLEncoder.encode(sparql, StandardCharsets.UTF_8)
                + "&output=" + format;
    }
}
