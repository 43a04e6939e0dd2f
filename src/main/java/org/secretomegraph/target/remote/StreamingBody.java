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
import org.jspecify.annotations.Nullable;

/**
 * Triples as a stream of N-Triples, which a thread of its own writes while it is read. The end of the stream means
 * that the triples are complete: when producing them fails, reading fails.
 */
final class StreamingBody implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Consumer<Consumer<Triple>> triples;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private @Nullable Thread writer;
    private InputStream input = InputStream.nullInputStream();

    StreamingBody(Consumer<Consumer<Triple>> triples) {
        this.triples = triples;
    }

    InputStream open() {
        try {
            PipedOutputStream out = new PipedOutputStream();
            PipedInputStream in = new PipedInputStream(out, BUFFER);
            writer = Thread.ofPlatform().daemon(true).name("triples").start(() -> write(out));
            input = new FailingInputStream(in);
            return input;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(PipedOutputStream pipe) {
        try (OutputStream out = new BufferedOutputStream(pipe, BUFFER)) {
            StreamRDF sink = StreamRDFWriter.getWriterStream(out, RDFFormat.NTRIPLES_UTF8);
            sink.start();
            try {
                triples.accept(sink::triple);
            } catch (RuntimeException | Error e) {
                failure.set(e);
            }
            sink.finish();
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Throws on the thread of the reader; the failure is set before the pipe is closed. */
    private final class FailingInputStream extends InputStream {
        private final InputStream in;

        FailingInputStream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return throwOnFailure(in.read());
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return throwOnFailure(in.read(buffer, from, length));
        }

        private int throwOnFailure(int read) throws IOException {
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
            input.close(); // a writer that has not finished finds the pipe closed
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
     * @throws RuntimeException or Error when producing the triples failed, and not the connection that they were sent
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
