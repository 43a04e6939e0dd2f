package org.secretomegraph.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;

/**
 * The body of a write, received to its end before anything is done with it: a slow client holds up no other writer, and
 * one that leaves half-way changes nothing. A long one waits on the disk.
 */
final class WriteBody implements AutoCloseable {
    private static final int IN_MEMORY = 1 << 20;

    private final DeferredFileOutputStream held;

    private WriteBody(DeferredFileOutputStream held) {
        this.held = held;
    }

    /** Receives a body. Answers 413 to one that is too long, 400 to one that does not come to its end. */
    static WriteBody receive(HttpAction action, long longest) {
        try {
            return receive(new LimitedBody(action.getRequestInputStream(), longest));
        } catch (DiskFull e) {
            throw e;
        } catch (IOException e) {
            ServletOps.errorBadRequest("The request did not come to its end: " + ParseError.oneLine(e.getMessage()));
            throw new UncheckedIOException(e);
        }
    }

    private static WriteBody receive(InputStream in) throws IOException {
        WriteBody body = new WriteBody(DeferredFileOutputStream.builder().setThreshold(IN_MEMORY).setPrefix("secretome")
                .setSuffix(".body").get());
        boolean whole = false;
        try (in) {
            byte[] block = new byte[IN_MEMORY >> 4];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                body.keep(block, n);
            }
            body.held.close();
            whole = true;
            return body;
        } finally {
            if (!whole) {
                body.close();
            }
        }
    }

    private void keep(byte[] block, int count) {
        try {
            held.write(block, 0, count);
        } catch (IOException e) {
            throw new DiskFull(e);
        }
    }

    /** The body from its beginning. */
    InputStream open() throws IOException {
        return held.isInMemory() ? new ByteArrayInputStream(held.getData()) : Files.newInputStream(held.getPath());
    }

    @Override
    public void close() {
        try {
            held.close();
            if (held.getPath() != null) {
                Files.deleteIfExists(held.getPath());
            }
        } catch (IOException e) {
            // A file left in the folder for temporary files spoils no answer.
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
