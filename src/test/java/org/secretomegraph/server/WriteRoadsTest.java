package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.encoded;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every road on which a write can come, and what becomes of it: stored, refused, only asked about, or not understood. */
@ParameterizedClass
@ValueSource(strings = {"memory", "tdb2"})
class WriteRoadsTest {
    private static final String GRAPH = "?graph=" + encoded("http://example.org/people");
    private static final String P = "PREFIX : <http://example.org/> ";
    private static final String GOOD = ":%s a :Human ; :called 'A' .";
    private static final String ODD = ":%s a :Human ; :called 'A' ; :years 1, 2 .";
    private static final String BAD = ":%s a :Human .";
    private static LiveStore live;
    private static int number;

    /** A way of writing; the body is made from statements in Turtle. */
    record Road(String name, String method, String path, String type, String before, String after, int status) {
        String body(String statements) {
            return before + statements + after;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Road> roads() {
        String update = "application/sparql-update";
        String form = "--cut\r\nContent-Disposition: form-data; name=\"f\"; filename=\"people.ttl\"\r\n\r\n" + P;
        return Stream.of(
                new Road("update", "POST", "/secretome/update", update, P + "INSERT DATA { ", " }", 204),
                new Road("update, stock path", "POST", "/secretome", update, P + "INSERT DATA { GRAPH :g { ", " } }", 204),
                new Road("update by PATCH", "PATCH", "/secretome/update", update, P + "INSERT DATA { ", " }", 204),
                new Road("update where", "POST", "/secretome/update", update, P + "INSERT { ", " } WHERE {}", 204),
                new Road("put", "PUT", "/secretome/data" + GRAPH, "text/turtle", P, "", 200),
                new Road("put default", "PUT", "/secretome/data?default", "text/turtle", P, "", 200),
                new Road("put, stock path", "PUT", "/secretome" + GRAPH, "text/turtle", P, "", 200),
                new Road("post", "POST", "/secretome/data" + GRAPH, "text/turtle", P, "", 200),
                new Road("post default", "POST", "/secretome/data?default", "text/turtle", P, "", 200),
                new Road("post, stock path", "POST", "/secretome?default", "text/turtle", P, "", 200),
                new Road("put quads", "PUT", "/secretome/data", "application/trig", P + ":people { ", " }", 200),
                new Road("post quads", "POST", "/secretome/data", "application/trig", P + ":people { ", " }", 200),
                new Road("post quads, stock path", "POST", "/secretome", "application/trig", P + ":g { ", " }", 200),
                new Road("upload", "POST", "/secretome/upload", "multipart/form-data; boundary=cut", form, "\r\n--cut--\r\n",
                        200),
                new Road("upload of a body", "POST", "/secretome/upload", "text/turtle", P, "", 200));
    }

    @Parameter
    String kind;

    @BeforeParameterizedClassInvocation
    static void start(String kind, @TempDir Path folder) {
        live = LiveStore.start(kind.equals("memory") ? LiveStore.filled() : LiveStore.filled(folder.resolve("store")));
        assertEquals(201, live.send("PUT", "/secretome/data" + GRAPH, "text/turtle", P + ":first :is :here .").statusCode());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        live.close();
    }

    private static String next() {
        return "human" + ++number;
    }

    private static boolean isThere(String name) {
        return live.http().ask(P + "ASK { :" + name + " a :Human }", "Accept", "text/csv").body().contains("true");
    }

    private static HttpResponse<String> send(Road road, String query, String body, String... headers) {
        String path = query.isEmpty() ? road.path : road.path + (road.path.contains("?") ? "&" : "?") + query;
        return live.send(road.method, path, road.type, body, headers);
    }

    private static String warnings(HttpResponse<String> response) {
        return response.headers().firstValue("Secretome-Warnings").orElse("none");
    }

    @ParameterizedTest
    @MethodSource("roads")
    void storesWhatIsRight(Road road) {
        String human = next();
        HttpResponse<String> response = send(road, "", road.body(GOOD.formatted(human)));
        assertEquals(road.status, response.statusCode(), response.body());
        assertEquals("0", warnings(response));
        assertTrue(isThere(human));
        if (road.status == 200) {
            JsonObject counts = JSON.parse(response.body());
            assertEquals(2, counts.get("count").getAsNumber().value().intValue(), response.body());
            assertTrue(!counts.hasKey("warnings"));
        } else {
            assertEquals("", response.body());
        }
    }

    @ParameterizedTest
    @MethodSource("roads")
    void storesWhatIsOddAndSaysSo(Road road) {
        String human = next();
        HttpResponse<String> response = send(road, "", road.body(ODD.formatted(human)));
        assertEquals(road.status, response.statusCode(), response.body());
        assertEquals("1", warnings(response));
        assertTrue(isThere(human));
        if (road.status == 200) {
            JsonObject warning = JSON.parse(response.body()).get("warnings").getAsArray().get(0).getAsObject();
            assertEquals("warning", warning.getString("severity"));
            assertEquals("http://example.org/" + human, warning.getString("focus"));
        }
    }

    @ParameterizedTest
    @MethodSource("roads")
    void refusesWhatIsWrongAndChangesNothing(Road road) {
        String human = next();
        LiveStore.Content before = live.content();
        HttpResponse<String> response = send(road, "", road.body(BAD.formatted(human)));
        assertRefused(response, human, before);
    }

    private static void assertRefused(HttpResponse<String> response, String human, LiveStore.Content before) {
        assertEquals(422, response.statusCode(), response.body());
        assertEquals("application/json", LiveServer.type(response));
        JsonObject said = JSON.parse(response.body());
        assertEquals(1, said.get("findings").getAsArray().size(), response.body());
        assertEquals("http://example.org/" + human, said.get("findings").getAsArray().get(0).getAsObject().getString("focus"));
        assertTrue(!said.getBoolean("accepted") && !said.getBoolean("stored") && !said.getBoolean("conforms"));
        assertEquals(before, live.content());
    }

    @ParameterizedTest
    @MethodSource("roads")
    void answersADryRunAndChangesNothing(Road road) {
        String human = next();
        LiveStore.Content before = live.content();
        HttpResponse<String> good = send(road, "dry-run=true", road.body(ODD.formatted(human)));
        assertEquals(200, good.statusCode(), good.body());
        JsonObject said = JSON.parse(good.body());
        assertTrue(said.getBoolean("accepted") && !said.getBoolean("stored"));
        assertEquals(4, said.get("added").getAsNumber().value().intValue());
        assertEquals(1, said.get("findings").getAsArray().size());
        assertEquals(before, live.content());
        assertRefused(send(road, "dry-run=true", road.body(BAD.formatted(human))), human, before);
        for (String unclear : List.of("dry-run=yes", "dryrun=true", "dry_run=true")) {
            assertEquals(400, send(road, unclear, road.body(GOOD.formatted(human))).statusCode(), unclear);
        }
        assertEquals(before, live.content());
    }

    @ParameterizedTest
    @MethodSource("roads")
    void tellsWhereWhatItCannotReadIsWrong(Road road) {
        LiveStore.Content before = live.content();
        HttpResponse<String> response = send(road, "", road.body(GOOD.formatted(next()) + "\n  :broken :of .\n"));
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(response.body().matches("(?s)Parse error( in people.ttl)? at line 2, column \\d+: .*"), response.body());
        SparqlProtocolTest.assertPlain(response);
        assertEquals(before, live.content());
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
        assertRefused(patch(method, path, type + "TC .\n"), human, before);
        assertRefused(patch(method, path + "?dry-run=true", type + "TC .\n"), human, before);
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
        assertTrue(isThere(human));
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
        assertEquals(204, live.send("POST", "/secretome/update", "application/sparql-update", P + "INSERT DATA { :" + human
                + " a :Human . GRAPH :names { :" + human + " :called 'A' } }").statusCode());
        LiveStore.Content before = live.content();
        assertRefused(live.http().method("DELETE", graph), human, before);
        assertRefused(live.send("PUT", graph, "text/turtle", P + ":a :b :c ."), human, before);
        for (String update : List.of("CLEAR GRAPH :names", "DROP GRAPH :names", "DELETE WHERE { :" + human + " :called ?n }")) {
            assertRefused(live.send("POST", "/secretome/update", "application/sparql-update", P + update), human, before);
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
                "INSERT { :a :b ?x } WHERE { BIND(<java:org.secretomegraph.server.Trap>() AS ?x) }",
                "INSERT DATA { :a :b :c } ; DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER <java:a.B>(?o) }")) {
            HttpResponse<String> response = live.send("POST", "/secretome/update", type, P + update);
            assertEquals(400, response.statusCode(), update);
            SparqlProtocolTest.assertPlain(response);
        }
        assertEquals(before, live.content());
        String words = "\\\"\\n SERVICE <java:x> ".repeat(3000);
        assertEquals(204, live.send("POST", "/secretome/update", type, P + "INSERT { :words :are \"" + words
                + "\" } WHERE {}").statusCode());
        assertEquals(204, live.send("POST", "/secretome/update", type, P + "INSERT DATA { :words :go <java:x> }").statusCode());
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
        bad.add(live.send("POST", "/secretome/upload", "multipart/form-data; boundary=cut", "--cut\r\nContent-Disposition:"
                + " form-data; name=\"f\"\r\n\r\n:a :b :c .\r\n--cut--\r\n"));
        bad.add(live.send("POST", "/secretome/update", "application/sparql-update", P + "COPY :nowhere TO :g"));
        bad.forEach(response -> assertEquals(400, response.statusCode(), response.body()));
        assertEquals(415, live.send("PUT", "/secretome/data" + GRAPH, "text/html", "<p>").statusCode());
        assertEquals(415, live.send("POST", "/secretome/update", ttl, P).statusCode());
        assertEquals(405, live.http().get("/secretome/upload").statusCode());
        String remote = "{\"@context\": \"http://localhost:1/context\", \"@id\": \"http://example.org/x\", \"p\": 1}";
        assertEquals(400, live.send("PUT", "/secretome/data" + GRAPH, "application/ld+json", remote).statusCode());
        HttpResponse<String> longest = live.send("PUT", "/secretome/data" + GRAPH, ttl, "#".repeat((4 << 20) + 1));
        assertEquals(413, longest.statusCode());
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
        assertNotEquals(triples.replaceAll(", \"milli.*", ""), live.http().get("/health").body().replaceAll(", \"milli.*", ""));
        assertEquals(200, live.http().get("/questions/what-promotes").statusCode());
        assertEquals(200, live.http().get("/secretome/sparql").statusCode());
        HttpResponse<String> shacl = live.send("POST", "/secretome/shacl?graph=default", "text/turtle",
                "PREFIX sh: <http://www.w3.org/ns/shacl#> " + P + ":S a sh:NodeShape ; sh:targetClass :Human ; sh:property"
                + " [ sh:path :called ; sh:minCount 2 ] .");
        assertEquals(200, shacl.statusCode());
        assertTrue(shacl.body().contains(human), "the new node is judged");
    }
}
