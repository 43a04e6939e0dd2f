package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.vocab.Scso;

/**
 * The rules for w3id.org in a real Apache, before a running server: every kind of identifier leads to what it names, in
 * the
 * form that was asked for. Only the line that names the server is another one, as {@code w3id/README.md} says.
 */
class W3idInApacheTest {
    private static final String SHIPPED = "E=SERVER:https://secretome.example.org]";
    private static final int EACH = 4;
    @TempDir
    private static Path folder;
    private static LiveServer live;
    private static Optional<ApacheServer> apache = Optional.empty();
    private static final HttpClient STAYING = HttpClient.newHttpClient();
    private static final HttpClient FOLLOWING = HttpClient.newBuilder().followRedirects(Redirect.ALWAYS).build();

    @BeforeAll
    static void start() throws IOException {
        String rules = Files.readString(Path.of("w3id/.htaccess"));
        assertTrue(rules.contains(SHIPPED), "the line that names the server is written in another way");
        live = LiveServer.ofTheBundledGraph();
        apache = Optional.of(ApacheServer.start(folder, "scso", rules.replace(SHIPPED, "E=SERVER:" + self() + "]")));
    }

    @AfterAll
    static void stop() {
        apache.ifPresent(ApacheServer::close);
        live.close();
    }

    private static String self() {
        return "http://localhost:" + live.server().port();
    }

    private static HttpResponse<String> get(HttpClient client, String iri, String accept)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(iri.replaceFirst("^https://w3id.org", apache.orElseThrow().url())))
                        .header("Accept", accept).GET().build(),
                BodyHandlers.ofString());
    }

    /**
     * Own identifiers that the graph speaks of, some of each kind: terms, names, claims, studies, graphs, questions,
     * slices.
     */
    private static Map<String, List<String>> identifiers() {
        Map<String, List<String>> kinds = new TreeMap<>();
        BundledGraph.snapshot().union().stream().map(t -> t.getSubject()).filter(Node::isURI).map(Node::getURI)
                .distinct().sorted()
                .filter(iri -> iri.startsWith(Scso.NS) && !iri.contains("#")).forEach(iri -> {
                    String path = iri.substring(Scso.NS.length());
                    String kind = path.contains("/") ? path.substring(0, path.indexOf('/'))
                            : path.matches("\\d+") ? "number" : "name";
                    List<String> some = kinds.computeIfAbsent(kind, k -> new ArrayList<>());
                    if (some.size() < EACH) {
                        some.add(iri);
                    }
                });
        return kinds;
    }

    @Test
    void everyKindOfIdentifierLeadsToWhatItNames() throws Exception {
        Map<String, List<String>> kinds = identifiers();
        assertTrue(
                kinds.keySet().containsAll(
                        List.of("number", "name", "claim", "study", "graph", "question", "imports", "mappings")),
                kinds.keySet().toString());
        for (String iri : kinds.values().stream().flatMap(List::stream).toList()) {
            HttpResponse<String> redirect = get(STAYING, iri, "text/turtle");
            assertEquals(303, redirect.statusCode(), iri);
            assertEquals(self() + "/" + iri.substring(Scso.NS.length()),
                    redirect.headers().firstValue("Location").orElse(""));
            HttpResponse<String> document = get(FOLLOWING, iri, "text/turtle");
            assertEquals(200, document.statusCode(), iri);
            Graph said = RDFParser.fromString(document.body(), Lang.TTL).toGraph();
            assertTrue(said.contains(NodeFactory.createURI(iri), Node.ANY, Node.ANY), iri);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/turtle", "application/ld+json", "application/rdf+xml",
            "application/n-triples"})
    void theFormTravelsWithTheRequest(String type) throws Exception {
        for (String iri : List.of(Scso.NS + "promotes", Scso.NS + "0000012",
                Scso.NS + "claim/xin2013-stroke-exosomes-01")) {
            HttpResponse<String> document = get(FOLLOWING, iri, type);
            assertEquals(200, document.statusCode());
            assertEquals(type, LiveServer.type(document));
        }
    }

    /** The ontology's IRI has no slash; Apache first adds one, since it is a folder there. */
    @ParameterizedTest
    @CsvSource({"https://w3id.org/scso, /ontology.ttl", "https://w3id.org/scso/, /ontology.ttl",
            "https://w3id.org/scso/releases/2026-11-23/scso.ttl, /ontology.ttl",
            "https://w3id.org/scso/promotes.ttl, /promotes.ttl",
            "https://w3id.org/scso/dataset, /dataset.ttl"})
    void theOntologyItsVersionsAndDocumentsAreFound(String iri, String path) throws Exception {
        HttpResponse<String> document = get(FOLLOWING, iri, "text/turtle");
        assertEquals(200, document.statusCode());
        assertEquals(self() + path, document.uri().toString());
        assertEquals(Lang.TTL, RDFLanguages.contentTypeToLang(LiveServer.type(document)));
    }

    @Test
    void theDumpIsFound() throws Exception {
        assertEquals("application/gzip",
                LiveServer.type(FOLLOWING.send(HttpRequest.newBuilder(URI.create(apache.orElseThrow().url()
                        + "/scso/dataset.nq.gz")).GET().build(), BodyHandlers.ofByteArray())));
    }

    /**
     * Apache redirects without reading what was sent, and closes. A client that has sent it by then may be told that
     * the
     * connection broke, before it reads the answer (3 of 100 times here); one that asks first, as curl does with a
     * large
     * body, is not.
     */
    @Test
    void theEndpointKeepsMethodAndQuery() throws Exception {
        HttpResponse<String> got =
                get(FOLLOWING, "https://w3id.org/scso/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D", "text/csv");
        assertTrue(got.body().contains("true"), got.body());
        HttpResponse<String> posted = FOLLOWING.send(
                HttpRequest.newBuilder(URI.create(apache.orElseThrow().url() + "/scso/sparql"))
                        .header("Content-Type", "application/sparql-query").header("Accept", "text/csv")
                        .expectContinue(true).POST(BodyPublishers.ofString("ASK { ?s ?p ?o }")).build(),
                BodyHandlers.ofString());
        assertEquals(200, posted.statusCode(), posted.body());
        assertTrue(posted.body().contains("true"), posted.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "claim/none", "graph/imported/gaf/a%20file", "%C3%A9tude"})
    void whatIsNotThereIsNotFoundAtTheServer(String path) throws Exception {
        HttpResponse<String> response = get(FOLLOWING, Scso.NS + path, "text/turtle");
        assertEquals(404, response.statusCode());
        assertTrue(response.uri().toString().equalsIgnoreCase(self() + "/" + path), response.uri().toString());
    }

    @Test
    void otherFoldersAreNotTouched() throws Exception {
        assertEquals(404, get(FOLLOWING, "https://w3id.org/other/promotes", "text/turtle").statusCode());
    }
}
