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
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;

/**
 * Takes {@code dry-run} out of the address before Fuseki sees it, which would not know which operation is meant. A
 * value or
 * spelling that nobody can be sure of is remembered too, and refused: who asks for a dry run must never write.
 */
public final class DryRunFilter implements Filter {
    private static final String PARAMETER = "dry-run";
    private static final String SAID = DryRunFilter.class.getName();

    /** Whether the request asks what would be, and is not to change anything. */
    public static boolean isAsked(HttpAction action) {
        Object inAddress = action.getRequest().getAttribute(SAID);
        String inForm = action.getRequestParameter(PARAMETER);
        return isYes(inAddress == null ? null : inAddress.toString()) | isYes(inForm);
    }

    private static boolean isYes(String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (!value.equals("true") && !value.isEmpty()) {
            ServletOps.errorBadRequest(
                    "dry-run is true or false, not '" + ParseErrors.oneLine(value) + "'. Nothing was changed.");
        }
        return true;
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
            String name = decoded(pair.replaceFirst("=.*", ""));
            if (name.replaceAll("[-_ ]", "").equalsIgnoreCase("dryrun")) {
                String value = pair.contains("=") ? decoded(pair.replaceFirst("[^=]*=", "")) : "";
                request.setAttribute(SAID, name.equals(PARAMETER) ? value : name);
            } else {
                others.add(pair);
            }
        }
        return request.getAttribute(SAID) == null ? request : new Shortened(request, String.join("&", others));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /**
     * The parameter is still there for {@link HttpServletRequest#getParameter}, which nobody minds who knows the graph.
     */
    private static final class Shortened extends HttpServletRequestWrapper {
        private final String query;

        Shortened(HttpServletRequest request, String query) {
            super(request);
            this.query = query.isEmpty() ? null : query;
        }

        @Override
        public String getQueryString() {
            return query;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var all = new LinkedHashMap<>(super.getParameterMap());
            all.keySet().removeIf(name -> name.replaceAll("[-_ ]", "").equalsIgnoreCase("dryrun"));
            return all;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
