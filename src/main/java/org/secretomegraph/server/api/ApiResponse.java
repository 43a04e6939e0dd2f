package org.secretomegraph.server.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/**
 * A complete response.
 *
 * @param status  of HTTP
 * @param type    media type
 * @param body    the content
 * @param headers other headers
 * @param links   values of {@code Link} (RFC 8288)
 */
record ApiResponse(int status, String type, byte[] body, Map<String, String> headers, List<String> links) {
    static final String JSON_TYPE = "application/json";
    private static final int OK = 200;

    static ApiResponse of(String type, byte[] body) {
        return new ApiResponse(OK, type, body, Map.of(), List.of());
    }

    static ApiResponse json(JsonObject object) {
        String text = JSON.toString(object).replace("\r\n", "\n").stripTrailing() + "\n";
        return of(JSON_TYPE, text.getBytes(StandardCharsets.UTF_8));
    }

    ApiResponse withType(String otherType) {
        return new ApiResponse(status, otherType, body, headers, links);
    }

    ApiResponse withStatus(int other) {
        return new ApiResponse(other, type, body, headers, links);
    }

    ApiResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiResponse(status, type, body, more, links);
    }

    ApiResponse withLinks(List<String> more) {
        List<String> all = new ArrayList<>(links);
        all.addAll(more);
        return new ApiResponse(status, type, body, headers, all);
    }

    /**
     * An IRI as a URI for a header: characters that URIs cannot have are percent-encoded in UTF-8 (RFC 3987, section
     * 3.1).
     */
    static String address(String iri) {
        StringBuilder address = new StringBuilder();
        for (byte b : iri.getBytes(StandardCharsets.UTF_8)) {
            boolean isAllowed = b > ' ' && b < 0x7f && "<>\"{}|\\^`".indexOf(b) < 0;
            address.append(isAllowed ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return address.toString();
    }
}
