package org.secretomegraph.server.api;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * A request that cannot be answered, with what the asker needs to mend it: told as {@code application/problem+json}
 * (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>; without a type of its own, so the status says what it
 * is).
 */
final class ProblemDetails extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final String TYPE = "application/problem+json";

    private final int status;
    private final transient JsonObject more = new JsonObject();

    ProblemDetails(int status, String detail) {
        super(detail);
        this.status = status;
    }

    /** The same with a member more. An empty one is left out. */
    ProblemDetails with(String member, String value) {
        if (!value.isEmpty()) {
            more.put(member, value);
        }
        return this;
    }

    ProblemDetails with(String member, JsonArray values) {
        if (!values.isEmpty()) {
            more.put(member, values);
        }
        return this;
    }

    int status() {
        return status;
    }

    ApiResponse reply() {
        JsonObject told = new JsonObject();
        told.put("status", status);
        told.put("title", title());
        told.put("detail", getMessage());
        more.forEach(told::put);
        return ApiResponse.json(told).as(TYPE).withStatus(status);
    }

    /** The status in words, as RFC 9110 has them. */
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
