package org.secretomegraph.target.remote;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Finding;

/**
 * Client of the Graph Store Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/) of a running server, which
 * validates what it receives.
 *
 * <p>The HTTP client of the JDK is used and not Jena's {@code GSP}, which drops the body of a successful response: in
 * it the server states whether it stored anything.
 *
 * @param data address of the Graph Store
 * @param user credentials, when the server requires them
 */
public record RemoteGraphStore(URI data, Optional<Login> user) {
    private static final Duration UPLOAD_TIMEOUT = Duration.ofHours(12);
    static final String DRY_RUN = "&dry-run=true";
    private static final int UNPROCESSABLE = 422;

    /** Credentials for HTTP Basic authentication. */
    public record Login(String name, String password) {}

    /** The Graph Store address of a server that is named by its home page, its dataset or that address itself. */
    public static URI graphStoreOf(String address) {
        try {
            String bare = address.replaceFirst("/+$", "");
            URI home = new URI(bare);
            if (home.getHost() == null) {
                throw new InvalidInputException(address + ": not a server address");
            }
            String path = Optional.ofNullable(home.getPath()).orElse("");
            return new URI(path.isEmpty() ? bare + "/secretome/data" : path.endsWith("/data") ? bare : bare + "/data");
        } catch (URISyntaxException e) {
            throw new InvalidInputException(address + ": not a server address", e);
        }
    }

    /** Labels, types, superclasses and obsolescence of terms, as the server states them. */
    public Graph terms(Collection<Node> terms) {
        return new RemoteTerms(data, user).get(terms);
    }

    /** Reads a graph. */
    public StoredGraph get(Node graph) {
        HttpResponse<String> response = send(request(graph).header("Accept", "application/n-triples").GET());
        if (response.statusCode() == 404) {
            return StoredGraph.missing();
        }
        requests().expect(response, 200);
        try {
            return new StoredGraph(
                    RDFParser.source(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)))
                            .lang(Lang.NTRIPLES).errorHandler(ErrorHandlerFactory.errorHandlerNoLogging).toGraph(),
                    response.headers().firstValue("ETag"), true);
        } catch (RiotException e) {
            throw new InvalidInputException(
                    data + ": the response is not RDF; is this a Graph Store address?", e);
        }
    }

    /**
     * Replaces the content of a graph by triples that are sent as they are read, so that there may be more than fit in
     * memory. When {@code triples} throws, or this program ends, the server receives no complete body and changes
     * nothing.
     *
     * @param triples passes each triple on
     */
    public Optional<List<Finding>> put(Node graph, Consumer<Consumer<Triple>> triples) {
        StreamingBody body = new StreamingBody(triples);
        try (body) {
            return rejection(send(requests().to(graph, "", UPLOAD_TIMEOUT)
                    .header("Content-Type", "application/n-triples")
                    .header("Accept", "application/json").PUT(HttpRequest.BodyPublishers.ofInputStream(body::open))));
        } catch (InvalidInputException e) {
            body.throwFailure(); // the cause of the broken connection, if it is here
            throw e;
        }
    }

    /**
     * Replaces the content of a graph. Returns the findings of the server when it refuses the triples.
     *
     * @param existing the graph as it was read; when given, the server refuses if it was changed since
     */
    public Optional<List<Finding>> put(Node graph, Graph triples, Optional<StoredGraph> existing) {
        HttpRequest.Builder request = turtleRequest(request(graph));
        existing.flatMap(StoredGraph::etag).ifPresent(etag -> request.header("If-Match", etag));
        if (existing.isPresent() && !existing.get().exists()) {
            request.header("If-None-Match", "*");
        }
        return rejection(send(request.PUT(turtle(triples))));
    }

    /**
     * The findings that {@link #put} would return; nothing is changed. Empty too when the server does not support dry
     * runs: a dry run that adds no triple is sent first, because a server that ignores the parameter would write.
     */
    public Optional<List<Finding>> dryRun(Node graph, Graph triples) {
        HttpResponse<String> empty =
                send(turtleRequest(request(graph, DRY_RUN)).POST(turtle(GraphFactory.createDefaultGraph())));
        requests().expect(empty, 200, 201, 204);
        return isDryRunResponse(empty.body())
                ? rejection(send(turtleRequest(request(graph, DRY_RUN)).PUT(turtle(triples)))) : Optional.empty();
    }

    private static boolean isDryRunResponse(String body) {
        try {
            return !JSON.parse(body).get("stored").getAsBoolean().value();
        } catch (JsonParseException | NullPointerException | ClassCastException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static HttpRequest.Builder turtleRequest(HttpRequest.Builder request) {
        return request.header("Content-Type", "text/turtle; charset=utf-8").header("Accept", "application/json");
    }

    private static HttpRequest.BodyPublisher turtle(Graph triples) {
        ByteArrayOutputStream turtle = new ByteArrayOutputStream();
        RDFDataMgr.write(turtle, triples, Lang.TURTLE);
        return HttpRequest.BodyPublishers.ofByteArray(turtle.toByteArray());
    }

    private Optional<List<Finding>> rejection(HttpResponse<String> response) {
        if (response.statusCode() == UNPROCESSABLE) {
            return Optional.of(findings(response.body()));
        }
        requests().expect(response, 200, 201, 204);
        return Optional.empty();
    }

    private HttpRequest.Builder request(Node graph) {
        return request(graph, "");
    }

    private HttpRequest.Builder request(Node graph, String parameters) {
        return requests().to(graph, parameters);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return requests().send(request.build());
    }

    private GraphStoreRequests requests() {
        return new GraphStoreRequests(data, user);
    }

    private List<Finding> findings(String body) {
        try {
            return Finding.ofJson(JSON.parse(body).get("findings").getAsArray());
        } catch (JsonParseException | NullPointerException | ClassCastException e) {
            throw new InvalidInputException(data + ": the server refused the data, and its findings cannot be read", e);
        }
    }
}
