package org.secretomegraph.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * Lets Fuseki, which knows GET only, answer HEAD. Every server must support both (RFC 9110, <a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-9.1">section 9.1</a>); link checkers use it. Jetty drops the
 * body.
 */
public final class HeadFilter implements Filter {

    @Override
    public void doFilter(ServletRequest plain, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plain;
        chain.doFilter(request.getMethod().equals("HEAD") ? new GetRequest(request) : request, response);
    }

    private static final class GetRequest extends HttpServletRequestWrapper {
        GetRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
