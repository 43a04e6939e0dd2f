package org.secretomegraph.target.remote;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.vocab.Terms;

/**
 * What a running server knows of terms, asked at its query endpoint (https://www.w3.org/TR/sparql11-protocol/): it may
 * hold
 * ontologies that this program has not, and newer ones.
 *
 * @param data its Graph Store; the query endpoint {@code sparql} stands beside it
 * @param user who asks
 */
record RemoteTerms(URI data, Optional<RemoteGraphStore.Login> user) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** So many terms are asked for at once. */
    private static final int AT_ONCE = 500;

    /** Labels, kinds, superclasses and withdrawal of the terms; nothing when the server answers no questions. */
    Graph told(Collection<Node> terms) {
        Graph told = GraphFactory.createDefaultGraph();
        List<Node> all = terms.stream().filter(Node::isURI).distinct().toList();
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            ask(all.subList(i, Math.min(i + AT_ONCE, all.size())), told);
        }
        return told;
    }

    private void ask(Collection<Node> terms, Graph told) {
        String query = "CONSTRUCT { ?term ?p ?o } WHERE { VALUES ?term { " + terms.stream().map(RemoteTerms::iri)
                .collect(Collectors.joining(" ")) + " } VALUES ?p { " + iri(RDFS.label.asNode()) + " "
                + iri(RDF.type.asNode())
                + " " + iri(RDFS.subClassOf.asNode()) + " " + iri(OWL2.deprecated.asNode()) + " "
                + iri(Terms.replacedBy)
                + " } ?term ?p ?o }";
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(data.toString().replaceFirst("data$", "sparql")))
                        .timeout(PATIENCE).header("Content-Type", "application/sparql-query")
                        .header("Accept", "application/n-triples");
        GraphStoreRequests requests = new GraphStoreRequests(data, user);
        requests.authorise(request);
        HttpResponse<String> answer = requests.send(request.POST(HttpRequest.BodyPublishers.ofString(query)).build());
        if (answer.statusCode() != 200) {
            return;
        }
        try {
            RDFParser.source(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                    .lang(Lang.NTRIPLES)
                    .errorHandler(ErrorHandlerFactory.errorHandlerNoLogging).parse(told);
        } catch (RiotException e) {
            // Not an answer in triples: this is no query endpoint, and what is known here has to do.
            told.clear();
        }
    }

    private static String iri(Node node) {
        return "<" + node.getURI() + ">";
    }
}
