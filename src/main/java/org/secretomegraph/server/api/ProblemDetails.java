package org.secretomegraph.server.api;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * A request that cannot be answered, with what the client needs to correct it, sent as {@code application/problem+json}
 * (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>; without a type of its own, so that the status gives
 * the meaning).
 */
final class ProblemDetails extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final String TYPE = "application/problem+json";

    private final int status;
    private final transient JsonObject members = new JsonObject();

    ProblemDetails(int status, String detail) {
        super(detail);
        this.status = status;
    }

    /** Adds a member; an empty value is left out. */
    ProblemDetails with(String member, String value) {
        if (!value.isEmpty()) {
            members.put(member, value);
        }
        return this;
    }

    ProblemDetails with(String member, JsonArray values) {
        if (!values.isEmpty()) {
            members.put(member, values);
        }
        return this;
    }

    int status() {
        return status;
    }

    ApiResponse response() {
        JsonObject json = new JsonObject();
        json.put("status", status);
        json.put("title", title());
        json.put("detail", getMessage());
        members.forEach(json::put);
        return ApiResponse.json(json).withType(TYPE).withStatus(status);
    }

    /** The reason phrase of RFC 9110. */
    private String title() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 406 -> "Not Acceptable";
            case 410 -> "Gone";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }
}
