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
 * The description of this server by the <a href="https://spec.openapis.org/oas/v3.1.0.html">OpenAPI Specification
 * 3.1</a>: the endpoints of every server, those that depend on its options, and one for each question.
 *
 * @param questions of the catalogue
 * @param validates whether the server validates data
 * @param writes    whether it accepts updates
 */
record OpenApiDocument(List<Question> questions, boolean validates, boolean writes) {

    JsonObject json() {
        JsonObject document = resource("openapi");
        JsonObject paths = document.getObj("paths");
        JsonObject schemas = document.getObj("components").getObj("schemas");
        schemas.getObj("Kind").put("enum", QuestionJson.texts(EntityKind.words()));
        for (Question question : questions) {
            QuestionOperation operation = new QuestionOperation(question);
            paths.put(operation.path(), operation.pathItem());
            schemas.put(operation.schemaName(), operation.schema());
        }
        if (validates || writes) {
            merge(document, resource("openapi-findings"));
        }
        if (validates) {
            merge(document, resource("openapi-validate"));
        }
        if (writes) {
            merge(document, resource("openapi-update"));
        }
        return document;
    }

    private static JsonObject resource(String name) {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream("/api/" + name + ".json")) {
            return JSON.parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Merges objects member by member. */
    private static void merge(JsonObject target, JsonObject source) {
        source.forEach((member, value) -> {
            JsonValue existing = target.get(member);
            if (existing != null && existing.isObject() && value.isObject()) {
                merge(existing.getAsObject(), value.getAsObject());
            } else {
                target.put(member, value);
            }
        });
    }
}
