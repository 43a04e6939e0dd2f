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
 * Forms of a query's answer that the asker does not take: those with a weight of 0 (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-12.4.2">RFC 9110, section 12.4.2</a>), which Fuseki sends to one
 * who
 * takes any other. One who refuses all is told 406. Where nothing is refused, Fuseki chooses, as its users know it: it
 * answers
 * in its favourite form when it has none of those that were asked for.
 */
public final class RefusedMediaTypes {
    private static final int NOT_ACCEPTABLE = 406;
    /** They name the form aloud, whatever the header says. */
    private static final List<String> NAMING = List.of("output", "format", "results");

    /** Names that stand for one of the other forms, and do not say for which. */
    private static final Set<String> GENERAL = Set.of("application/json", "application/xml", "text/xml", "text/plain");
    /** Whole results before those that tell less of a value, and those before the names that anything may have. */
    private static final Comparator<String> BEST = Comparator
            .comparing(type -> type.startsWith("application/sparql-results") ? 0 : GENERAL.contains(type) ? 2 : 1);

    private RefusedMediaTypes() {}

    /** Makes Fuseki send a form that is not refused. */
    public static void avoid(HttpServletRequest request, QueryExecResult answer) {
        String accept = request.getHeader("Accept");
        if (accept == null || !ContentNegotiation.isRefusing(accept)
                || NAMING.stream().anyMatch(name -> request.getParameter(name) != null)) {
            return;
        }
        List<String> forms = Stream.of(offers(answer)).flatMap(list -> list.entries().stream())
                .map(MediaType::getContentTypeStr).distinct().sorted(BEST).toList();
        Optional<String> form = ContentNegotiation.choose(accept, forms);
        form.ifPresent(type -> AcceptFilter.choose(request, type));
        if (form.isEmpty()) {
            ServletOps.error(NOT_ACCEPTABLE,
                    "No form of the answer is acceptable. There are: " + String.join(", ", forms)
                            + ".");
        }
    }

    private static AcceptList offers(QueryExecResult answer) {
        return answer.isRowSet() ? DEF.rsOfferTable : answer.isBoolean() ? DEF.rsOfferBoolean
                : answer.isJson() ? DEF.jsonOffer : DEF.constructOffer;
    }
}
