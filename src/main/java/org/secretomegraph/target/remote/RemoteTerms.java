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
 * Reads what a server states about terms from its query endpoint (https://www.w3.org/TR/sparql11-protocol/): it may
 * hold ontologies that this program does not have, and newer versions.
 *
 * @param data the Graph Store of the server; the query endpoint {@code sparql} is beside it
 * @param user the credentials of the requests
 */
record RemoteTerms(URI data, Optional<RemoteGraphStore.Login> user) {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    /** The number of terms in one query. */
    private static final int BATCH = 500;

    /** Labels, types, superclasses and obsolescence of the terms; empty when the server answers no queries. */
    Graph get(Collection<Node> terms) {
        Graph result = GraphFactory.createDefaultGraph();
        List<Node> all = terms.stream().filter(Node::isURI).distinct().toList();
        for (int i = 0; i < all.size(); i += BATCH) {
            addBatch(all.subList(i, Math.min(i + BATCH, all.size())), result);
        }
        return result;
    }

    private void addBatch(Collection<Node> terms, Graph result) {
        String query = "CONSTRUCT { ?term ?p ?o } WHERE { VALUES ?term { " + terms.stream().map(RemoteTerms::iri)
                .collect(Collectors.joining(" ")) + " } VALUES ?p { " + iri(RDFS.label.asNode()) + " "
                + iri(RDF.type.asNode())
                + " " + iri(RDFS.subClassOf.asNode()) + " " + iri(OWL2.deprecated.asNode()) + " "
                + iri(Terms.replacedBy)
                + " } ?term ?p ?o }";
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(data.toString().replaceFirst("data$", "sparql")))
                        .timeout(TIMEOUT).header("Content-Type", "application/sparql-query")
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
                    .errorHandler(ErrorHandlerFactory.errorHandlerNoLogging).parse(result);
        } catch (RiotException e) {
            // The response is not RDF: this is not a query endpoint, and the local terms must do.
            result.clear();
        }
    }

    private static String iri(Node node) {
        return "<" + node.getURI() + ">";
    }
}
