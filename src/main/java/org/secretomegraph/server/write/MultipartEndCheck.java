package org.secretomegraph.server.write;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.web.MediaType;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.server.http.ParseErrors;
import org.secretomegraph.server.http.SpooledBody;

/**
 * The close-delimiter of a multipart form (RFC 2046, section 5.1.1). A form without it was truncated, perhaps between
 * two files, where nothing else shows that the second is missing.
 */
final class MultipartEndCheck {
    private static final int BLOCK = 1 << 16;

    private MultipartEndCheck() {}

    /**
     * A form without a boundary parameter is left to the parser.
     *
     * @throws InvalidInputException when the delimiter is missing
     */
    static void check(String contentType, SpooledBody body) throws IOException {
        String boundary = MediaType.create(contentType).getParameter("boundary");
        if (boundary == null) {
            return;
        }
        // The delimiter begins a line; the first line of the body has no line break before it.
        String delimiter = "\r\n--" + boundary.replace("\"", "") + "--";
        try (InputStream in = body.open()) {
            if (!contains(delimiter, in)) {
                throw new InvalidInputException("the form is truncated: its last line, "
                        + ParseErrors.oneLine(delimiter.strip()) + ", is missing; send it again");
            }
        }
    }

    private static boolean contains(String wanted, InputStream in) throws IOException {
        byte[] block = new byte[BLOCK];
        String tail = "\r\n";
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            String window = tail + new String(block, 0, n, StandardCharsets.ISO_8859_1);
            if (window.contains(wanted)) {
                return true;
            }
            tail = window.substring(Math.max(0, window.length() - wanted.length()));
        }
        return false;
    }
}
