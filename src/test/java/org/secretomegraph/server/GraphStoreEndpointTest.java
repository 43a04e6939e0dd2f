package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.encoded;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SPARQL 1.1 Graph Store Protocol, the reading half, and that the writing half is refused and changes nothing. */
class GraphStoreEndpointTest {
    private static final String FIRST = "graph=" + encoded("http://example.org/first");
    private static final int ALL_TRIPLES = 40;
    @RegisterExtension
    static final LiveServer live = LiveServer.start();

    @ParameterizedTest
    @CsvSource({"/secretome/data, text/turtle", "/secretome/data, application/rdf+xml", "/secretome/get, text/turtle",
            "/secretome, text/turtle", "/secretome/data, application/ld+json",
            "/secretome/data, application/n-triples"})
    void givesTheDefaultGraphWhichIsTheUnion(String path, String accept) {
        HttpResponse<String> response = live.get(path + "?default", "Accept", accept);
        assertEquals(200, response.statusCode());
        assertEquals(accept, LiveServer.type(response));
        assertEquals(ALL_TRIPLES, graph(response).size());
    }

    @Test
    void givesANamedGraph() {
        assertEquals(8, graph(live.get("/secretome/data?" + FIRST, "Accept", "text/turtle")).size());
    }

    @Test
    void givesTheWholeDatasetAsQuads() {
        HttpResponse<String> response = live.get("/secretome/data", "Accept", "application/n-quads");
        Lang lang = RDFLanguages.contentTypeToLang(LiveServer.type(response));
        DatasetGraph dataset = RDFParser.fromString(response.body(), lang).toDatasetGraph();
        assertEquals(8, dataset.getGraph(NodeFactory.createURI("http://example.org/first")).size());
        assertEquals(200, live.get("/secretome").statusCode());
    }

    /** One graph has no names in it, so it is no TriG; it was once sent as RDF/XML to whoever asked for that. */
    @ParameterizedTest
    @ValueSource(strings = {"application/trig", "application/n-quads", "image/png", "text/turtle;q=0", "text/html",
            "application/trig, application/n-quads;q=0.5"})
    void refusesAFormThatAGraphDoesNotHave(String accept) {
        for (String graph : new String[] {FIRST, "default"}) {
            HttpResponse<String> response = live.get("/secretome/data?" + graph, "Accept", accept);
            assertEquals(406, response.statusCode(), response.body());
            SparqlProtocolTest.assertPlain(response);
            assertTrue(response.body().contains("text/turtle") && response.body().contains("TriG"), response.body());
            assertEquals(406, live.method("HEAD", "/secretome/data?" + graph, "Accept", accept).statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({"'application/trig, text/turtle;q=0.1', text/turtle", "'text/html, */*;q=0.1', text/turtle",
            "'application/n-quads, application/*;q=0.5', application/n-triples",
            "TEXT/Turtle;charset=utf-8, text/turtle",
            "'text/turtle;q=0, */*', application/n-triples"})
    void takesTheSecondBest(String accept, String given) {
        HttpResponse<String> response = live.get("/secretome/data?" + FIRST, "Accept", accept);
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(given, LiveServer.type(response));
    }

    @Test
    void answersHeadWithoutABody() {
        HttpResponse<String> response = live.method("HEAD", "/secretome/data?" + FIRST, "Accept", "text/turtle");
        assertEquals(200, response.statusCode());
        assertEquals("", response.body());
        assertEquals(404,
                live.method("HEAD", "/secretome/data?graph=" + encoded("http://example.org/none")).statusCode());
    }

    @Test
    void tellsThatAGraphDoesNotExist() {
        HttpResponse<String> response = live.get("/secretome/data?graph=" + encoded("http://example.org/none"));
        assertEquals(404, response.statusCode());
        assertEquals("No such graph: <http://example.org/none>\n", response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH"})
    void refusesToWrite(String method) {
        for (String path : new String[] {"/secretome/data?default", "/secretome/data?" + FIRST, "/secretome?default"}) {
            HttpResponse<String> response = live.send(live.request(path, "Content-Type", "text/turtle").method(method,
                    HttpRequest.BodyPublishers.ofString("<a:a> <a:b> <a:c> .")));
            assertEquals(405, response.statusCode(), path);
            SparqlProtocolTest.assertPlain(response);
        }
        assertEquals(ALL_TRIPLES, graph(live.get("/secretome/data?default", "Accept", "text/turtle")).size());
    }

    @Test
    void refusesUpdatesInEveryForm() {
        String update = "INSERT DATA { <a:a> <a:b> <a:c> }";
        for (String path : new String[] {"/secretome/update", "/secretome"}) {
            HttpResponse<String> posted = live.post(path, "application/sparql-update", update);
            HttpResponse<String> form =
                    live.post(path, "application/x-www-form-urlencoded", "update=" + encoded(update));
            assertEquals(403, posted.statusCode());
            assertEquals(403, form.statusCode());
            assertEquals("This server is read-only: it accepts no updates.\n", posted.body());
        }
        assertEquals(403, live.get("/secretome/update?update=" + encoded(update)).statusCode());
        assertTrue(live.post("/secretome/sparql", "application/sparql-update", update).statusCode() >= 400);
        assertTrue(live.post("/secretome/sparql", "application/sparql-query", update).statusCode() >= 400);
        assertEquals(ALL_TRIPLES, graph(live.get("/secretome/data?default", "Accept", "text/turtle")).size());
    }

    private static Graph graph(HttpResponse<String> response) {
        return RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(LiveServer.type(response)))
                .toGraph();
    }
}
