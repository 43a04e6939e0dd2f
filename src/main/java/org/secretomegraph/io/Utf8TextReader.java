package org.secretomegraph.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.jena.riot.Lang;

/**
 * Text in UTF-8 as it is read: of what is not UTF-8, or cannot be read to its end, the place is told. Readers of RDF
 * put a
 * replacement character in place of bytes that they cannot decode, and the name of a Java class into what they say of
 * the
 * rest. Which bytes are UTF-8: Unicode, table 3-7
 * (https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/).
 */
public final class Utf8TextReader extends FilterInputStream {
    private static final int LAST = 0xBF;
    /** XML says which encoding it is in, and the others are no text. */
    private static final Set<Lang> SELF_DESCRIBING = Set.of(Lang.RDFXML, Lang.TRIX, Lang.RDFTHRIFT, Lang.RDFPROTO);

    private final String name;
    private final boolean isUtf8;
    private long line = 1;
    /** So many bytes more belong to the character. */
    private int missing;
    private int least = 0x80;
    private int most = LAST;

    private Utf8TextReader(InputStream in, String name, boolean isUtf8) {
        super(in);
        this.name = name;
        this.isUtf8 = isUtf8;
    }

    /** @param name what is read, as the user named it */
    public static Utf8TextReader of(InputStream in, String name) {
        return new Utf8TextReader(in, name, true);
    }

    /** The same for an RDF syntax, which may be one that need not be UTF-8. */
    public static Utf8TextReader of(InputStream in, String name, Lang lang) {
        return new Utf8TextReader(in, name, !SELF_DESCRIBING.contains(lang));
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
            throw new SyntaxException(name, line, 0, "it cannot be read to its end: " + e.getMessage(), e);
        }
        for (int i = from; isUtf8 && i < from + count; i++) {
            take(into[i] & 0xFF);
        }
        if (isUtf8 && count < 0 && missing > 0) {
            throw notUtf8();
        }
        return count;
    }

    private void take(int b) {
        if (missing > 0) {
            if (b < least || b > most) {
                throw notUtf8();
            }
            missing--;
            least = 0x80;
            most = LAST;
        } else if (b >= 0x80) {
            begin(b);
        } else if (b == '\n') {
            line++;
        }
    }

    private void begin(int b) {
        if (b < 0xC2 || b > 0xF4) {
            throw notUtf8();
        }
        missing = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        least = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        most = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : LAST;
    }

    private SyntaxException notUtf8() {
        return new SyntaxException(name, line, 0, "this is not UTF-8: save the text in UTF-8",
                new IOException("not UTF-8"));
    }

    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
