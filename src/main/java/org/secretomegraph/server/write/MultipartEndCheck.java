package org.secretomegraph.server.write;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.web.MediaType;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.server.http.ParseErrors;
import org.secretomegraph.server.http.SpooledBody;

/**
 * The closing line of a form of files (RFC 2046, section 5.1.1: close-delimiter). A form without it was cut off on its
 * way,
 * perhaps between two files, where nothing else tells that the second is missing.
 */
final class MultipartEndCheck {
    private static final int BLOCK = 1 << 16;

    private MultipartEndCheck() {}

    /**
     * @throws InvalidInputException when it is not there; a form that does not say its boundary is left to whoever
     * reads it
     */
    static void check(String contentType, SpooledBody body) throws IOException {
        String boundary = MediaType.create(contentType).getParameter("boundary");
        if (boundary == null) {
            return;
        }
        // RFC 2046 has it at the beginning of a line; the first line has no other before it.
        String end = "\r\n--" + boundary.replace("\"", "") + "--";
        try (InputStream in = body.open()) {
            if (!holds(end, in)) {
                throw new InvalidInputException("the form was cut off: its closing line, "
                        + ParseErrors.oneLine(end.strip()) + ", is missing; send it again");
            }
        }
    }

    private static boolean holds(String text, InputStream in) throws IOException {
        byte[] block = new byte[BLOCK];
        String rest = "\r\n";
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            String seen = rest + new String(block, 0, n, StandardCharsets.ISO_8859_1);
            if (seen.contains(text)) {
                return true;
            }
            rest = seen.substring(Math.max(0, seen.length() - text.length()));
        }
        return false;
    }
}
