package org.secretomegraph.server.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.server.SecretomeServer;
import org.secretomegraph.server.ServedDataset;
import org.secretomegraph.server.http.ServerSettings;

/**
 * A server of the bundled graph that any site may read, and a client that follows nothing by itself. In a static field
 * with
 * {@code RegisterExtension} it serves all tests of a class.
 */
record ApiClient(SecretomeServer server, HttpClient client) implements AutoCloseable, AfterAllCallback {

    static ApiClient ofTheBundledGraph() {
        return of(ServerSettings.local().withAnyOrigin(true), ServedDataset.snapshot(BundledGraph.snapshot()));
    }

    static ApiClient of(ServerSettings settings, ServedDataset served) {
        return new ApiClient(SecretomeServer.start(settings, served, BundledGraph::catalogue),
                HttpClient.newHttpClient());
    }

    /** @param headers name, value, name, value */
    HttpResponse<String> get(String path, String... headers) {
        return method("GET", path, headers);
    }

    HttpResponse<String> method(String method, String path, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonObject json(String path, String... headers) {
        return JSON.parse(get(path, headers).body());
    }

    static String type(HttpResponse<?> response) {
        return header(response, "Content-Type").replaceFirst(";.*", "").strip();
    }

    static String header(HttpResponse<?> response, String name) {
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
