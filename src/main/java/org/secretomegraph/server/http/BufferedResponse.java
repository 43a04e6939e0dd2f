package org.secretomegraph.server.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A response that is buffered until it is complete. A query can fail after its first row was written; sent at once,
 * that would be a 200 with some of the rows, which no client can tell from all of them. Buffered, it becomes an error.
 * A response over the limit is streamed from then on; when such a one fails, {@link #finish} closes the connection, so
 * that the client sees an incomplete response (no last chunk).
 */
final class BufferedResponse extends HttpServletResponseWrapper {
    private static final int FIRST_ERROR = 400;

    private final ResponseBuffer buffer;
    private final Body stream = new Body();
    private long written;
    private boolean streaming;
    private boolean truncated;
    private boolean delegated;
    private @Nullable PrintWriter writer;

    BufferedResponse(HttpServletResponse response, ResponseBuffer buffer) {
        super(response);
        this.buffer = buffer;
    }

    /**
     * Sends what is buffered.
     *
     * @throws IOException when the response failed after a part of it had been sent
     */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (truncated) {
            throw new TruncatedResponseException();
        }
        if (delegated) {
            return;
        }
        if (streaming) {
            getResponse().getOutputStream().flush();
        } else if (buffer.size() > 0) {
            getResponse().setContentLengthLong(buffer.size());
            buffer.sendTo(getResponse().getOutputStream());
        }
    }

    /** The number of bytes of the body so far. */
    long size() {
        return written;
    }

    private void write(byte[] bytes, int from, int count) throws IOException {
        written += count;
        if (!streaming && !buffer.add(bytes, from, count)) {
            streaming = true;
            buffer.sendTo(getResponse().getOutputStream());
        }
        if (streaming) {
            getResponse().getOutputStream().write(bytes, from, count);
        }
    }

    /**
     * An error status after a part of a good response was written discards that part; when it has been sent, the
     * response is truncated.
     */
    @Override
    public void setStatus(int status) {
        if (streaming) {
            truncated |= status >= FIRST_ERROR;
            return;
        }
        if (status >= FIRST_ERROR) {
            resetBuffer();
        }
        super.setStatus(status);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        setStatus(status);
        if (!streaming) {
            delegated = true;
            super.sendError(status, message);
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    @Override
    public void resetBuffer() {
        if (streaming) {
            throw new IllegalStateException("a part of the response has been sent");
        }
        buffer.clear();
        written = 0;
    }

    @Override
    public void reset() {
        resetBuffer();
        super.reset();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        }
        return writer;
    }

    /** Does nothing: the response is sent when it is complete. */
    @Override
    public void flushBuffer() {}

    @Override
    public boolean isCommitted() {
        return streaming || super.isCommitted();
    }

    /** Ignored: the length is known when the response is complete, and an error would have another one. */
    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    private final class Body extends ServletOutputStream {
        @Override
        public void write(int b) throws IOException {
            BufferedResponse.this.write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            BufferedResponse.this.write(bytes, from, count);
        }

        /** In UTF-8: the inherited method refuses all characters beyond Latin-1, and error messages quote queries. */
        @Override
        public void print(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("responses are written by the thread of the request");
        }
    }
}
