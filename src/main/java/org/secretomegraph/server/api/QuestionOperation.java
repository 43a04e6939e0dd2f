package org.secretomegraph.server.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.secretomegraph.catalogue.Parameter;
import org.secretomegraph.catalogue.Question;

/** A question as an operation of the OpenAPI document, with the schema of its answer. */
record QuestionOperation(Question question) {
    /** An IRI, a CURIE, or a name of the record vocabulary. */
    private static final String IDENTIFIER = "^(https?://\\S+|[A-Za-z][A-Za-z0-9_.]*:\\S+|[A-Za-z][A-Za-z0-9]*)$";

    String path() {
        return QuestionsApi.PATH + "/" + question.name();
    }

    /** {@code ClaimsByYear} for {@code claims-by-year}: the name of the answer in generated clients. */
    String schemaName() {
        return Stream.of(question.name().split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    JsonObject pathItem() {
        JsonObject operation = new JsonObject();
        String name = schemaName();
        operation.put("operationId", Character.toLowerCase(name.charAt(0)) + name.substring(1));
        JsonArray tags = new JsonArray();
        tags.add("questions");
        operation.put("tags", tags);
        operation.put("summary", question.summary());
        operation.put("description", question.description());
        JsonArray parameters = new JsonArray();
        question.parameters().forEach(p -> parameters.add(of(p)));
        List.of("limit", "offset", "format").forEach(p -> parameters.add(reference("parameters", p)));
        operation.put("parameters", parameters);
        operation.put("responses", responses());
        JsonObject item = new JsonObject();
        item.put("get", operation);
        return item;
    }

    private static JsonObject of(Parameter parameter) {
        JsonObject object = new JsonObject();
        object.put("name", parameter.name());
        object.put("in", "query");
        object.put("description", parameter.label());
        object.put("required", parameter.defaultValue().isEmpty());
        object.put("schema", schema(parameter));
        put(object, "example", parameter, parameter.example());
        return object;
    }

    private static JsonObject schema(Parameter parameter) {
        JsonObject schema = new JsonObject();
        schema.put("type", parameter.type() == Parameter.Type.INTEGER ? "integer" : "string");
        if (parameter.type() == Parameter.Type.IRI) {
            schema.put("pattern", IDENTIFIER);
        }
        if (!parameter.choices().isEmpty()) {
            schema.put("enum", QuestionJson.texts(parameter.choices()));
        }
        parameter.defaultValue().ifPresent(value -> put(schema, "default", parameter, value));
        return schema;
    }

    private static void put(JsonObject object, String member, Parameter parameter, String value) {
        if (parameter.type() == Parameter.Type.INTEGER) {
            object.put(member, JsonNumber.value(new BigDecimal(value)));
        } else {
            object.put(member, value);
        }
    }

    private JsonObject responses() {
        JsonObject found = JSON.parse("""
                {"description": "The rows that were asked for; none when nothing fits. A term that is not known here, or of another kind than the question takes, is a mistake.",
                 "headers": {"X-Total-Count": {"$ref": "#/components/headers/X-Total-Count"},
                             "Link": {"$ref": "#/components/headers/Link"},
                             "ETag": {"$ref": "#/components/headers/ETag"}},
                 "content": {"application/json": {},
                             "text/csv": {"schema": {"$ref": "#/components/schemas/Table"}},
                             "text/tab-separated-values": {"schema": {"$ref": "#/components/schemas/Table"}}}}
                """);
        found.getObj("content").getObj("application/json").put("schema", reference("schemas", schemaName()));
        JsonObject responses = new JsonObject();
        responses.put("200", found);
        responses.put("304",
                JSON.parse("{\"description\": \"The answer is still the one with the tag in If-None-Match.\"}"));
        responses.put("400", reference("responses", "WrongParameter"));
        responses.put("406", reference("responses", "NotAcceptable"));
        if (!question.federated().isEmpty()) {
            responses.put("403", reference("responses", "NotAllowed"));
            responses.put("502", reference("responses", "OtherFailed"));
        }
        responses.put("503", reference("responses", "TooLong"));
        return responses;
    }

    /** The schema of the answer in JSON: the members of all answers, and the cells of a row of this one. */
    JsonObject schema() {
        JsonObject properties = new JsonObject();
        JsonObject name = new JsonObject();
        name.put("const", question.name());
        properties.put("question", name);
        JsonObject rows = new JsonObject();
        rows.put("type", "array");
        rows.put("items", row());
        properties.put("rows", rows);
        JsonArray all = new JsonArray();
        all.add(reference("schemas", "Answer"));
        JsonObject schema = new JsonObject();
        schema.put("description", question.summary());
        schema.put("allOf", all);
        schema.put("properties", properties);
        return schema;
    }

    private JsonObject row() {
        JsonObject row = new JsonObject();
        row.put("type", "object");
        if (question.query().isSelectType()) {
            List<String> columns = question.query().getResultVars();
            ColumnTypes types = ColumnTypes.of(question.query());
            JsonObject cells = new JsonObject();
            columns.forEach(column -> cells.put(column, reference("schemas", types.of(column))));
            row.put("required", QuestionJson.texts(columns));
            row.put("properties", cells);
            row.put("additionalProperties", false);
        }
        return row;
    }

    private static JsonObject reference(String kind, String name) {
        JsonObject reference = new JsonObject();
        reference.put("$ref", "#/components/" + kind + "/" + name);
        return reference;
    }
}
