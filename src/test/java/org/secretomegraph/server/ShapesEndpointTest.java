package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ValidationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Validation of the data against posted shapes, as a stock Fuseki does it. */
class ShapesEndpointTest {
    private static final String PREFIXES = "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX ex: <http://example.org/>"
            + " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n";
    private static final String LABELLED = PREFIXES + "ex:shape a sh:NodeShape ; sh:targetSubjectsOf ex:promotes ;"
            + " sh:property [ sh:path rdfs:label ; sh:minCount 1 ] .";
    private static final String NUMBERED = PREFIXES + "ex:shape a sh:NodeShape ; sh:targetSubjectsOf ex:promotes ;"
            + " sh:property [ sh:path ex:number ; sh:minCount 1 ] .";
    @RegisterExtension
    static final LiveServer live = LiveServer.start();

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples"})
    void reportsInTheSyntaxThatIsAskedFor(String accept) {
        HttpResponse<String> response =
                live.post("/secretome/shacl?graph=default", "text/turtle", NUMBERED, "Accept", accept);
        assertEquals(200, response.statusCode());
        assertEquals(accept, LiveServer.type(response));
        assertEquals(3, report(response).getEntries().size());
    }

    /** Turtle was sent to one who takes anything else. */
    @Test
    void reportsInNoSyntaxThatIsRefused() {
        HttpResponse<String> response = live.post("/secretome/shacl?graph=default", "text/turtle", NUMBERED, "Accept",
                "text/turtle;q=0, */*");
        assertEquals("application/n-triples", LiveServer.type(response));
    }

    /**
     * A replacement character stood for each letter that could not be read, and nothing was found where something is
     * wrong.
     */
    @Test
    void refusesShapesThatAreNotUtf8() {
        HttpResponse<String> response =
                live.send(live.request("/secretome/shacl?graph=default").header("Content-Type", "text/turtle")
                        .POST(HttpRequest.BodyPublishers
                                .ofByteArray((NUMBERED + "# caf\u00e9").getBytes(StandardCharsets.ISO_8859_1))));
        assertEquals(400, response.statusCode());
        assertTrue(response.body().startsWith("Parse error at line 2, column "), response.body());
    }

    @Test
    void findsNothingInGoodData() {
        assertTrue(report(live.post("/secretome/shacl?graph=default", "text/turtle", LABELLED)).conforms());
    }

    @Test
    void looksAtTheGraphThatIsNamed() {
        assertEquals(1, report(live.post("/secretome/shacl?graph=http://example.org/second", "text/turtle", NUMBERED))
                .getEntries().size());
        assertEquals(3, report(live.post("/secretome/shacl?graph=union", "text/turtle", NUMBERED)).getEntries().size());
        assertEquals(3, report(live.post("/secretome/shacl?default", "text/turtle", NUMBERED)).getEntries().size());
        assertEquals(404,
                live.post("/secretome/shacl?graph=http://example.org/none", "text/turtle", NUMBERED).statusCode());
    }

    @Test
    void looksAtOneNodeWhenToldTo() {
        assertEquals(1, report(live.post("/secretome/shacl?graph=default&target=http://example.org/hgf", "text/turtle",
                NUMBERED)).getEntries().size());
    }

    @Test
    void runsQueriesInShapes() {
        String shapes = PREFIXES + "ex:shape a sh:NodeShape ; sh:targetSubjectsOf ex:promotes ; sh:sparql [ sh:select"
                + " \"SELECT $this ?value { $this <http://example.org/promotes> ?value }\" ] .";
        assertEquals(3, report(live.post("/secretome/shacl?graph=default", "text/turtle", shapes)).getEntries().size());
    }

    @Test
    void readsJsonLdWithItsOwnContext() {
        String shapes =
                "{\"@context\": {\"sh\": \"http://www.w3.org/ns/shacl#\"}, \"@id\": \"http://example.org/shape\","
                        + " \"@type\": \"sh:NodeShape\", \"sh:targetSubjectsOf\": {\"@id\": \"http://example.org/promotes\"},"
                        + " \"sh:property\": {\"sh:path\": {\"@id\": \"http://example.org/number\"}, \"sh:minCount\": 1}}";
        assertEquals(3,
                report(live.post("/secretome/shacl?graph=default", "application/ld+json", shapes)).getEntries().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"this is not Turtle", "<http://example.org/s> <http://example.org/p> ", PREFIXES
            + "ex:shape a sh:NodeShape ; sh:targetSubjectsOf ex:promotes ; sh:sparql [ sh:select \"SELECT nonsense\" ] .",
            PREFIXES + "ex:shape a sh:NodeShape ; sh:property [ sh:minCount 1 ] .",
            PREFIXES + "ex:shape a sh:NodeShape ; sh:targetSubjectsOf ex:promotes ; sh:uniqueMembers true .",
            PREFIXES + "ex:shape a sh:NodeShape ; sh:targetSubjectsOf ex:promotes ; sh:sparql [ sh:select"
                    + " \"SELECT $this { $this <http://jena.apache.org/text#query> 'hgf' }\" ] ."})
    void tellsWhatIsWrongWithShapesInOneLine(String shapes) {
        HttpResponse<String> response = live.post("/secretome/shacl?graph=default", "text/turtle", shapes);
        assertEquals(400, response.statusCode(), response.body());
        SparqlProtocolTest.assertPlain(response);
    }

    @Test
    void refusesOtherMethods() {
        assertEquals(405, live.get("/secretome/shacl").statusCode());
        assertEquals(405, live.method("DELETE", "/secretome/shacl").statusCode());
    }

    private static ValidationReport report(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        Graph graph = RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(LiveServer.type(response)))
                .toGraph();
        return ValidationReport.fromGraph(graph);
    }
}
