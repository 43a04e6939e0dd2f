package org.secretomegraph.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.jspecify.annotations.Nullable;

/**
 * Removes the parameter {@code dry-run} from the query string before Fuseki sees it, which would not know which
 * operation is meant. It may be in a form too. A client that asks for a dry run must never write: another spelling is
 * an unknown parameter, which {@link KnownParameters} refuses, and contradictory values are refused here.
 */
public final class DryRunFilter implements Filter {
    static final String PARAMETER = "dry-run";
    private static final String ORIGINAL_REQUEST = DryRunFilter.class.getName();
    /** A semicolon separated parameters in HTML 4 (appendix B.2.2); now it is a part of the value before it. */
    private static final String AFTER_SEMICOLON = "(?is).*;\\s*dry[-_\\s]*run.*";

    /** Whether the request is a dry run, which must not change anything. Answers 400 when that is not certain. */
    public static boolean isAsked(HttpAction action) {
        HttpServletRequest request =
                action.getRequest().getAttribute(ORIGINAL_REQUEST) instanceof HttpServletRequest original
                        ? original : action.getRequest();
        if (decoded(String.valueOf(request.getQueryString())).matches(AFTER_SEMICOLON)) {
            ServletOps.errorBadRequest(
                    "Parameters are separated by &: 'dry-run' after a semicolon is not read. Nothing was changed.");
        }
        String[] values = request.getParameterValues(PARAMETER);
        Set<Boolean> flags = new TreeSet<>();
        for (String value : values == null ? new String[0] : values) {
            flags.add(parse(value));
        }
        if (flags.size() > 1) {
            ServletOps.errorBadRequest("dry-run is given as true and as false. Nothing was changed.");
        }
        return flags.contains(true);
    }

    private static boolean parse(String value) {
        if (!value.equals("true") && !value.equals("false") && !value.isEmpty()) {
            ServletOps.errorBadRequest(
                    "dry-run is true or false, not '" + ParseErrors.oneLine(value) + "'. Nothing was changed.");
        }
        return !value.equals("false");
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        chain.doFilter(http.getQueryString() == null ? http : without(http), response);
    }

    private static HttpServletRequest without(HttpServletRequest request) {
        List<String> others = new ArrayList<>();
        for (String pair : request.getQueryString().split("&")) {
            if (!decoded(pair.replaceFirst("=.*", "")).equals(PARAMETER)) {
                others.add(pair);
            }
        }
        String query = String.join("&", others);
        if (query.equals(request.getQueryString())) {
            return request;
        }
        request.setAttribute(ORIGINAL_REQUEST, request);
        return new RequestWithoutDryRun(request, query);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The request without the parameter. */
    private static final class RequestWithoutDryRun extends HttpServletRequestWrapper {
        private final @Nullable String query;

        RequestWithoutDryRun(HttpServletRequest request, String query) {
            super(request);
            this.query = query.isEmpty() ? null : query;
        }

        @Override
        public @Nullable String getQueryString() {
            return query;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
            all.remove(PARAMETER);
            return all;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
