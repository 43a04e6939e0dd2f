package org.secretomegraph.server.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.secretomegraph.graph.view.Deadline;
import org.secretomegraph.io.Messages;
import org.secretomegraph.io.TempFile;

/**
 * The body of a write, received completely before anything is done with it: a slow client does not delay other writers,
 * and one that disconnects half-way changes nothing. A long body is spooled to disk.
 */
public final class SpooledBody implements AutoCloseable {
    private static final int MAX_IN_MEMORY = 1 << 20;

    private final long maximum;
    private final String remedy;
    private final Duration timeout;
    private final ByteArrayOutputStream small = new ByteArrayOutputStream();
    private Optional<TempFile> large = Optional.empty();
    private Optional<OutputStream> out = Optional.empty();
    private long length;

    private SpooledBody(long maximum, String remedy, Duration timeout) {
        this.maximum = maximum;
        this.remedy = remedy;
        this.timeout = timeout;
    }

    /**
     * Receives a body. Answers 413 to one that is too long, 415 to an unknown content coding, 400 to an incomplete one.
     *
     * @param maximum the number of bytes that it may have, and again all files that are compressed within it
     * @param remedy  what can be done instead, as a sentence
     * @param timeout how long reading the received body once may take; zero for any time
     */
    public static SpooledBody receive(HttpAction action, long maximum, String remedy, Duration timeout) {
        try {
            return new SpooledBody(maximum, remedy, timeout)
                    .receive(new BoundedInputStream(ContentCoding.decoded(action), maximum, remedy));
        } catch (DiskFull e) {
            throw e;
        } catch (IOException e) {
            ServletOps.errorBadRequest("The request is incomplete: " + ParseErrors.oneLine(Messages.of(e)));
            throw new UncheckedIOException(e);
        }
    }

    private SpooledBody receive(InputStream in) throws IOException {
        boolean complete = false;
        try (in) {
            byte[] block = new byte[MAX_IN_MEMORY >> 4];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                append(block, n);
            }
            complete = true;
            return this;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    private void append(byte[] block, int count) {
        length += count;
        try {
            if (large.isEmpty() && length > MAX_IN_MEMORY) {
                large = Optional.of(TempFile.create());
                out = large.map(TempFile::out);
                small.writeTo(out.get());
                small.reset();
            }
            out.orElse(small).write(block, 0, count);
        } catch (IOException e) {
            throw new DiskFull(e);
        }
    }

    /** The number of bytes. */
    public long length() {
        return length;
    }

    /** The body from its beginning. Reading it throws a {@code ChangeTimeoutException} when that takes too long. */
    public InputStream open() {
        return Deadline.of(timeout).within(large.map(TempFile::in)
                .orElseGet(() -> new ByteArrayInputStream(small.toByteArray())));
    }

    /** How many bytes all files that are compressed within the body may have together. */
    public AtomicLong allowance() {
        return new AtomicLong(maximum);
    }

    /** A file that was compressed within the body, as long as the allowance lasts. */
    public InputStream limited(InputStream unpacked, AtomicLong allowance) {
        return new BoundedInputStream(unpacked, maximum, remedy, allowance);
    }

    @Override
    public void close() {
        try {
            if (large.isPresent()) {
                large.get().close();
            }
        } catch (IOException e) {
            // The file is deleted when the server ends.
        }
    }

    /** The body could not be written to disk. */
    public static final class DiskFull extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        DiskFull(IOException cause) {
            super(cause);
        }
    }
}
