package org.secretomegraph.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * Short names of RDF syntaxes that clients send in {@code output}, {@code format} and {@code results}, and that Fuseki
 * answers with 400. SPARQLWrapper sends all three parameters, with names of its own, beside a correct {@code Accept}:
 * <a href="https://github.com/RDFLib/sparqlwrapper/blob/master/SPARQLWrapper/Wrapper.py">Wrapper.py</a>.
 */
public final class FormatAliasFilter implements Filter {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "rdf", "application/rdf+xml",
            "rdf+xml", "application/rdf+xml",
            "rdf xml", "application/rdf+xml", // a plus sign that was not encoded
            "rdfxml", "application/rdf+xml",
            "n3", "text/turtle",
            "ttl", "text/turtle",
            "jsonld", "application/ld+json",
            "nt", "application/n-triples",
            "ntriples", "application/n-triples",
            "n-triples", "application/n-triples");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new RequestWithMediaType((HttpServletRequest) request), response);
    }

    private static final class RequestWithMediaType extends HttpServletRequestWrapper {
        RequestWithMediaType(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            String value = super.getParameter(name);
            return value != null && (name.equals("output") || name.equals("format"))
                    ? MEDIA_TYPES.getOrDefault(value.toLowerCase(Locale.ROOT), value)
                    : value;
        }
    }
}
