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

/** Around every request: who may read the answer, holding it back until it is whole, and the line in the log. */
public final class ResponseFilter implements Filter {
    private static final long LONGEST_REST = 1 << 20;
    /** All answers together may hold back a quarter of the memory. */
    private static final long SHARE_OF_HEAP = 4;

    private final ServerSettings settings;
    private final AtomicLong leftForAll;

    public ResponseFilter(ServerSettings settings) {
        this.settings = settings;
        this.leftForAll = new AtomicLong(Math.max(settings.memory(), Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plainRequest;
        HttpServletResponse response = (HttpServletResponse) plainResponse;
        long start = System.nanoTime();
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (settings.anyOrigin() && CorsFilter.answers(request, response)) {
            return;
        }
        ResponseBuffer body = new ResponseBuffer(settings.memory(), leftForAll);
        BufferedResponse held = new BufferedResponse(response, body);
        try {
            chain.doFilter(request, held);
            if (held.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
                readToTheEnd(request, response);
            }
            held.finish();
        } finally {
            body.drop();
            if (settings.verbose()) {
                tell(request, held, start);
            }
        }
    }

    /**
     * An error is often told before the request's body was read. Left there, it would end the connection under the
     * client's next request; a body too long to be worth reading ends it openly.
     */
    private static void readToTheEnd(HttpServletRequest request, HttpServletResponse response) {
        try {
            if (request.getInputStream().skip(LONGEST_REST) == LONGEST_REST && !response.isCommitted()) {
                response.setHeader("Connection", "close");
            }
        } catch (IOException | IllegalStateException e) {
            // It was read in another way, or the client has gone: nothing is left to be read.
        }
    }

    private static void tell(HttpServletRequest request, BufferedResponse held, long start) {
        String query = request.getQueryString();
        System.err.printf("%s %s%s %d %d bytes %d ms%n", request.getMethod(), request.getRequestURI(),
                query == null ? "" : "?" + query, held.getStatus(), held.size(),
                (System.nanoTime() - start) / 1_000_000);
    }
}
