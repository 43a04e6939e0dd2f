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
 * A response that is held back until it is whole. A query can fail after its first row was written; sent at once, that
 * would be a 200 with part of the rows, which no client can tell from all of them. Held back, it becomes an error.
 * Answers
 * over the limit are sent in pieces from then on; should such a one fail, {@link #finish} breaks the connection, so
 * that
 * the client sees an incomplete response (no last chunk).
 */
final class BufferedResponse extends HttpServletResponseWrapper {
    private static final int FIRST_ERROR = 400;

    private final ResponseBuffer held;
    private final Body stream = new Body();
    private long written;
    private boolean sending;
    private boolean broken;
    private boolean handedOn;
    private @Nullable PrintWriter writer;

    BufferedResponse(HttpServletResponse response, ResponseBuffer held) {
        super(response);
        this.held = held;
    }

    /** Sends what is held. @throws IOException when the answer failed after a part of it had been sent */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (broken) {
            throw new TruncatedResponseException();
        }
        if (handedOn) {
            return;
        }
        if (sending) {
            getResponse().getOutputStream().flush();
        } else if (held.size() > 0) {
            getResponse().setContentLengthLong(held.size());
            held.sendTo(getResponse().getOutputStream());
        }
    }

    /** How many bytes of body the answer has so far. */
    long size() {
        return written;
    }

    private void write(byte[] bytes, int from, int count) throws IOException {
        written += count;
        if (!sending && !held.take(bytes, from, count)) {
            sending = true;
            held.sendTo(getResponse().getOutputStream());
        }
        if (sending) {
            getResponse().getOutputStream().write(bytes, from, count);
        }
    }

    /** An error status after part of a good answer was written: the part is taken back, or the answer is broken. */
    @Override
    public void setStatus(int status) {
        if (sending) {
            broken |= status >= FIRST_ERROR;
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
        if (!sending) {
            handedOn = true;
            super.sendError(status, message);
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    @Override
    public void resetBuffer() {
        if (sending) {
            throw new IllegalStateException("part of the answer has been sent");
        }
        held.drop();
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

    /** Nothing: the answer leaves when it is whole. */
    @Override
    public void flushBuffer() {}

    @Override
    public boolean isCommitted() {
        return sending || super.isCommitted();
    }

    /** Not taken over: the length is known when the answer is whole, and an error would have another one. */
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

        /** In UTF-8: the inherited one refuses every letter beyond Latin-1, and error messages quote queries. */
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
            throw new UnsupportedOperationException("answers are written in the request's own thread");
        }
    }
}
