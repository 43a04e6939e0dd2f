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
 * The {@code Accept} header as Fuseki can read it: all its lines as one, in lower case, without what is no media range
 * by RFC
 * 9110, <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">section 12.5.1</a>. Fuseki takes {@code
 * TEXT/Turtle} for
 * another type, and prints the trace of its failure when it meets nonsense.
 */
public final class AcceptFilter implements Filter {
    private static final String ACCEPT = "Accept";
    private static final String CHOSEN = AcceptFilter.class.getName();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new Read((HttpServletRequest) request), response);
    }

    /** Lets Fuseki know of one type only. It would still send a type with a weight of 0 to one who takes any other. */
    public static void choose(HttpServletRequest request, String type) {
        request.setAttribute(CHOSEN, type);
    }

    private static final class Read extends HttpServletRequestWrapper {
        private final String accept;

        Read(HttpServletRequest request) {
            super(request);
            this.accept = ContentNegotiation.plain(Collections.list(request.getHeaders(ACCEPT)));
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
            return getAttribute(CHOSEN) instanceof String chosen ? chosen : accept;
        }
    }
}
