package org.secretomegraph.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.jena.riot.Lang;

/**
 * Bytes that must be UTF-8 (https://www.rfc-editor.org/rfc/rfc3629): the place of the first that are not, or of where
 * the input breaks off, is reported. Readers of RDF and of JSON put a replacement character in place of bytes that they
 * cannot decode, so that a label in another encoding would go into the graph with one.
 */
public final class StrictUtf8InputStream extends FilterInputStream {
    private static final int BUFFER = 1 << 13;
    /** XML says which encoding it is in, and the others are not text. */
    private static final Set<Lang> SELF_DESCRIBING = Set.of(Lang.RDFXML, Lang.TRIX, Lang.RDFTHRIFT, Lang.RDFPROTO);

    private final String name;
    private final String remedy;
    private final boolean isText;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer decoded = CharBuffer.allocate(BUFFER);
    /** The first bytes of a character whose others are not read yet. */
    private ByteBuffer incomplete = ByteBuffer.allocate(0);
    private long offset;
    private long line = 1;
    private long column = 1;

    private StrictUtf8InputStream(InputStream in, String name, String remedy, boolean isText) {
        super(in);
        this.name = name;
        this.remedy = remedy;
        this.isText = isText;
    }

    /**
     * @param name   what is read, as the user named it
     * @param remedy what to do when it is in another encoding
     */
    public static StrictUtf8InputStream ofText(InputStream in, String name, String remedy) {
        return new StrictUtf8InputStream(in, name, remedy, true);
    }

    /** For an RDF syntax, which may be one that need not be UTF-8. */
    public static StrictUtf8InputStream ofRdf(InputStream in, String name, Lang lang) {
        return new StrictUtf8InputStream(in, name, "save the text in UTF-8", !SELF_DESCRIBING.contains(lang));
    }

    /** @throws SyntaxException when it is not UTF-8, or ends too early */
    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws SyntaxException when it is not UTF-8, or ends too early */
    @Override
    public int read(byte[] into, int from, int length) {
        int count;
        try {
            count = in.read(into, from, length);
        } catch (IOException e) {
            throw new SyntaxException(name, line, 0, "cannot be read to its end: " + e.getMessage(), e);
        }
        if (isText && (count > 0 || count < 0 && incomplete.hasRemaining())) {
            check(into, from, Math.max(count, 0), count < 0);
        }
        return count;
    }

    private void check(byte[] bytes, int from, int count, boolean isEnd) {
        ByteBuffer checked =
                incomplete.hasRemaining() ? ByteBuffer.allocate(incomplete.remaining() + count).put(incomplete)
                        .put(bytes, from, count).flip() : ByteBuffer.wrap(bytes, from, count);
        int start = checked.position();
        CoderResult result;
        do {
            result = decoder.decode(checked, decoded.clear(), isEnd);
            decoded.flip();
            for (int i = 0; i < decoded.limit(); i++) {
                advance(decoded.get(i));
            }
        } while (result.isOverflow());
        offset += checked.position() - start;
        if (result.isError()) {
            throw new SyntaxException(name, line, column,
                    "is not in UTF-8 from here on (byte %02X at offset %d): %s".formatted(
                            checked.get(), offset, remedy),
                    new MalformedInputException(result.length()));
        }
        incomplete = ByteBuffer.allocate(checked.remaining()).put(checked).flip();
    }

    private void advance(char c) {
        if (c == '\n') {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate(c)) {
            column++;
        }
    }

    /** What is skipped is checked too. */
    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, BUFFER)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
