package org.secretomegraph.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Normalizes the {@code Accept} header for Fuseki: all its lines as one, in lower case, without what is not a media
 * range by RFC 9110, <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">section 12.5.1</a>. Fuseki
 * compares media types case-sensitively and prints a stack trace when it meets an ill-formed header.
 */
public final class AcceptFilter implements Filter {
    private static final String ACCEPT = "Accept";
    private static final String OVERRIDE = AcceptFilter.class.getName();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new NormalizedRequest((HttpServletRequest) request), response);
    }

    /**
     * Replaces the header by one media type: Fuseki would also send a type with a weight of 0 to a client that accepts
     * any other.
     */
    public static void override(HttpServletRequest request, String type) {
        request.setAttribute(OVERRIDE, type);
    }

    private static final class NormalizedRequest extends HttpServletRequestWrapper {
        private final String accept;

        NormalizedRequest(HttpServletRequest request) {
            super(request);
            this.accept = ContentNegotiation.normalized(Collections.list(request.getHeaders(ACCEPT)));
        }

        @Override
        public @Nullable String getHeader(String name) {
            return !name.equalsIgnoreCase(ACCEPT) ? super.getHeader(name) : accept().isEmpty() ? null : accept();
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return !name.equalsIgnoreCase(ACCEPT) ? super.getHeaders(name)
                    : Collections.enumeration(accept().isEmpty() ? List.of() : List.of(accept()));
        }

        private String accept() {
            return getAttribute(OVERRIDE) instanceof String override ? override : accept;
        }
    }
}
