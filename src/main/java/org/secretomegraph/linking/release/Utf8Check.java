package org.secretomegraph.linking.release;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.secretomegraph.io.SyntaxException;

/**
 * Bytes that must be UTF-8 (https://www.rfc-editor.org/rfc/rfc3629). Readers put a question mark for what they cannot
 * decode, and a label that was written in another encoding would go into the graph with one.
 */
final class Utf8Check extends FilterInputStream {
    private static final int LONGEST = 4;

    private final String file;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer decoded = CharBuffer.allocate(8192);
    private byte[] begun = {};
    private long line = 1;

    Utf8Check(InputStream in, String file) {
        super(in);
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = super.read(into, from, length);
        if (n > 0) {
            check(into, from, n);
        } else if (n < 0 && begun.length > 0) {
            throw notUtf8();
        }
        return n;
    }

    /** Decodes what came, after the bytes of a character that had only begun. */
    private void check(byte[] bytes, int from, int length) {
        ByteBuffer in = ByteBuffer.allocate(begun.length + length).put(begun).put(bytes, from, length).flip();
        CoderResult result;
        do {
            decoded.clear();
            result = decoder.decode(in, decoded, false);
            line += decoded.flip().chars().filter(c -> c == '\n').count();
            if (result.isError()) {
                throw notUtf8();
            }
        } while (result.isOverflow());
        begun = new byte[Math.min(in.remaining(), LONGEST)];
        in.get(begun);
    }

    private SyntaxException notUtf8() {
        return new SyntaxException(file, line, 0, "is not in UTF-8 from here on; convert it, for example with"
                + " 'iconv -f ISO-8859-1 -t UTF-8', or download it again");
    }
}
