package org.secretomegraph.server.api;

import static org.secretomegraph.server.LiveServer.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.net.http.HttpResponse;
import java.util.Set;

/** Answers held against what an OpenAPI document declares. */
final class DeclaredOperations {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private DeclaredOperations() {}

    /** What a reference stands for. */
    static JsonNode resolved(JsonNode document, JsonNode written) {
        return written.has("$ref") ? document.at(written.get("$ref").asText().substring(1)) : written;
    }

    /** What a schema has against the body of a response. */
    static Set<ValidationMessage> complaints(JsonNode document, JsonNode schema, HttpResponse<String> response) {
        try {
            ObjectNode whole = schema.deepCopy();
            whole.set("components", document.get("components"));
            JsonNode body = type(response).endsWith("json") ? JSON.readTree(response.body())
                    : JSON.getNodeFactory().textNode(response.body());
            return SCHEMAS.getSchema(whole).validate(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }
}
