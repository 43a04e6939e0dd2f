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
 * The body of a write, received to its end before anything is done with it: a slow client holds up no other writer, and
 * one that leaves half-way changes nothing. A long one waits on the disk.
 */
public final class SpooledBody implements AutoCloseable {
    private static final int IN_MEMORY = 1 << 20;

    private final long longest;
    private final String remedy;
    private final Duration patience;
    private final ByteArrayOutputStream small = new ByteArrayOutputStream();
    private Optional<TempFile> large = Optional.empty();
    private Optional<OutputStream> out = Optional.empty();
    private long length;

    private SpooledBody(long longest, String remedy, Duration patience) {
        this.longest = longest;
        this.remedy = remedy;
        this.patience = patience;
    }

    /**
     * Receives a body. Answers 413 to one that is too long, 415 to one that is packed in an unknown way, 400 to one
     * that does not come to its end.
     *
     * @param longest  how many bytes it may have, and so many the files that are packed in it
     * @param remedy   what can be done with one that is too long
     * @param patience how long reading it once may take, when it is here; zero for any time
     */
    public static SpooledBody receive(HttpAction action, long longest, String remedy, Duration patience) {
        try {
            return new SpooledBody(longest, remedy, patience)
                    .filled(new BoundedInputStream(ContentCoding.undone(action), longest, remedy));
        } catch (DiskFull e) {
            throw e;
        } catch (IOException e) {
            ServletOps.errorBadRequest("The request did not come to its end: " + ParseErrors.oneLine(Messages.of(e)));
            throw new UncheckedIOException(e);
        }
    }

    private SpooledBody filled(InputStream in) throws IOException {
        boolean whole = false;
        try (in) {
            byte[] block = new byte[IN_MEMORY >> 4];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                keep(block, n);
            }
            whole = true;
            return this;
        } finally {
            if (!whole) {
                close();
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
    public long length() {
        return length;
    }

    /**
     * The body from its beginning. @throws org.secretomegraph.graph.view.ChangeTimeoutException while it is read, when
     * that takes too long
     */
    public InputStream open() {
        return Deadline.of(patience).within(large.map(TempFile::in)
                .orElseGet(() -> new ByteArrayInputStream(small.toByteArray())));
    }

    /** How many bytes files that are packed in the body may have together. */
    public AtomicLong allowance() {
        return new AtomicLong(longest);
    }

    /** A file that was packed in the body, as long as the allowance lasts. */
    public InputStream limited(InputStream unpacked, AtomicLong allowance) {
        return new BoundedInputStream(unpacked, longest, remedy, allowance);
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
    public static final class DiskFull extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        DiskFull(IOException cause) {
            super(cause);
        }
    }
}
