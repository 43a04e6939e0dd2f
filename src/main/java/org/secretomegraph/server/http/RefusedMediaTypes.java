package org.secretomegraph.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.sparql.exec.QueryExecResult;

/**
 * Media types of a query result that the client refuses, with a weight of 0 (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-12.4.2">RFC 9110, section 12.4.2</a>), and that Fuseki sends to
 * a client that accepts any other. A client that refuses all gets a 406. When nothing is refused, Fuseki chooses, as
 * its users know it: it answers in its default type when it has none of those that were asked for.
 */
public final class RefusedMediaTypes {
    private static final int NOT_ACCEPTABLE = 406;
    /** They name the format, whatever the header says. */
    private static final List<String> FORMAT_PARAMETERS = List.of("output", "format", "results");

    /** Names that stand for one of the other types, and do not state for which. */
    private static final Set<String> GENERIC = Set.of("application/json", "application/xml", "text/xml", "text/plain");
    /** Types with full terms before those that lose datatypes or languages, and generic names last. */
    private static final Comparator<String> PREFERENCE = Comparator
            .comparing(type -> type.startsWith("application/sparql-results") ? 0 : GENERIC.contains(type) ? 2 : 1);

    private RefusedMediaTypes() {}

    /** Makes Fuseki send a type that is not refused. */
    public static void exclude(HttpServletRequest request, QueryExecResult result) {
        String accept = request.getHeader("Accept");
        if (accept == null || !ContentNegotiation.hasRefusals(accept)
                || FORMAT_PARAMETERS.stream().anyMatch(name -> request.getParameter(name) != null)) {
            return;
        }
        List<String> types = Stream.of(offers(result)).flatMap(list -> list.entries().stream())
                .map(MediaType::getContentTypeStr).distinct().sorted(PREFERENCE).toList();
        Optional<String> chosen = ContentNegotiation.choose(accept, types);
        chosen.ifPresent(type -> AcceptFilter.override(request, type));
        if (chosen.isEmpty()) {
            ServletOps.error(NOT_ACCEPTABLE,
                    "No available media type is acceptable. Available: " + String.join(", ", types)
                            + ".");
        }
    }

    private static AcceptList offers(QueryExecResult result) {
        return result.isRowSet() ? DEF.rsOfferTable : result.isBoolean() ? DEF.rsOfferBoolean
                : result.isJson() ? DEF.jsonOffer : DEF.constructOffer;
    }
}
