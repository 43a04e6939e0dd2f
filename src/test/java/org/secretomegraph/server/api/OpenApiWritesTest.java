package org.secretomegraph.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.curation.SheetLoader;
import org.secretomegraph.graph.RdfSource;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.report.Severity;
import org.secretomegraph.server.LiveServer;
import org.secretomegraph.server.ServedDataset;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.server.write.ValidationService;
import org.secretomegraph.server.write.WriteSettings;
import org.secretomegraph.shacl.ShapeLibrary;

/**
 * The operations that change or judge, asked of a server that takes changes: each answer is one that the document
 * declares.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenApiWritesTest {
    private static final Path FOLDER = Path.of("src/test/resources/server");
    private static final Set<String> WRITING =
            Set.of("POST /secretome/update", "POST /secretome/data", "PUT /secretome/data",
                    "DELETE /secretome/data", "POST /secretome/validate");
    private static final Set<String> ASKED = new HashSet<>();
    private static GraphStore store;
    private static LiveServer http;
    private static JsonNode document;

    @BeforeAll
    static void serve() throws IOException {
        Materializer derivation = new Materializer(List.of());
        store = GraphStore.memory(List.of(RdfSource.ofUser(FOLDER.resolve("small.trig"))), derivation);
        ShapeLibrary rules = ShapeLibrary.read(List.of(FOLDER.resolve("people.shapes.ttl")));
        Guard guard = new Guard(store, derivation, rules, Severity.VIOLATION);
        http = LiveServer.start(ServerSettings.local(),
                ServedDataset.writable(store, new WriteSettings(guard, Severity.VIOLATION, Optional.empty()))
                        .withValidation(new ValidationService(() -> rules,
                                (sheet, believed) -> SheetLoader.read(sheet, believed, Clock.systemUTC()),
                                Severity.VIOLATION)));
        document = new ObjectMapper().readTree(http.get("/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        http.close();
        store.close();
    }

    @ParameterizedTest(name = "{0} {1} as {2}: {5}")
    @Order(1)
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "POST   | /secretome/update                 | application/sparql-update | EXAMPLE                        |                  | 204",
            "POST   | /secretome/update?dry-run=true    | application/sparql-update | INSERT DATA { <urn:x> a <urn:Y> } | application/json | 200",
            "POST   | /secretome/update                 | application/sparql-update | INSERT DATA { <urn:x> a <http://example.org/Human> } | application/json | 422",
            "POST   | /secretome/update                 | application/sparql-update | INSERT DATA { <urn:x> a <http://example.org/Human> } | text/turtle | 422",
            "POST   | /secretome/update                 | application/sparql-update | INSERT DATA { <urn:x> a <http://example.org/Human> } | text/plain | 422",
            "POST   | /secretome/update                 | application/sparql-update | INSERT NONSENSE                |                  | 400",
            "POST   | /secretome/update                 | text/turtle               | <urn:a> <urn:b> <urn:c> .      |                  | 415",
            "POST   | /secretome/update                 | application/x-www-form-urlencoded | update=INSERT+DATA+%7B%7D | text/html     | 200",
            "POST   | /secretome/update                 | application/x-www-form-urlencoded | update=INSERT+DATA+%7B%7D | application/json | 200",
            "PUT    | /secretome/data?graph=urn:new     | text/turtle               | EXAMPLE                        | application/json | 201",
            "PUT    | /secretome/data?graph=urn:new     | application/n-triples     | <urn:a> <urn:b> <urn:c> .      | application/json | 200",
            "PUT    | /secretome/data?graph=urn:new&dry-run=true | text/turtle      | EXAMPLE                        | application/json | 200",
            "PUT    | /secretome/data?graph=urn:new     | text/turtle               | <urn:x> a <http://example.org/Human> . | application/json | 422",
            "PUT    | /secretome/data?graph=urn:new     | text/turtle               | nonsense                       |                  | 400",
            "PUT    | /secretome/data?graph=urn:new     | text/html                 | <p>                            |                  | 415",
            "POST   | /secretome/data?graph=urn:newer   | application/ld+json       | {~@id~: ~urn:a~, ~urn:b~: 1}   | application/json | 201",
            "POST   | /secretome/data?graph=urn:newer   | text/turtle               | EXAMPLE                        | application/json | 200",
            "POST   | /secretome/data?graph=urn:newer   | text/turtle               | <urn:x> a <http://example.org/Human> . | text/turtle | 422",
            "DELETE | /secretome/data?graph=urn:newer&dry-run=true |              |                                | application/json | 200",
            "DELETE | /secretome/data?graph=urn:newer   |                           |                                |                  | 204",
            "DELETE | /secretome/data?graph=urn:newer   |                           |                                |                  | 404",
            "DELETE | /secretome/data?graph=relative    |                           |                                |                  | 400",
            "POST   | /secretome/validate               | text/turtle               | EXAMPLE                        | application/json | 200",
            "POST   | /secretome/validate               | text/turtle               | <urn:x> a <http://example.org/Human> . | application/json | 422",
            "POST   | /secretome/validate               | text/turtle               | <urn:x> a <http://example.org/Human> . | text/turtle | 422",
            "POST   | /secretome/validate               | application/n-triples     | <urn:x> <urn:y> <urn:z> .      | text/plain       | 200",
            "POST   | /secretome/validate               | text/turtle               | <urn:x> a <http://example.org/Human> . | text/tab-separated-values | 422",
            "POST   | /secretome/validate               | text/turtle               | nonsense                       | application/json | 422",
            "POST   | /secretome/validate               | application/pdf           | nonsense                       |                  | 415"})
    void anOperationAnswersAsDeclared(String method, String address, String type, String body, String accept,
            int status) {
        String path = address.replaceFirst("\\?.*", "");
        JsonNode operation = document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
        HttpResponse<String> response = ask(method, address, type, body, accept, operation);
        assertEquals(status, response.statusCode(), response.body());
        ASKED.add(method + " " + path);
        JsonNode declared =
                DeclaredOperations.resolved(document, operation.path("responses").path(String.valueOf(status)));
        assertFalse(declared.isMissingNode(), status + " is not declared");
        declared.path("headers").fieldNames()
                .forEachRemaining(name -> assertFalse(LiveServer.header(response, name).isEmpty(), name));
        if (response.body().isEmpty()) {
            assertTrue(declared.path("content").isMissingNode(), "nothing was sent where the document declares a body");
            return;
        }
        JsonNode content = declared.path("content").path(type(response));
        assertFalse(content.isMissingNode(), type(response) + " is not declared");
        assertTrue(accept == null || accept.equals(type(response)), type(response));
        assertEquals(Set.of(), DeclaredOperations.complaints(document, content.path("schema"), response));
    }

    private static HttpResponse<String> ask(String method, String address, String type, String body, String accept,
            JsonNode operation) {
        if (method.equals("DELETE")) {
            return http.method(method, address, "Accept", accept == null ? "*/*" : accept);
        }
        JsonNode request = DeclaredOperations.resolved(document, operation.path("requestBody")).path("content");
        boolean isExample = body.equals("EXAMPLE");
        String sent = isExample ? request.path(type).path("example").asText() : body.replace('~', '"');
        assertFalse(sent.isEmpty(), "the document has no example of " + type);
        return http.send(http.request(address, "Content-Type", type, "Accept", accept == null ? "*/*" : accept)
                .method(method, BodyPublishers.ofString(sent)));
    }

    @Test
    @Order(2)
    void everyOperationThatWritesWasAsked() {
        Set<String> declared = new HashSet<>();
        document.get("paths").fields()
                .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!method.equals("get")
                            && !Set.of("/secretome/sparql", "/secretome/shacl").contains(path.getKey())) {
                        declared.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        assertEquals(WRITING, declared);
        assertEquals(WRITING, ASKED);
    }
}
