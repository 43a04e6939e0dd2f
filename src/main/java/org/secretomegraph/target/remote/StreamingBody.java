package org.secretomegraph.target.remote;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/**
 * Triples as a stream of N-Triples, written by a thread of its own while somebody reads. A reader who finds its end
 * knows
 * that it is whole: when making the triples fails, reading fails.
 */
final class StreamingBody implements AutoCloseable {
    private static final int AHEAD = 1 << 16;

    private final Consumer<Consumer<Triple>> triples;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private Thread writer;
    private InputStream reading = InputStream.nullInputStream();

    StreamingBody(Consumer<Consumer<Triple>> triples) {
        this.triples = triples;
    }

    InputStream open() {
        try {
            PipedOutputStream out = new PipedOutputStream();
            PipedInputStream in = new PipedInputStream(out, AHEAD);
            writer = Thread.ofPlatform().daemon(true).name("triples").start(() -> write(out));
            reading = new Checked(in);
            return reading;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(PipedOutputStream pipe) {
        try (OutputStream out = new BufferedOutputStream(pipe, AHEAD)) {
            StreamRDF to = StreamRDFWriter.getWriterStream(out, RDFFormat.NTRIPLES_UTF8);
            to.start();
            try {
                triples.accept(to::triple);
            } catch (RuntimeException | Error e) {
                failure.set(e);
            }
            to.finish();
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Told by the reader's thread; the failure is known before the pipe is closed. */
    private final class Checked extends InputStream {
        private final InputStream in;

        Checked(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return checked(in.read());
        }

        @Override
        public int read(byte[] block, int from, int length) throws IOException {
            return checked(in.read(block, from, length));
        }

        private int checked(int read) throws IOException {
            if (read < 0 && failure.get() != null) {
                throw new IOException(failure.get());
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    @Override
    public void close() {
        try {
            reading.close(); // a writer who is not done finds the pipe closed
            if (writer != null) {
                writer.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throwFailure();
    }

    /**
     * @throws RuntimeException or Error, where making the triples failed and not the connection that they were sent
     * over
     */
    void throwFailure() {
        if (failure.get() instanceof Error e) {
            throw e;
        }
        if (failure.get() instanceof RuntimeException e && !(e instanceof UncheckedIOException)
                && !(e.getCause() instanceof IOException)) {
            throw e;
        }
    }
}
