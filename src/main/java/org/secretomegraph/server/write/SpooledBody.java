package org.secretomegraph.server.write;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.secretomegraph.io.TempFile;
import org.secretomegraph.server.http.BoundedInputStream;
import org.secretomegraph.server.http.ParseErrors;

/**
 * The body of a write, received to its end before anything is done with it: a slow client holds up no other writer, and
 * one that leaves half-way changes nothing. A long one waits on the disk.
 */
final class SpooledBody implements AutoCloseable {
    private static final int IN_MEMORY = 1 << 20;
    private static final Set<String> UNPACKED = Set.of("gzip", "x-gzip", "deflate", "identity");

    private final ByteArrayOutputStream small = new ByteArrayOutputStream();
    private Optional<TempFile> large = Optional.empty();
    private Optional<OutputStream> out = Optional.empty();
    private long length;

    private SpooledBody() {}

    /**
     * Receives a body. Answers 413 to one that is too long, 415 to one that is packed in an unknown way, 400 to one
     * that does not come to its end.
     *
     * @param remedy what can be done with one that is too long
     */
    static SpooledBody receive(HttpAction action, long longest, String remedy) {
        String packed = action.getRequestHeader("Content-Encoding");
        if (packed != null && !UNPACKED.contains(packed.strip().toLowerCase(Locale.ROOT))) {
            action.setResponseHeader("Accept-Encoding", "gzip, deflate");
            ServletOps.error(415,
                    "'" + ParseErrors.oneLine(packed) + "' is no way of packing that is read here: send gzip, deflate"
                            + " or the plain body.");
        }
        try {
            return receive(new BoundedInputStream(action.getRequestInputStream(), longest, remedy));
        } catch (DiskFull e) {
            throw e;
        } catch (IOException e) {
            ServletOps.errorBadRequest("The request did not come to its end: " + ParseErrors.oneLine(e.getMessage()));
            throw new UncheckedIOException(e);
        }
    }

    private static SpooledBody receive(InputStream in) throws IOException {
        SpooledBody body = new SpooledBody();
        boolean whole = false;
        try (in) {
            byte[] block = new byte[IN_MEMORY >> 4];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                body.keep(block, n);
            }
            whole = true;
            return body;
        } finally {
            if (!whole) {
                body.close();
            }
        }
    }

    private void keep(byte[] block, int count) {
        length += count;
        try {
            if (large.isEmpty() && length > IN_MEMORY) {
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

    /** How many bytes it has. */
    long length() {
        return length;
    }

    /** The body from its beginning. */
    InputStream open() {
        return large.map(TempFile::in).orElseGet(() -> new ByteArrayInputStream(small.toByteArray()));
    }

    @Override
    public void close() {
        try {
            if (large.isPresent()) {
                large.get().close();
            }
        } catch (IOException e) {
            // A file that stays until the server ends spoils no answer.
        }
    }

    /** What was to be kept could not be written. */
    static final class DiskFull extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        DiskFull(IOException cause) {
            super(cause);
        }
    }
}
