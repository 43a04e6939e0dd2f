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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.graph.RdfSource;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.server.http.ServerSettings;

/**
 * A server on a free port with a small graph of its own, and a client for it. In a static field with {@code
 * RegisterExtension} it serves all tests of a class.
 */
record LiveServer(SecretomeServer server, HttpClient client) implements AutoCloseable, AfterAllCallback {
    static final String PROMOTED = "PREFIX : <http://example.org/> SELECT ?factor { ?factor :promotes :angiogenesis }"
            + " ORDER BY ?factor";
    /** 50 to the power of 5 rows: more than any time limit of a test. */
    /** Rows by the billion: 40 triples to the power of nine. */
    static final String ROWS =
            "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u . ?v ?w ?x . ?y ?z ?z1";
    static final String ENDLESS = "SELECT * { " + ROWS + " }";
    static final String ENDLESS_COUNT = "SELECT (COUNT(*) AS ?all) { " + ROWS + " }";
    private static final Path FOLDER = Path.of("src/test/resources/server");

    static LiveServer start() {
        return start(ServerSettings.local());
    }

    /** With the graph as users get it, to read. */
    static LiveServer ofTheBundledGraph() {
        return new LiveServer(
                SecretomeServer.start(ServerSettings.local(), BundledGraph.snapshot(), BundledGraph::catalogue),
                HttpClient.newHttpClient());
    }

    static LiveServer start(ServerSettings settings) {
        return start(settings, graph());
    }

    static LiveServer start(ServerSettings settings, Snapshot graph) {
        SecretomeServer server = SecretomeServer.start(settings, graph,
                () -> Catalogue.read(List.of(FOLDER.resolve("what-promotes.rq"))));
        return new LiveServer(server, HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build());
    }

    static Snapshot graph() {
        return Snapshot.load(List.of(RdfSource.ofUser(FOLDER.resolve("small.trig"))), List.of());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Asks with GET; the header pairs are name, value, name, value. */
    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> ask(String query, String... headers) {
        return get("/secretome/sparql?query=" + encoded(query), headers);
    }

    HttpResponse<String> post(String path, String type, String body, String... headers) {
        return send(request(path, headers).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> method(String method, String path, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.noBody()));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "").strip();
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
