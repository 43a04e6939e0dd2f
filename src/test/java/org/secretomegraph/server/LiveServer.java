package org.secretomegraph.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.graph.RdfSource;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.server.http.ServerSettings;

/**
 * A server on a free port, of a small graph of its own or of the bundled one, and a client for it that follows nothing
 * by
 * itself. In a static field with {@code RegisterExtension} it serves all tests of a class.
 */
public record LiveServer(SecretomeServer server, HttpClient client) implements AutoCloseable, AfterAllCallback {
    static final String PROMOTED = "PREFIX : <http://example.org/> SELECT ?factor { ?factor :promotes :angiogenesis }"
            + " ORDER BY ?factor";
    /** Rows by the billion: 40 triples to the power of nine. */
    static final String ROWS =
            "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u . ?v ?w ?x . ?y ?z ?z1";
    static final String ENDLESS = "SELECT * { " + ROWS + " }";
    static final String ENDLESS_COUNT = "SELECT (COUNT(*) AS ?all) { " + ROWS + " }";
    private static final Path FOLDER = Path.of("src/test/resources/server");

    public static LiveServer of(SecretomeServer server) {
        return new LiveServer(server, HttpClient.newHttpClient());
    }

    /** With the graph as users get it, to read. */
    public static LiveServer ofTheBundledGraph() {
        return ofTheBundledGraph(ServerSettings.local());
    }

    public static LiveServer ofTheBundledGraph(ServerSettings settings) {
        return start(settings, ServedDataset.snapshot(BundledGraph.snapshot()));
    }

    /** With the bundled questions. */
    public static LiveServer start(ServerSettings settings, ServedDataset served) {
        return of(SecretomeServer.start(settings, served, BundledGraph::catalogue));
    }

    static LiveServer start() {
        return start(ServerSettings.local());
    }

    static LiveServer start(ServerSettings settings) {
        return start(settings, graph());
    }

    static LiveServer start(ServerSettings settings, Snapshot graph) {
        return of(SecretomeServer.start(settings, graph,
                () -> Catalogue.read(List.of(FOLDER.resolve("what-promotes.rq")))));
    }

    static Snapshot graph() {
        return Snapshot.load(List.of(RdfSource.ofUser(FOLDER.resolve("small.trig"))), List.of());
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Asks with GET; the header pairs are name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> ask(String query, String... headers) {
        return get("/secretome/sparql?query=" + encoded(query), headers);
    }

    public HttpResponse<String> post(String path, String type, String body, String... headers) {
        return send(request(path, headers).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> method(String method, String path, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.noBody()));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public JsonObject json(String path, String... headers) {
        return JSON.parse(get(path, headers).body());
    }

    public static String type(HttpResponse<?> response) {
        return header(response, "Content-Type").replaceFirst(";.*", "").strip();
    }

    /** All values of a header, as one. */
    public static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        close();
    }
}
