package org.secretomegraph.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.secretomegraph.io.Gzip;

/**
 * The body of a request without its content coding (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.4">RFC
 * 9110, section 8.4</a>): gzip and deflate. Fuseki's own decoder is not used: it compresses a body in deflate once
 * more, and knows the names in lower case only.
 */
public final class ContentCoding {
    private static final String HEADER = "Content-Encoding";
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final String DEFLATE = "deflate";

    private ContentCoding() {}

    /**
     * Answers 415 to another coding, or to several.
     *
     * @throws IOException when the body is not in the coding that the header states
     */
    public static InputStream decoded(HttpAction action) throws IOException {
        List<String> codings = Collections.list(action.getRequest().getHeaders(HEADER)).stream()
                .flatMap(line -> Stream.of(line.split(","))).map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity")).toList();
        String coding = String.join(", ", codings);
        if (!coding.isEmpty() && !GZIP.contains(coding) && !coding.equals(DEFLATE)) {
            action.setResponseHeader("Accept-Encoding", "gzip, deflate");
            ServletOps.error(415,
                    "The " + HEADER + " '" + ParseErrors.oneLine(coding)
                            + "' is not supported: use gzip, deflate, or none.");
        }
        InputStream raw = action.getRequest().getInputStream();
        return coding.isEmpty() ? raw : coding.equals(DEFLATE) ? new InflaterInputStream(raw) : Gzip.unpacked(raw);
    }
}
