package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.encoded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.server.http.ServerSettings;

/** SPARQL 1.1 Protocol, query half, as a stock Fuseki serves it, and the Service Description that it does not. */
class SparqlProtocolTest {
    private static final String CONSTRUCT = "CONSTRUCT WHERE { ?s <http://example.org/promotes> ?o }";
    @RegisterExtension
    static final LiveServer live = LiveServer.start();

    @ParameterizedTest
    @CsvSource({"application/sparql-results+json, application/sparql-results+json",
            "application/json, application/json",
            "application/sparql-results+xml, application/sparql-results+xml", "application/xml, application/xml",
            "text/csv, text/csv", "text/tab-separated-values, text/tab-separated-values", "text/plain, text/plain",
            "text/html, application/sparql-results+xml",
            "application/sparql-results+thrift, application/sparql-results+thrift"})
    void givesRowsInTheFormatThatIsAskedFor(String accept, String given) {
        HttpResponse<String> response = live.ask(LiveServer.PROMOTED, "Accept", accept);
        assertEquals(200, response.statusCode());
        assertEquals(given, LiveServer.type(response));
        assertTrue(response.body().contains("hgf"), response.body());
    }

    /** Whatever a client writes there, it gets rows and nobody a stack trace. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"TEXT/CSV|text/csv", "text/csv ; q=1.0|text/csv", "garbage, text/csv|text/csv",
            "text/csv;q=abc|text/csv", "text/csv;;;|text/csv", ",,text/csv,|text/csv", "*;q=0.1, text/csv|text/csv",
            "text/csv;header=present;q=0.5|text/csv", "text/tab-separated-values;q=0.2, text/csv;q=0.9|text/csv",
            "garbage|application/sparql-results+xml", "/|application/sparql-results+xml",
            ";q=1|application/sparql-results+xml",
            "text/|application/sparql-results+xml", "image/png|application/sparql-results+xml"})
    void readsAnyAcceptHeader(String accept, String given) {
        HttpResponse<String> response = live.ask(LiveServer.PROMOTED, "Accept", accept);
        assertEquals(200, response.statusCode());
        assertEquals(given, LiveServer.type(response));
        assertEquals(200, live.ask(LiveServer.PROMOTED, "Accept", "text/csv, ".repeat(300) + "*/*").statusCode());
        assertEquals("text/csv",
                LiveServer.type(live.ask(LiveServer.PROMOTED, "Accept", "image/png", "Accept", "text/csv")));
    }

    /** Fuseki sends what weighs 0 to one who takes any other form. Nobody who refuses something gets it. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
            "SELECT    | */*;q=0.5, application/sparql-results+json;q=0                       | 200 | application/sparql-results+xml",
            "SELECT    | application/sparql-results+json;q=0.000, */*                         | 200 | application/sparql-results+xml",
            "SELECT    | application/*;q=0, */*;q=0.1                                         | 200 | text/csv",
            "SELECT    | text/csv;q=0, text/*                                                 | 200 | text/tab-separated-values",
            "SELECT    | text/csv;q=0.001, text/*;q=0                                         | 200 | text/csv",
            "SELECT    | text/csv;q=0.2, application/sparql-results+xml;q=0.7, */*;q=0        | 200 | application/sparql-results+xml",
            "SELECT    | application/sparql-results+json;q=0.01, application/sparql-results+xml;q=0.1 | 200 | application/sparql-results+xml",
            "SELECT    | text/csv;q=0                                                         | 406 | text/plain",
            "SELECT    | */*;q=0                                                              | 406 | text/plain",
            "ASK       | application/sparql-results+json;q=0, */*                             | 200 | application/sparql-results+xml",
            "ASK       | text/turtle;q=0                                                      | 406 | text/plain",
            "CONSTRUCT | text/turtle;q=0, */*;q=0.1                                           | 200 | application/n-triples",
            "CONSTRUCT | text/turtle;q=0, application/rdf+xml;q=0.3, application/ld+json;q=0.2 | 200 | application/rdf+xml",
            "CONSTRUCT | text/turtle;q=0                                                      | 406 | text/plain",
            "DESCRIBE  | text/turtle;q=0, application/n-triples                               | 200 | application/n-triples"})
    void aFormThatIsRefusedIsNotSent(String kind, String accept, int status, String given) {
        String query = switch (kind) {
            case "SELECT" -> LiveServer.PROMOTED;
            case "ASK" -> "ASK { ?s ?p ?o }";
            case "CONSTRUCT" -> "CONSTRUCT WHERE { ?s ?p ?o }";
            default -> "DESCRIBE ?s { ?s ?p ?o }";
        };
        HttpResponse<String> response = live.ask(query, "Accept", accept);
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(given, LiveServer.type(response));
        assertTrue(status == 200 || response.body().startsWith("No available media type is acceptable. Available: "));
    }

    @ParameterizedTest
    @CsvSource({"application/sparql-results+json, true", "application/sparql-results+xml, <boolean>true</boolean>",
            "text/csv, true"})
    void givesYesAndNoInTheFormatThatIsAskedFor(String accept, String contained) {
        HttpResponse<String> response = live.ask("ASK { ?s ?p ?o }", "Accept", accept);
        assertEquals(accept, LiveServer.type(response));
        assertTrue(response.body().contains(contained), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json",
            "application/trig", "application/n-quads"})
    void givesConstructedGraphsInTheFormatThatIsAskedFor(String accept) {
        HttpResponse<String> response = live.ask(CONSTRUCT, "Accept", accept);
        assertEquals(accept, LiveServer.type(response));
        assertEquals(3, parsed(response).size());
    }

    @Test
    void describesAThing() {
        HttpResponse<String> response = live.ask("DESCRIBE <http://example.org/hgf>", "Accept", "text/turtle");
        assertEquals(2, parsed(response).size());
    }

    @Test
    void answersThreeFormsOfTheSameRequestAlike() {
        String got = live.ask(LiveServer.PROMOTED, "Accept", "text/csv").body();
        String posted = live.post("/secretome/sparql", "application/sparql-query", LiveServer.PROMOTED, "Accept",
                "text/csv").body();
        String form = live.post("/secretome/sparql", "application/x-www-form-urlencoded", "query="
                + encoded(LiveServer.PROMOTED), "Accept", "text/csv").body();
        assertEquals("factor\r\nhttp://example.org/hgf\r\nhttp://example.org/vegf\r\n", got);
        assertEquals(got, posted);
        assertEquals(got, form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/secretome/sparql", "/secretome/query", "/secretome"})
    void answersAtEveryAddressOfAStockFuseki(String path) {
        HttpResponse<String> response = live.get(path + "?query=" + encoded(LiveServer.PROMOTED) + "&output=csv");
        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("http://example.org/hgf"));
    }

    @ParameterizedTest
    @CsvSource({"rdf%2Bxml, application/rdf+xml", "rdf+xml, application/rdf+xml", "rdf, application/rdf+xml",
            "xml, application/rdf+xml", "n3, text/turtle", "turtle, text/turtle", "jsonld, application/ld+json",
            "json-ld, application/ld+json", "ntriples, application/n-triples"})
    void knowsTheFormatNamesThatClientsSend(String name, String type) {
        String construct = encoded("CONSTRUCT WHERE { ?s <http://example.org/promotes> ?o }");
        for (String parameters : List.of("output=" + name, "format=" + name + "&output=" + name + "&results=" + name)) {
            HttpResponse<String> response = live.get("/secretome/sparql?query=" + construct + "&" + parameters);
            assertEquals(200, response.statusCode(), response.body());
            assertEquals(type, LiveServer.type(response));
            assertFalse(parsed(response).isEmpty());
        }
    }

    @Test
    void asksTheGraphsThatTheRequestNames() {
        String count = "SELECT (COUNT(*) AS ?n) { ?s <http://example.org/promotes> ?o }";
        assertEquals("n\r\n1\r\n",
                live.get("/secretome/sparql?default-graph-uri=" + encoded("http://example.org/second")
                        + "&query=" + encoded(count), "Accept", "text/csv").body());
        String named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s <http://example.org/promotes> ?o } }";
        assertEquals("n\r\n2\r\n", live.get("/secretome/sparql?named-graph-uri=" + encoded("http://example.org/first")
                + "&query=" + encoded(named), "Accept", "text/csv").body());
        assertEquals("n\r\n3\r\n", live.ask(count, "Accept", "text/csv").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/secretome/sparql", "/secretome/query", "/secretome/sparql?"})
    void describesItselfInTurtleByDefault(String path) {
        HttpResponse<String> response = live.get(path);
        assertEquals(200, response.statusCode());
        assertEquals("text/turtle", LiveServer.type(response));
    }

    @Test
    void tellsLineAndColumnOfAMistake() {
        HttpResponse<String> response = live.ask("SELECT *\n{ ?s ?p }");
        assertEquals(400, response.statusCode());
        assertEquals("text/plain", LiveServer.type(response));
        assertEquals("Parse error at line 2, column 6: Encountered \" \"}\" \"} \"\"\n", response.body());
    }

    @Test
    void quotesEveryAlphabetInAnError() {
        HttpResponse<String> response = live.ask("SELECT * { ?s жук:имя ?o }");
        assertEquals(400, response.statusCode());
        assertEquals("Parse error at line 1, column 15: Unresolved prefixed name: жук:имя\n", response.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/secretome/sparql?query=|400", "/secretome/sparql?quer=x|400",
            "/secretome/sparql?query=ASK%7B%7D&query=ASK%7B%7D|400",
            "/secretome/sparql?query=ASK%7B%7D&timeout=soon|400",
            "/secretome/nothing-here|404", "/secretome/sparql/deeper|404", "/$/stats|404"})
    void tellsMistakesInOneOrTwoPlainLines(String path, int status) {
        HttpResponse<String> response = live.get(path, "Accept", "text/html");
        assertEquals(status, response.statusCode());
        assertPlain(response);
    }

    @Test
    void refusesOtherMediaTypesAndMethods() {
        HttpResponse<String> type = live.post("/secretome/sparql", "application/pdf", "ASK {}");
        assertEquals(415, type.statusCode());
        assertPlain(type);
        assertEquals(405, live.method("PUT", "/secretome/sparql?query=ASK%7B%7D").statusCode());
    }

    /** The endpoint that VoID names looked dead to whoever checks links with HEAD: 405. */
    @ParameterizedTest
    @CsvSource({"/secretome/sparql, 200", "/secretome/sparql?query=ASK%7B%7D, 200",
            "/secretome/query?query=ASK%7B%7D, 200",
            "/secretome/sparql?query=ASK, 400"})
    void headTellsWhatAGetWouldSend(String path, int status) {
        HttpResponse<String> head = live.method("HEAD", path);
        assertEquals(status, head.statusCode());
        assertEquals("", head.body());
        HttpResponse<String> get = live.get(path);
        assertEquals(status, get.statusCode(), "the connection is in order");
        assertEquals(LiveServer.type(get), LiveServer.type(head));
    }

    @Test
    void refusesAQueryThatIsNestedTooDeeply() {
        String deep = "ASK { FILTER(" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ") }";
        HttpResponse<String> response = live.post("/secretome/sparql", "application/sparql-query", deep);
        assertEquals(400, response.statusCode());
        assertPlain(response);
    }

    @ParameterizedTest
    @CsvSource({"/secretome/sparql, application/sparql-query", "/secretome/shacl?graph=default, text/turtle"})
    void refusesABodyThatIsTooLongHoweverSmallItIsPacked(String path, String type) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 17; i++) {
                gzip.write(spaces);
            }
        }
        HttpResponse<String> response = live.send(live.request(path, "Content-Type", type, "Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray())));
        assertEquals(413, response.statusCode(), response.body());
        assertPlain(response);
    }

    @Test
    void answersAPackedQuery() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(LiveServer.PROMOTED.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(200, live.send(live.request("/secretome/sparql", "Content-Type", "application/sparql-query",
                "Content-Encoding", "gzip").POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray())))
                .statusCode());
    }

    /** HTTP's QUERY is a GET with a body. Fuseki takes it since 6.2; what is closed to POST is closed to it. */
    @ParameterizedTest
    @ValueSource(strings = {"/secretome/sparql", "/secretome/query", "/secretome"})
    void takesTheMethodQueryAsItTakesPost(String path) {
        HttpResponse<String> response = query(path, LiveServer.PROMOTED);
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(response.body().contains("http://example.org/hgf"), response.body());
        for (String refused : List.of("SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }",
                "SELECT (<java:org.apache.jena.sparql.function.library.pi>() AS ?x) {}", "SELECT nonsense",
                "INSERT DATA { <http://example.org/a> <http://example.org/b> 1 }")) {
            assertEquals(400, query(path, refused).statusCode(), refused);
        }
        assertEquals(response.body(), query(path, LiveServer.PROMOTED).body());
    }

    private static HttpResponse<String> query(String path, String query) {
        return live.send(live.request(path, "Content-Type", "application/sparql-query")
                .method("QUERY", HttpRequest.BodyPublishers.ofString(query)));
    }

    @Test
    void letsOtherSitesReadOnlyWhenToldTo() {
        assertTrue(live.ask("ASK {}", "Origin", "https://example.org").headers()
                .firstValue("Access-Control-Allow-Origin").isEmpty());
        try (LiveServer open = LiveServer.start(ServerSettings.local().withAnyOrigin(true))) {
            assertEquals("*", open.ask("ASK {}", "Origin", "https://example.org").headers()
                    .firstValue("Access-Control-Allow-Origin").orElse(""));
            assertEquals("*",
                    open.get("/term/GO:0001525.ttl").headers().firstValue("Access-Control-Allow-Origin").orElse(""),
                    "a cache may give this answer to a page of another site");
            HttpResponse<String> preflight =
                    open.method("OPTIONS", "/secretome/sparql", "Origin", "https://example.org",
                            "Access-Control-Request-Method", "POST");
            assertEquals(204, preflight.statusCode());
            assertTrue(preflight.headers().firstValue("Access-Control-Allow-Methods").orElse("").contains("POST"));
            assertTrue(preflight.headers().firstValue("Access-Control-Allow-Credentials").isEmpty());
        }
    }

    static void assertPlain(HttpResponse<String> response) {
        assertEquals("text/plain", LiveServer.type(response), response.body());
        long lines = response.body().lines().count();
        assertTrue(lines >= 1 && lines <= 2, response.body());
        assertFalse(response.body().contains("at org."), response.body());
        assertFalse(response.body().toLowerCase().contains("jetty"), response.body());
    }

    private static Graph parsed(HttpResponse<String> response) {
        Lang lang = RDFLanguages.contentTypeToLang(LiveServer.type(response));
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(response.body(), lang).parse(graph);
        return graph;
    }
}
