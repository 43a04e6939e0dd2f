package org.secretomegraph.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Around every request: CORS headers, the buffering of the response, and the line in the log. */
public final class ResponseFilter implements Filter {
    private static final long MAX_DRAINED = 1 << 20;
    /** All responses together may buffer a quarter of the heap. */
    private static final long HEAP_FRACTION = 4;

    private final ServerSettings settings;
    private final AtomicLong remaining;

    public ResponseFilter(ServerSettings settings) {
        this.settings = settings;
        this.remaining =
                new AtomicLong(Math.max(settings.responseBuffer(), Runtime.getRuntime().maxMemory() / HEAP_FRACTION));
    }

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plainRequest;
        HttpServletResponse response = (HttpServletResponse) plainResponse;
        long start = System.nanoTime();
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (settings.anyOrigin() && CorsFilter.respond(request, response)) {
            return;
        }
        ResponseBuffer body = new ResponseBuffer(settings.responseBuffer(), remaining);
        BufferedResponse buffered = new BufferedResponse(response, body);
        try {
            chain.doFilter(request, buffered);
            if (buffered.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
                drain(request, response);
            }
            buffered.finish();
        } finally {
            body.clear();
            if (settings.verbose()) {
                log(request, buffered, start);
            }
        }
    }

    /**
     * An error is often sent before the body of the request was read. The unread rest would be taken for the next
     * request of the connection; when it is too long to read, the connection is closed.
     */
    private static void drain(HttpServletRequest request, HttpServletResponse response) {
        try {
            if (request.getInputStream().skip(MAX_DRAINED) == MAX_DRAINED && !response.isCommitted()) {
                response.setHeader("Connection", "close");
            }
        } catch (IOException | IllegalStateException e) {
            // It was read in another way, or the client has closed the connection.
        }
    }

    private static void log(HttpServletRequest request, BufferedResponse buffered, long start) {
        String query = request.getQueryString();
        System.err.printf("%s %s%s %d %d bytes %d ms%n", request.getMethod(), request.getRequestURI(),
                query == null ? "" : "?" + query, buffered.getStatus(), buffered.size(),
                (System.nanoTime() - start) / 1_000_000);
    }
}
