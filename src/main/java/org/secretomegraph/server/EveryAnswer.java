package org.secretomegraph.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Around every request: who may read the answer, holding it back until it is whole, and the line in the log. */
final class EveryAnswer implements Filter {
    private final ServerSettings settings;

    EveryAnswer(ServerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plainRequest;
        HttpServletResponse response = (HttpServletResponse) plainResponse;
        long start = System.nanoTime();
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (settings.anyOrigin() && CrossOrigin.answers(request, response)) {
            return;
        }
        HeldResponse held = new HeldResponse(response, settings.memory());
        try {
            chain.doFilter(request, held);
            held.finish();
        } finally {
            if (settings.verbose()) {
                tell(request, held, start);
            }
        }
    }

    private static void tell(HttpServletRequest request, HeldResponse held, long start) {
        String query = request.getQueryString();
        System.err.printf("%s %s%s %d %d bytes %d ms%n", request.getMethod(), request.getRequestURI(),
                query == null ? "" : "?" + query, held.getStatus(), held.size(), (System.nanoTime() - start) / 1_000_000);
    }
}
