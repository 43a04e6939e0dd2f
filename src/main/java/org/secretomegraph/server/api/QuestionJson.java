package org.secretomegraph.server.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.secretomegraph.catalogue.Invariant;
import org.secretomegraph.catalogue.Parameter;
import org.secretomegraph.catalogue.Question;

/**
 * Questions and their answers as JSON.
 *
 * @param graph where the labels of parameter values are looked up
 */
record QuestionJson(DatasetGraph graph) {

    static JsonObject list(List<Question> questions) {
        JsonObject object = new JsonObject();
        object.put("total", questions.size());
        JsonArray all = new JsonArray();
        questions.forEach(q -> all.add(of(q)));
        object.put("questions", all);
        return object;
    }

    private static JsonObject of(Question question) {
        JsonObject object = new JsonObject();
        object.put("name", question.name());
        object.put("summary", question.summary());
        object.put("description", question.description());
        object.put("href", QuestionsApi.PATH + "/" + question.name());
        object.put("page", "/questions/" + question.name());
        JsonArray parameters = new JsonArray();
        question.parameters().forEach(p -> parameters.add(of(p)));
        object.put("parameters", parameters);
        object.put("columns", texts(question.query().getResultVars()));
        object.put("tags", texts(question.tags()));
        object.put("federated", texts(question.federated()));
        object.put("ensures", texts(question.ensures().stream().map(Invariant::that).toList()));
        return object;
    }

    private static JsonObject of(Parameter parameter) {
        JsonObject object = new JsonObject();
        object.put("name", parameter.name());
        object.put("type", parameter.type().name().toLowerCase(Locale.ROOT));
        parameter.defaultValue().ifPresent(value -> object.put("default", value));
        object.put("example", parameter.example());
        object.put("required", parameter.defaultValue().isEmpty());
        if (!parameter.under().isEmpty()) {
            object.put("under", texts(parameter.under()));
        }
        if (!parameter.choices().isEmpty()) {
            object.put("choices", texts(parameter.choices()));
        }
        object.put("label", parameter.label());
        return object;
    }

    static ResultRows table(List<Question> questions) {
        return ResultRows.ofTexts(List.of("name", "summary", "parameters", "tags", "federated", "href"), questions
                .stream()
                .map(q -> List.of(q.name(), q.summary(), q.parameters().stream().map(p -> p.name() + "=" + p.example())
                        .collect(Collectors.joining(" ")), String.join(" ", q.tags()), String.join(" ", q.federated()),
                        QuestionsApi.PATH + "/" + q.name()))
                .toList());
    }

    /** An answer, with all parameter values, the defaults included. */
    JsonObject answer(Question question, Map<String, String> values, ResultRows rows, Paging page) {
        TypedJson cells = new TypedJson(graph.prefixes());
        JsonObject object = new JsonObject();
        object.put("question", question.name());
        object.put("summary", question.summary());
        JsonObject parameters = new JsonObject();
        Binding asked = question.binding(values);
        question.parameters().forEach(p -> {
            Node value = asked.get(Var.alloc(p.name()));
            parameters.put(p.name(), cells.cell(value, label(value)));
        });
        object.put("parameters", parameters);
        object.put("columns", texts(rows.columns().stream().map(Var::getVarName).toList()));
        object.put("total", rows.total());
        object.put("limit", page.limit());
        object.put("offset", page.offset());
        JsonArray all = new JsonArray();
        rows.page().forEach(row -> all.add(cells.row(rows.columns(), row)));
        object.put("rows", all);
        return object;
    }

    private String label(Node value) {
        return value != null && value.isURI() ? EntitySummaries.of(graph).label(value).orElse("") : "";
    }

    static JsonArray texts(List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
