package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.encoded;
import static org.secretomegraph.server.WriteUsers.GOOD;
import static org.secretomegraph.server.WriteUsers.GRAPH;
import static org.secretomegraph.server.WriteUsers.ODD;
import static org.secretomegraph.server.WriteUsers.P;
import static org.secretomegraph.server.WriteUsers.assertRefused;
import static org.secretomegraph.server.WriteUsers.isThere;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ValidationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of single writes: patches, graphs that come and go, forms, doors that stay closed, requests nobody can
 * be sure of.
 */
@ParameterizedClass
@ValueSource(strings = {"memory", "tdb2"})
class WriteAnswersTest {
    private static LiveStore live;
    private static int number;

    @Parameter
    String kind;

    @BeforeParameterizedClassInvocation
    static void start(String kind, @TempDir Path folder) {
        live = LiveStore.start(LiveStore.filled(kind, folder));
        assertEquals(201,
                live.send("PUT", "/secretome/data" + GRAPH, "text/turtle", P + ":first :is :here .").statusCode());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        live.close();
    }

    private static String next() {
        return "human" + ++number;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH /secretome", "POST /secretome", "PATCH /secretome/patch", "POST /secretome/patch"})
    void takesPatches(String road) {
        String method = road.split(" ")[0];
        String path = road.split(" ")[1];
        String human = next();
        String begin = "TX .\nPA \"p\" \"http://example.org/p\" .\nA <http://example.org/" + human + "> ";
        String type = begin + "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/Human> .\n";
        String name = "A <http://example.org/" + human + "> <http://example.org/called> \"A\" .\n";
        LiveStore.Content before = live.content();
        assertRefused(patch(method, path, type + "TC .\n"), human, before, live);
        assertRefused(patch(method, path + "?dry-run=true", type + "TC .\n"), human, before, live);
        assertEquals(200, patch(method, path + "?dry-run=true", type + name + "TC .\n").statusCode());
        HttpResponse<String> malformed = patch(method, path, type + "A nonsense\nTC .\n");
        assertEquals(400, malformed.statusCode());
        assertTrue(malformed.body().startsWith("Parse error at line 4, column "), malformed.body());
        assertEquals(400, patch(method, path, type + name).statusCode(), "its end is missing");
        assertEquals(400, patch(method, path, type + name + "TA .\n").statusCode(), "it is aborted");
        assertEquals(before, live.content());
        HttpResponse<String> good = patch(method, path, type + name + "TC .\n");
        assertEquals(200, good.statusCode(), good.body());
        assertEquals("", good.body());
        assertTrue(isThere(human, live));
        assertEquals("http://example.org/p", live.content().prefixes().get("p"));
    }

    private static HttpResponse<String> patch(String method, String path, String body) {
        return live.send(method, path, "application/rdf-patch", body);
    }

    @Test
    void createsReplacesAndDeletesAGraphWithTheStatusesOfFuseki() {
        String path = "/secretome/data?graph=" + encoded("http://example.org/new");
        assertEquals(404, live.http().method("DELETE", path).statusCode());
        assertEquals(201, live.send("POST", path, "text/turtle", P + ":a :b :c .").statusCode());
        assertEquals(200, live.send("POST", path, "text/turtle", P + ":a :b :d .").statusCode());
        assertEquals(2, triples(path));
        assertEquals(200, live.send("PUT", path, "text/turtle", P + ":a :b :e .").statusCode());
        assertEquals(1, triples(path));
        assertEquals(200, live.http().method("DELETE", path + "&dry-run=true").statusCode());
        assertEquals(404, live.http().method("DELETE", path + "x&dry-run=true").statusCode());
        assertEquals(1, triples(path));
        assertEquals(204, live.http().method("DELETE", path).statusCode());
        assertEquals(404, live.http().get(path).statusCode());
        assertEquals(405, live.http().method("DELETE", "/secretome/data").statusCode());
    }

    private static int triples(String path) {
        return RDFParser.fromString(live.http().get(path, "Accept", "text/turtle").body(), Lang.TTL).toGraph().size();
    }

    @Test
    void refusesADeletionThatLeavesSomethingWrong() {
        String graph = "/secretome/data?graph=" + encoded("http://example.org/names");
        String human = next();
        assertEquals(204,
                live.send("POST", "/secretome/update", "application/sparql-update", P + "INSERT DATA { :" + human
                        + " a :Human . GRAPH :names { :" + human + " :called 'A' } }").statusCode());
        LiveStore.Content before = live.content();
        assertRefused(live.http().method("DELETE", graph), human, before, live);
        assertRefused(live.send("PUT", graph, "text/turtle", P + ":a :b :c ."), human, before, live);
        for (String update : List.of("CLEAR GRAPH :names", "DROP GRAPH :names",
                "DELETE WHERE { :" + human + " :called ?n }")) {
            assertRefused(live.send("POST", "/secretome/update", "application/sparql-update", P + update), human,
                    before, live);
        }
    }

    @Test
    void aFormIsAnsweredAsAPage() {
        String human = next();
        String update = "update=" + encoded(P + "INSERT DATA { " + ODD.formatted(human) + " }");
        String form = "application/x-www-form-urlencoded";
        LiveStore.Content before = live.content();
        assertEquals(200, live.send("POST", "/secretome/update", form, update + "&dry-run=true").statusCode());
        assertEquals(200, live.send("POST", "/secretome?dry-run=true", form, update).statusCode());
        assertEquals(422, live.send("POST", "/secretome/update", form, update.replace("called", "x")).statusCode());
        assertEquals(before, live.content());
        HttpResponse<String> json = live.send("POST", "/secretome/update", form, update, "Accept", "application/json");
        assertEquals(200, json.statusCode());
        assertEquals(1, JSON.parse(json.body()).get("warnings").getAsArray().size());
        HttpResponse<String> page = live.send("POST", "/secretome", form, update.replace(human, next()));
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Update succeeded"));
    }

    @Test
    void tellsFindingsInTheFormatThatIsAskedFor() {
        String update = P + "INSERT DATA { :" + next() + " a :Human }";
        String type = "application/sparql-update";
        HttpResponse<String> turtle = live.send("POST", "/secretome/update", type, update, "Accept", "text/turtle");
        assertEquals(422, turtle.statusCode());
        assertEquals("text/turtle", LiveServer.type(turtle));
        ValidationReport report = ValidationReport.fromGraph(RDFParser.fromString(turtle.body(), Lang.TTL).toGraph());
        assertEquals(1, report.getEntries().size());
        HttpResponse<String> text = live.send("POST", "/secretome/update", type, update, "Accept", "text/plain");
        assertEquals(422, text.statusCode());
        assertTrue(text.body().startsWith("refused: 1 finding; nothing was changed\n"), text.body());
        assertTrue(text.body().contains("Give a name."), text.body());
        HttpResponse<String> any = live.send("POST", "/secretome/update", type, update, "Accept", "image/png");
        assertEquals("application/json", LiveServer.type(any));
    }

    @Test
    void keepsTheDoorsOfTheQueryLanguageClosed() {
        LiveStore.Content before = live.content();
        String type = "application/sparql-update";
        for (String update : List.of("LOAD <file:///etc/passwd>", "LOAD SILENT <http://localhost:1/x> INTO GRAPH :g",
                "INSERT { :a :b ?o } WHERE { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
                "INSERT { :a :b ?o } WHERE { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } }",
                "INSERT { :a :b ?x } WHERE { BIND(<java:org.secretomegraph.server.JavaFunctionTrap>() AS ?x) }",
                "INSERT DATA { :a :b :c } ; DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER <java:a.B>(?o) }")) {
            HttpResponse<String> response = live.send("POST", "/secretome/update", type, P + update);
            assertEquals(400, response.statusCode(), update);
            SparqlProtocolTest.assertPlain(response);
        }
        assertEquals(before, live.content());
        String words = "\\\"\\n SERVICE <java:x> ".repeat(3000);
        assertEquals(204, live.send("POST", "/secretome/update", type, P + "INSERT { :words :are \"" + words
                + "\" } WHERE {}").statusCode());
        assertEquals(204,
                live.send("POST", "/secretome/update", type, P + "INSERT DATA { :words :go <java:x> }").statusCode());
    }

    @Test
    void whatIsReadCanBeSentBack() {
        LiveStore.Content before = live.content();
        for (String type : List.of("application/trig", "application/n-quads")) {
            HttpResponse<String> all = live.http().get("/secretome/data", "Accept", type);
            assertEquals(200, live.send("PUT", "/secretome/data", type, all.body()).statusCode());
            assertEquals(before.quads().size(), live.content().quads().size(), type);
        }
    }

    @Test
    void refusesRequestsThatNobodyCanBeSureOf() {
        LiveStore.Content before = live.content();
        String ttl = "text/turtle";
        List<HttpResponse<String>> bad = new ArrayList<>();
        bad.add(live.send("PUT", "/secretome/data?graph=relative", ttl, ""));
        bad.add(live.send("PUT", "/secretome/data?graph=" + encoded("http://example.org/a b"), ttl, ""));
        bad.add(live.send("PUT", "/secretome/data?graph=union", ttl, ""));
        bad.add(live.send("PUT", "/secretome/data?default&graph=http://example.org/g", ttl, ""));
        bad.add(live.send("PUT", "/secretome/data" + GRAPH, "application/trig", P + ":g { :a :b :c }"));
        bad.add(live.send("POST", "/secretome/upload", "multipart/form-data; boundary=cut",
                "--cut\r\nContent-Disposition:"
                        + " form-data; name=\"f\"\r\n\r\n:a :b :c .\r\n--cut--\r\n"));
        bad.add(live.send("POST", "/secretome/update", "application/sparql-update", P + "COPY :nowhere TO :g"));
        bad.add(live.send("POST", "/secretome/upload" + GRAPH, ttl, P + ":a :b :c ."));
        bad.forEach(response -> assertEquals(400, response.statusCode(), response.body()));
        assertEquals(415, live.send("PUT", "/secretome/data" + GRAPH, "text/html", "<p>").statusCode());
        assertEquals(415, live.send("POST", "/secretome/update", ttl, P).statusCode());
        assertEquals(415, live.send("PUT", "/secretome/data" + GRAPH, ttl, P, "Content-Encoding", "br").statusCode());
        assertEquals(405, live.http().get("/secretome/upload").statusCode());
        String remote = "{\"@context\": \"http://localhost:1/context\", \"@id\": \"http://example.org/x\", \"p\": 1}";
        assertEquals(400, live.send("PUT", "/secretome/data" + GRAPH, "application/ld+json", remote).statusCode());
        HttpResponse<String> longest = live.send("PUT", "/secretome/data" + GRAPH, ttl, "#".repeat((4 << 20) + 1));
        assertEquals(413, longest.statusCode());
        assertEquals(before, live.content());
    }

    /**
     * A patch can hold more than RDF, and names that nobody can write. They were stored, with 200, and a dump of that
     * store
     * could not be read again.
     */
    @ParameterizedTest
    @ValueSource(strings = {"A \"x\" <http://e/p> <http://e/o> .", "A <http://e/s> \"p\" <http://e/o> .",
            "A <http://e/s> _:p <http://e/o> .", "A <http://e/s> <http://e/p> <http://e/o> \"g\" .",
            "A <relative> <http://e/p> <http://e/o> .", "A <http://e/s> <http://e/p> <http://e/a\\u0020b> ."})
    void storesNothingThatCannotBeWrittenAndReadAgain(String statement) {
        LiveStore.Content before = live.content();
        HttpResponse<String> response =
                patch("PATCH", "/secretome/patch", "TX .\nA <http://e/s> <http://e/p> 1 .\n" + statement
                        + "\nTC .\n");
        assertEquals(400, response.statusCode(), response.body());
        SparqlProtocolTest.assertPlain(response);
        assertEquals(before, live.content());
    }

    @Test
    void refusesAWriteToADerivedGraph() {
        LiveStore.Content before = live.content();
        HttpResponse<String> response = live.send("PUT", "/secretome/data?graph=https://w3id.org/scso/graph/links",
                "text/turtle", P + ":a :b :c .");
        assertEquals(422, response.statusCode());
        assertEquals(before, live.content());
    }

    @Test
    void pagesShowWhatIsThereNow() {
        String human = next();
        String triples = live.http().get("/health").body();
        assertEquals(200, live.http().get("/").statusCode());
        assertEquals(404, live.http().get("/about?iri=http://example.org/" + human).statusCode());
        assertEquals(204, live.send("POST", "/secretome/update", "application/sparql-update", P + "INSERT DATA { "
                + GOOD.formatted(human) + " }").statusCode());
        assertEquals(200, live.http().get("/about?iri=http://example.org/" + human).statusCode());
        assertNotEquals(triples.replaceAll(", \"milli.*", ""),
                live.http().get("/health").body().replaceAll(", \"milli.*", ""));
        assertEquals(200, live.http().get("/questions/what-promotes").statusCode());
        assertEquals(200, live.http().get("/secretome/sparql").statusCode());
        HttpResponse<String> shacl = live.send("POST", "/secretome/shacl?graph=default", "text/turtle",
                "PREFIX sh: <http://www.w3.org/ns/shacl#> " + P
                        + ":S a sh:NodeShape ; sh:targetClass :Human ; sh:property"
                        + " [ sh:path :called ; sh:minCount 2 ] .");
        assertEquals(200, shacl.statusCode());
        assertTrue(shacl.body().contains(human), "the new node is judged");
    }
}
