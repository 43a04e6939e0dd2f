package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.encoded;
import static org.secretomegraph.server.WriteUsers.GOOD;
import static org.secretomegraph.server.WriteUsers.P;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who asks for a dry run never writes, wherever the parameter stands and however it is spelt: a misspelt one was
 * refused in
 * the address, ignored in a form, and the update was made. Nor does any other parameter that is not known do something
 * else.
 */
class ParametersTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TURTLE = P + GOOD.formatted("nobody");
    private static final String UPDATE = "update=" + encoded(P + "INSERT DATA { " + GOOD.formatted("nobody") + " }");
    private static final String FILE =
            "--cut\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.ttl\"\r\n\r\n" + TURTLE
                    + "\r\n";

    private static LiveStore live;

    @BeforeAll
    static void start() {
        live = LiveStore.start(LiveStore.filled());
    }

    @AfterAll
    static void stop() {
        live.close();
    }

    /** A request that would write. */
    record Writing(String method, String path, String type, String body) {
        HttpResponse<String> send(String query) {
            return live.send(method, query.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + query, type,
                    body);
        }

        @Override
        public String toString() {
            return method + " " + path + " " + type;
        }
    }

    static Stream<Writing> writings() {
        String update = "application/sparql-update";
        String patch = "A <http://e/a> <http://e/b> <http://e/c> .";
        return Stream.of(
                new Writing("POST", "/secretome/update", update,
                        P + "INSERT DATA { " + GOOD.formatted("nobody") + " }"),
                new Writing("PATCH", "/secretome/update", update,
                        P + "INSERT DATA { " + GOOD.formatted("nobody") + " }"),
                new Writing("POST", "/secretome", update, P + "INSERT DATA { " + GOOD.formatted("nobody") + " }"),
                new Writing("POST", "/secretome/update", FORM, UPDATE), new Writing("POST", "/secretome", FORM, UPDATE),
                new Writing("PUT", "/secretome/data?default", "text/turtle", TURTLE),
                new Writing("POST", "/secretome/data?graph=http://e/g", "text/turtle", TURTLE),
                new Writing("PUT", "/secretome?graph=http://e/g", "text/turtle", TURTLE),
                new Writing("POST", "/secretome/data", "application/trig", TURTLE),
                new Writing("PUT", "/secretome", "application/trig", TURTLE),
                new Writing("POST", "/secretome/data?graph=http://e/g", "multipart/form-data; boundary=cut",
                        FILE + "--cut--\r\n"),
                new Writing("DELETE", "/secretome/data?graph=http://example.org/first", "text/turtle", ""),
                new Writing("POST", "/secretome/upload", "text/turtle", TURTLE),
                new Writing("POST", "/secretome/upload", "multipart/form-data; boundary=cut", FILE + "--cut--\r\n"),
                new Writing("PATCH", "/secretome/patch", "application/rdf-patch", patch),
                new Writing("POST", "/secretome", "application/rdf-patch", patch));
    }

    private static final List<String> UNCLEAR =
            List.of("dry_run=true", "dryRun=true", "dryrun=true", "DRY-RUN=true", "dry-ran=true",
                    "dry%20run=true", "dry-run%20=true", "dry--run=true", "%64ry_run=true", "dry-run[]=true",
                    "dry-run=yes", "dry-run=1",
                    "dry-run=True", "dry-run=true;x", "dry-run=false&dry-run=true", "dry-run=true&dry-run=false",
                    "dry-run=&dry-run=false",
                    "x=1;dry-run=true", "dryness=true", "nothing=known");

    @ParameterizedTest(name = "{0}")
    @MethodSource("writings")
    void anythingButTrueAndFalseIsRefusedInTheAddress(Writing writing) {
        LiveStore.Content before = live.content();
        for (String unclear : UNCLEAR) {
            HttpResponse<String> response = writing.send(unclear);
            assertEquals(400, response.statusCode(), unclear + ": " + response.body());
            SparqlProtocolTest.assertPlain(response);
        }
        for (String asked : List.of("dry-run=true", "dry-run", "dry-run=", "%64ry-run=true",
                "dry-run=true&dry-run=true")) {
            HttpResponse<String> response = writing.send(asked);
            assertEquals(200, response.statusCode(), asked + ": " + response.body());
            assertFalse(JSON.parse(response.body()).getBoolean("stored"), asked);
        }
        assertEquals(before, live.content());
    }

    /**
     * A semicolon begins parameters of the path, which servers cut off: the update behind {@code ;dry-run=true} was
     * made.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("writings")
    void parametersOfThePathAreRefused(Writing writing) {
        LiveStore.Content before = live.content();
        for (String parameter : List.of(";dry-run=true", ";x")) {
            String path = writing.path.replaceFirst("(\\?|$)", parameter + "$1");
            HttpResponse<String> response = live.send(writing.method, path, writing.type, writing.body);
            assertTrue(response.statusCode() >= 400 && response.statusCode() < 500, path + " " + response.statusCode());
        }
        assertEquals(before, live.content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/secretome/update", "/secretome"})
    void anythingButTrueAndFalseIsRefusedInAForm(String path) {
        LiveStore.Content before = live.content();
        for (String unclear : UNCLEAR) {
            if (unclear.contains(";")) { // a value like any other there
                continue;
            }
            for (String form : List.of(UPDATE + "&" + unclear, unclear + "&" + UPDATE)) {
                HttpResponse<String> response = live.send("POST", path, FORM, form);
                assertEquals(400, response.statusCode(), unclear + ": " + response.body());
                SparqlProtocolTest.assertPlain(response);
            }
        }
        for (String asked : List.of("dry-run=true", "dry-run", "dry-run=true&dry-run=true")) {
            assertEquals(200, live.send("POST", path, FORM, UPDATE + "&" + asked).statusCode(), asked);
        }
        assertEquals(before, live.content());
    }

    /** What the address said was heard, and what the form said was not. */
    @ParameterizedTest
    @CsvSource({"dry-run=false, dry-run=true", "dry-run=true, dry-run=false", "dry-run=false, dry-run=maybe",
            "dry-run=true, dry_run=true", "dry_run=true, dry-run=true"})
    void theAddressAndTheFormMustSayTheSame(String address, String form) {
        LiveStore.Content before = live.content();
        assertEquals(400, live.send("POST", "/secretome/update?" + address, FORM, UPDATE + "&" + form).statusCode());
        assertEquals(400, live.send("POST", "/secretome?" + address, FORM, UPDATE + "&" + form).statusCode());
        assertEquals(before, live.content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/secretome/upload", "/secretome/data?graph=http://e/g", "/secretome/data", "/secretome"})
    void aFormOfFilesHasNoParameters(String path) {
        LiveStore.Content before = live.content();
        for (String name : List.of("dry-run", "dry_run", "dryRun")) {
            for (String part : List.of("name=\"" + name + "\"\r\n\r\ntrue", "name=\"" + name
                    + "\"; filename=\"a.ttl\"\r\n\r\n<http://e/a> <http://e/b> <http://e/c> .")) {
                String field = "--cut\r\nContent-Disposition: form-data; " + part + "\r\n";
                for (String form : List.of(field + FILE, FILE + field)) {
                    HttpResponse<String> response =
                            live.send("POST", path, "multipart/form-data; boundary=cut", form + "--cut--\r\n");
                    assertEquals(400, response.statusCode(), response.body());
                    assertTrue(response.body().contains("in the address"), response.body());
                }
            }
        }
        assertEquals(before, live.content());
    }

    /** Bodies that nobody looks at: what they ask for was not heard either. */
    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"DELETE | /secretome/data?graph=http://example.org/first | application/x-www-form-urlencoded",
                    "DELETE | /secretome/data?default | text/plain",
                    "PATCH | /secretome/update?UPDATE | application/x-www-form-urlencoded",
                    "POST | /secretome/update?UPDATE | text/plain",
                    "POST | /secretome/update?UPDATE | application/sparql-update",
                    "POST | /secretome/patch | application/x-www-form-urlencoded",
                    "PUT | /secretome/data | application/x-www-form-urlencoded",
                    "POST | /secretome/upload | application/x-www-form-urlencoded",
                    "POST | /secretome/data?default | application/x-www-form-urlencoded"})
    void aBodyThatIsNotReadIsRefused(String method, String path, String type) {
        LiveStore.Content before = live.content();
        HttpResponse<String> response = live.send(method, path.replace("UPDATE", UPDATE), type, "dry-run=true");
        assertTrue(response.statusCode() == 400 || response.statusCode() == 415,
                response.statusCode() + response.body());
        SparqlProtocolTest.assertPlain(response);
        assertEquals(before, live.content());
    }

    /** curl sends a form unless it is told otherwise: it was read as one, and an empty patch was made. */
    @Test
    void aPatchInTheGuiseOfAFormIsNotAnEmptyOne() {
        HttpResponse<String> response =
                live.send("POST", "/secretome/patch", FORM, "A <http://e/a> <http://e/b> <http://e/c> .");
        assertEquals(415, response.statusCode(), response.body());
    }

    @ParameterizedTest
    @CsvSource({"/secretome/update, using-graph-url=http://e/g, using-graph-uri",
            "/secretome/update, using-graph=http://e/g, using-graph-uri", "/secretome/update, graph=http://e/g, ''",
            "/secretome/update, using_named_graph_uri=http://e/g, using-named-graph-uri",
            "/secretome/data, graf=http://e/g, graph", "/secretome/data, Graph=http://e/g, graph",
            "/secretome/upload, dry-rum=true, dry-run", "/secretome/patch, dry_run=true, dry-run"})
    void anUnknownParameterOfAWriteIsRefusedAndTheNearestNamed(String path, String parameter, String meant) {
        LiveStore.Content before = live.content();
        String type =
                path.endsWith("update") ? "application/sparql-update" : path.endsWith("patch") ? "application/rdf-patch"
                        : "application/n-quads";
        HttpResponse<String> response = live.send("POST", path + "?" + parameter, type, "");
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(response.body().contains(meant.isEmpty() ? "here." : "did you mean '" + meant + "'?"),
                response.body());
        assertEquals(before, live.content());
    }

    @Test
    void aParameterWithOneValueIsGivenOnce() {
        assertEquals(400, live.send("PUT", "/secretome/data?graph=http://e/a&graph=http://e/b", "text/turtle", TURTLE)
                .statusCode());
        String using = "?using-graph-uri=http://e/a&using-graph-uri=http://e/b&dry-run=true";
        assertEquals(200, live.send("POST", "/secretome/update" + using, "application/sparql-update",
                "INSERT { <http://e/a> <http://e/b> ?o } WHERE { ?s ?p ?o }").statusCode());
    }

    /** They were ignored: another graph was asked, or the server's own time limit held. */
    @ParameterizedTest
    @CsvSource({"default-graph-url=http://e/g, default-graph-uri", "default-graph=http://e/g, default-graph-uri",
            "named_graph_uri=http://e/g, named-graph-uri", "time-out=1, timeout", "TIMEOUT=1, timeout"})
    void aQueryWithAMisspeltParameterIsRefused(String parameter, String meant) {
        String query = "query=" + encoded("SELECT * { ?s ?p ?o }");
        for (String path : List.of("/secretome/sparql", "/secretome/query", "/secretome")) {
            HttpResponse<String> response = live.http().get(path + "?" + query + "&" + parameter);
            assertEquals(400, response.statusCode(), response.body());
            assertTrue(response.body().contains("did you mean '" + meant + "'?"), response.body());
            assertEquals(400, live.http().post(path, FORM, query + "&" + parameter).statusCode());
        }
    }

    /** Their authors know why they send them: the answer is the same. */
    @ParameterizedTest
    @ValueSource(strings = {"output=json", "format=json", "results=json", "infer=true", "queryLn=SPARQL", "queryId=7",
            "reasoning=false",
            "debug=on", "should-sponge="})
    void aQueryMayHaveParametersOfItsClient(String parameter) {
        assertEquals(200,
                live.http().get("/secretome/sparql?query=" + encoded("SELECT * { ?s ?p ?o }") + "&" + parameter)
                        .statusCode());
    }

    /**
     * Fuseki wrote them into the answer: a callback made JSON a script of this origin, and a style sheet, which was not
     * escaped and could be on another host, made XML a page.
     */
    @ParameterizedTest
    @ValueSource(strings = {"callback=alert(1)//", "callback=f",
            "stylesheet=%22?%3E%3Cscript%20xmlns=%22http://www.w3.org/1999/xhtml%22%3Ealert(1)%3C/script%3E",
            "stylesheet=https://elsewhere.example/s.xsl"})
    void noAnswerHoldsAScriptOrAStyleSheetOfTheRequest(String parameter) {
        for (String query : List.of("SELECT * { ?s ?p ?o } LIMIT 1", "ASK {}",
                "JSON { \"s\": ?s } WHERE { ?s ?p ?o }")) {
            for (String path : List.of("/secretome/sparql", "/secretome/query", "/secretome")) {
                for (String output : List.of("json", "xml")) {
                    String form = "query=" + encoded(query) + "&output=" + output + "&" + parameter;
                    assertRefusesActiveContent(live.http().get(path + "?" + form));
                    assertRefusesActiveContent(live.http().post(path, FORM, form));
                    assertRefusesActiveContent(live.send("POST", path + "?output=" + output + "&" + parameter,
                            "application/sparql-query", query));
                }
            }
        }
    }

    private static void assertRefusesActiveContent(HttpResponse<String> response) {
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
        assertTrue(response.body().contains("is not supported"), response.body());
        assertFalse(response.body().contains("alert") || response.body().contains("elsewhere"), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"graf=http://e/g", "targt=http://e/a", "dry-run=true"})
    void shapesAreHeldAgainstWhatWasMeantOrNothing(String parameter) {
        assertEquals(parameter.startsWith("dry") ? 200 : 400,
                live.send("POST", "/secretome/shacl?graph=default&" + parameter, "text/turtle", "")
                        .statusCode());
    }
}
