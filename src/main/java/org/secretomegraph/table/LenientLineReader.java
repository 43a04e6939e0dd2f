package org.secretomegraph.table;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a file, one by one and in bounded memory. Lines end with LF or CRLF. A bare CR ends them in a file
 * whose first line it ends, as the text files of old Macintoshes have it; elsewhere it is a character of its cell:
 * Vesiclepedia 5.1's table of microRNAs has one in every second row. At the end of the file it is a line's end in any
 * case. A byte order mark is passed over.
 *
 * <p>A byte that is not UTF-8 does not end the reading: it becomes the lone low surrogate U+DC80 to U+DCFF, which no
 * text holds, so that its cell can be found later and the byte be known (as Python's error handler surrogateescape
 * does).
 */
public final class LenientLineReader implements Closeable {
    /** Longer than any row of a sheet that a person made; a line beyond is cut, and the rest of it passed over. */
    public static final int LONGEST = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final InputStream bytes;
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer out = CharBuffer.allocate(BUFFER).flip();
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private boolean ended;
    private Optional<Boolean> bareReturnsEnd = Optional.empty();
    private boolean first = true;
    private long number;

    public LenientLineReader(InputStream bytes) {
        this.bytes = new BufferedInputStream(bytes, BUFFER);
    }

    /**
     * A line without its end.
     *
     * @param number which line of the file, from 1
     * @param text   the text; what there is before the limit when the line was cut
     * @param cut    whether the line was longer than {@link #LONGEST}
     */
    public record Line(long number, String text, boolean cut) {}

    /** The next line; empty at the end of the file. */
    public Optional<Line> next() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        int read = 0;
        for (int c = character(); c != -1; c = character()) {
            read++;
            if (c == '\n' || c == '\r' && returnEnds()) {
                bareReturnsEnd = Optional.of(bareReturnsEnd.orElse(false));
                return Optional.of(line(text, cut));
            }
            if (text.length() < LONGEST) {
                text.append((char) c);
            } else {
                cut = true;
            }
        }
        return read == 0 ? Optional.empty() : Optional.of(line(text, cut));
    }

    private Line line(StringBuilder text, boolean cut) {
        number++;
        return new Line(number, text.toString(), cut);
    }

    /** Whether the carriage return that was read ends its line; a line feed behind it is then passed over. */
    private boolean returnEnds() throws IOException {
        int next = raw();
        if (next == '\n') {
            return true;
        }
        if (next != -1) {
            out.position(out.position() - 1);
        }
        bareReturnsEnd = Optional.of(bareReturnsEnd.orElse(true));
        return next == -1 || bareReturnsEnd.get();
    }

    /** The next character; the byte order mark is passed over. */
    private int character() throws IOException {
        int c = raw();
        while (c == 0xFEFF && first) {
            c = raw();
        }
        first = false;
        return c;
    }

    private int raw() throws IOException {
        while (!out.hasRemaining()) {
            if (ended && !in.hasRemaining()) {
                return -1;
            }
            decode();
        }
        return out.get();
    }

    private void decode() throws IOException {
        if (!ended) {
            fill();
        }
        out.clear();
        CoderResult result = utf8.decode(in, out, ended);
        boolean isBad = result.isError() || result.isUnderflow() && ended && in.hasRemaining();
        if (isBad && out.hasRemaining()) {
            for (int i = result.isError() ? result.length() : 1; i > 0 && out.hasRemaining(); i--) {
                out.put((char) (0xDC00 + (in.get() & 0xFF)));
            }
        }
        out.flip();
    }

    private void fill() throws IOException {
        in.compact();
        int read = bytes.read(in.array(), in.position(), in.remaining());
        if (read < 0) {
            ended = true;
        } else {
            in.position(in.position() + read);
        }
        in.flip();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
