package org.secretomegraph.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Lets web pages of any site read responses (the Fetch standard's CORS protocol). Fitting for a public graph that
 * accepts no writes and has no users: no credentials are allowed, and no method that a read-only server refuses anyway.
 * Every response has the header, whoever asked: a cache that stored one without it would give it to a page that needs
 * it (https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches).
 */
final class CorsFilter {
    private static final String ONE_DAY_SECONDS = "86400";

    private CorsFilter() {}

    /**
     * Adds the headers.
     *
     * @return whether the request was a preflight, which is thereby answered
     */
    static boolean respond(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "Link, ETag, X-Total-Count");
        if (!request.getMethod().equals("OPTIONS") || request.getHeader("Origin") == null
                || request.getHeader("Access-Control-Request-Method") == null) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
        response.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type, If-Match, If-None-Match");
        response.setHeader("Access-Control-Max-Age", ONE_DAY_SECONDS);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return true;
    }
}
