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
 * The graphs of a running server, by the Graph Store Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/). The
 * server
 * judges what it is given and has the last word.
 *
 * @param data where the protocol answers
 * @param user name and password, when the server asks for them
 */
public record RemoteGraphStore(URI data, Optional<Login> user) {
    private static final Duration HOURS = Duration.ofHours(12);
    static final String DRY_RUN = "&dry-run=true";
    private static final int UNPROCESSABLE = 422;

    /** Who writes. */
    public record Login(String name, String password) {}

    /** The Graph Store address of a server that was named by its home page, its dataset or that address itself. */
    public static URI dataOf(String address) {
        try {
            String bare = address.replaceFirst("/+$", "");
            URI home = new URI(bare);
            if (home.getHost() == null) {
                throw new InvalidInputException(address + ": is no address of a server");
            }
            String path = Optional.ofNullable(home.getPath()).orElse("");
            return new URI(path.isEmpty() ? bare + "/secretome/data" : path.endsWith("/data") ? bare : bare + "/data");
        } catch (URISyntaxException e) {
            throw new InvalidInputException(address + ": is no address of a server", e);
        }
    }

    /**
     * What the server holds of a graph.
     *
     * @param graph nothing, when the server has no such graph
     * @param tag   tells this state from others; empty when the server gives none
     * @param there whether the server has such a graph
     */
    public record Held(Graph graph, Optional<String> tag, boolean there) {}

    /** What the server knows of terms: labels, kinds, superclasses, and which are withdrawn. */
    public Graph known(Collection<Node> terms) {
        return new RemoteTerms(data, user).told(terms);
    }

    /** Reads a graph. */
    public Held get(Node graph) {
        HttpResponse<String> answer = send(request(graph).header("Accept", "application/n-triples").GET());
        if (answer.statusCode() == 404) {
            return new Held(GraphFactory.createDefaultGraph(), Optional.empty(), false);
        }
        expect(answer, 200);
        try {
            return new Held(RDFParser.source(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                    .lang(Lang.NTRIPLES).errorHandler(ErrorHandlerFactory.errorHandlerNoLogging).toGraph(),
                    answer.headers().firstValue("ETag"), true);
        } catch (RiotException e) {
            throw new InvalidInputException(
                    data + ": answers with something else than triples; is this a Graph Store address?", e);
        }
    }

    /** Puts triples in place of a graph's content. Returns the server's findings when it refuses them. */
    public Optional<List<Finding>> put(Node graph, Graph triples) {
        return refusal(send(withJson(request(graph)).PUT(turtle(triples))));
    }

    /**
     * The same for more triples than there is memory: they are sent as they come. When {@code triples} throws, or this
     * program
     * ends, the server gets no whole body and changes nothing.
     *
     * @param triples hands each triple on
     */
    public Optional<List<Finding>> put(Node graph, Consumer<Consumer<Triple>> triples) {
        StreamingBody body = new StreamingBody(triples);
        try (body) {
            return refusal(send(requests().to(graph, "", HOURS).header("Content-Type", "application/n-triples")
                    .header("Accept", "application/json").PUT(HttpRequest.BodyPublishers.ofInputStream(body::open))));
        } catch (InvalidInputException e) {
            body.throwFailure(); // it broke the connection off, which tells less
            throw e;
        }
    }

    /** The same, unless somebody changed the graph since it was read. @param read what was read of the graph */
    public Optional<List<Finding>> put(Node graph, Graph triples, Held read) {
        HttpRequest.Builder request = withJson(request(graph));
        read.tag().ifPresent(tag -> request.header("If-Match", tag));
        if (!read.there()) {
            request.header("If-None-Match", "*");
        }
        return refusal(send(request.PUT(turtle(triples))));
    }

    /**
     * What {@link #put} would return; nothing is changed. Empty too when the server knows no dry runs: it is asked
     * first to
     * add no triple at all, for one that does not know them would write.
     */
    public Optional<List<Finding>> tryOut(Node graph, Graph triples) {
        HttpResponse<String> nothing =
                send(withJson(request(graph, DRY_RUN)).POST(turtle(GraphFactory.createDefaultGraph())));
        expect(nothing, 200, 201, 204);
        return saysThatNothingIsStored(nothing.body())
                ? refusal(send(withJson(request(graph, DRY_RUN)).PUT(turtle(triples)))) : Optional.empty();
    }

    private static boolean saysThatNothingIsStored(String body) {
        try {
            return !JSON.parse(body).get("stored").getAsBoolean().value();
        } catch (JsonParseException | NullPointerException | ClassCastException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static HttpRequest.Builder withJson(HttpRequest.Builder request) {
        return request.header("Content-Type", "text/turtle; charset=utf-8").header("Accept", "application/json");
    }

    private static HttpRequest.BodyPublisher turtle(Graph triples) {
        ByteArrayOutputStream turtle = new ByteArrayOutputStream();
        RDFDataMgr.write(turtle, triples, Lang.TURTLE);
        return HttpRequest.BodyPublishers.ofByteArray(turtle.toByteArray());
    }

    private Optional<List<Finding>> refusal(HttpResponse<String> answer) {
        if (answer.statusCode() == UNPROCESSABLE) {
            return Optional.of(reasons(answer.body()));
        }
        expect(answer, 200, 201, 204);
        return Optional.empty();
    }

    private HttpRequest.Builder request(Node graph) {
        return request(graph, "");
    }

    private HttpRequest.Builder request(Node graph, String more) {
        return requests().to(graph, more);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return requests().send(request.build());
    }

    private void expect(HttpResponse<String> answer, Integer... good) {
        requests().expect(answer, List.of(good));
    }

    private GraphStoreRequests requests() {
        return new GraphStoreRequests(data, user);
    }

    private List<Finding> reasons(String body) {
        try {
            return Finding.ofJson(JSON.parse(body).get("findings").getAsArray());
        } catch (JsonParseException | NullPointerException | ClassCastException e) {
            throw new InvalidInputException(data + ": the server refused the data, and its reasons cannot be read", e);
        }
    }
}
