package org.secretomegraph.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.secretomegraph.catalogue.Question;

/**
 * What this server can be asked, after the <a href="https://spec.openapis.org/oas/v3.1.0.html">OpenAPI Specification
 * 3.1</a>: the endpoints that every server has, those that it has by its start, and one for each question.
 *
 * @param questions of the catalogue
 * @param validates whether proposals are judged
 * @param writes    whether updates are taken
 */
record OpenApiDocument(List<Question> questions, boolean validates, boolean writes) {

    JsonObject json() {
        JsonObject document = part("openapi");
        JsonObject paths = document.getObj("paths");
        JsonObject schemas = document.getObj("components").getObj("schemas");
        schemas.getObj("Kind").put("enum", QuestionJson.texts(EntityKind.words()));
        for (Question question : questions) {
            QuestionOperation operation = new QuestionOperation(question);
            paths.put(operation.path(), operation.pathItem());
            schemas.put(operation.schemaName(), operation.schema());
        }
        if (validates || writes) {
            join(document, part("openapi-findings"));
        }
        if (validates) {
            join(document, part("openapi-validate"));
        }
        if (writes) {
            join(document, part("openapi-update"));
        }
        return document;
    }

    private static JsonObject part(String name) {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream("/api/" + name + ".json")) {
            return JSON.parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Objects become one, member by member. */
    private static void join(JsonObject into, JsonObject more) {
        more.forEach((member, value) -> {
            JsonValue there = into.get(member);
            if (there != null && there.isObject() && value.isObject()) {
                join(there.getAsObject(), value.getAsObject());
            } else {
                into.put(member, value);
            }
        });
    }
}
