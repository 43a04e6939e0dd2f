package org.secretomegraph.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Lets web pages of any site read the answers (the Fetch standard's CORS protocol). Fitting for a public graph that
 * takes
 * no writes and knows no users: no credentials are ever allowed, and no method that a read-only server refuses anyway.
 * Each answer says so, whoever asked: a cache that kept one without the header would give it to a page that needs it
 * (https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches).
 */
final class CorsFilter {
    private static final String DAY = "86400";

    private CorsFilter() {}

    /**
     * Marks the answer as open to all. @return true when the request was only the browser's question whether it may ask
     */
    static boolean answers(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "Link, ETag, X-Total-Count");
        if (!request.getMethod().equals("OPTIONS") || request.getHeader("Origin") == null
                || request.getHeader("Access-Control-Request-Method") == null) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
        response.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type, If-Match, If-None-Match");
        response.setHeader("Access-Control-Max-Age", DAY);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return true;
    }
}
