package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.graph.describe.VoidDescription;
import org.secretomegraph.vocab.Scso;

/**
 * The dataset as a whole: its root, its description, its dump, and that the description names nothing that is not
 * there.
 */
class DatasetAddressTest {
    private static final String NO_FORM = "image/png";
    @RegisterExtension
    static final LiveServer live = LiveServer.ofTheBundledGraph();

    @ParameterizedTest
    @CsvSource({"text/turtle, ttl", "application/ld+json, jsonld", "application/rdf+xml, rdf",
            "application/n-triples, nt",
            "'text/turtle, application/rdf+xml;q=0.9, text/html;q=0.8', ttl",
            "'application/ld+json, */*;q=0.1', jsonld"})
    void theRootLeadsWhoAsksForRdfToTheDescription(String accept, String suffix) {
        HttpResponse<String> response = live.get("/", "Accept", accept);
        assertEquals(303, response.statusCode());
        assertEquals("/graph/void." + suffix, header(response, "Location"));
        assertEquals("Accept", header(response, "Vary"));
        assertEquals(303, live.method("HEAD", "/", "Accept", accept).statusCode());
        assertEquals(200, live.get("/graph/void." + suffix).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "text/html", "text/*", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                    "text/turtle;q=0.5, text/html"})
    void theRootIsAPageForEverybodyElse(String accept) {
        HttpResponse<String> response = live.get("/", "Accept", accept);
        assertEquals(200, response.statusCode());
        assertEquals("text/html", LiveServer.type(response));
        assertEquals("Accept", header(response, "Vary"));
        assertEquals(200, live.get("/").statusCode());
    }

    @Test
    void theRootRefusesWhatItDoesNotHave() {
        HttpResponse<String> response = live.get("/", "Accept", NO_FORM);
        assertEquals(406, response.statusCode());
        assertTrue(response.body().contains("text/turtle") && response.body().contains("text/html"), response.body());
        try (LiveServer bare = LiveServer.start()) {
            assertEquals(406, bare.get("/", "Accept", "text/turtle").statusCode(), "that graph has no description");
            assertEquals(200, bare.get("/").statusCode());
        }
    }

    @Test
    void theDumpHoldsEveryQuad() throws Exception {
        HttpResponse<byte[]> response = dump();
        assertEquals(200, response.statusCode());
        assertEquals("application/gzip", LiveServer.type(response));
        assertEquals("attachment; filename=\"secretome-graph.nq.gz\"", header(response, "Content-Disposition"));
        DatasetGraph read =
                RDFParser.source(new GZIPInputStream(new ByteArrayInputStream(response.body()))).lang(Lang.NQUADS)
                        .toDatasetGraph();
        DatasetGraph served = BundledGraph.snapshot().dataset();
        for (Node name : Iter.toList(served.listGraphNodes())) {
            assertEquals(served.getGraph(name).size(), read.getGraph(name).size(), name.toString());
        }
        Node claims = Scso.term("graph/curation/nervous-system");
        assertTrue(IsoMatcher.isomorphic(served.getGraph(claims), read.getGraph(claims)));
        assertTrue(read.getDefaultGraph().isEmpty());
    }

    @Test
    void theDumpIsNotSentTwice() throws Exception {
        HttpResponse<byte[]> first = dump();
        String tag = header(first, "ETag");
        assertTrue(tag.matches("W/\"[^\"]+\""), tag);
        HttpResponse<String> again = live.get(DatasetDump.PATH, "If-None-Match", tag);
        assertEquals(304, again.statusCode());
        assertEquals(tag, header(again, "ETag"));
        assertArrayEquals(first.body(), dump().body());
        HttpResponse<String> head = live.method("HEAD", DatasetDump.PATH);
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(tag, header(head, "ETag"));
        HttpResponse<String> post = live.post(DatasetDump.PATH, "text/plain", "x");
        assertEquals(405, post.statusCode());
        assertEquals("GET, HEAD, OPTIONS", header(post, "Allow"));
    }

    /**
     * The server is asked for each of our own addresses in the description, at the path to which w3id.org would
     * redirect.
     */
    @Test
    void theDescriptionNamesNothingThatIsNotThere() {
        Graph described =
                RDFParser.fromString(live.get("/.well-known/void", "Accept", "text/turtle").body(), Lang.TTL).toGraph();
        Set<String> ours = described.stream(VoidDescription.DATASET, Node.ANY, Node.ANY).map(t -> t.getObject())
                .filter(Node::isURI).map(Node::getURI).filter(iri -> iri.startsWith(Scso.NS))
                .map(iri -> iri.replaceFirst("#.*", ""))
                .filter(iri -> !iri.equals(Scso.NS)).collect(Collectors.toSet());
        assertTrue(ours.size() >= 25, ours.toString());
        assertTrue(
                described.contains(VoidDescription.DATASET, NodeFactory.createURI("http://rdfs.org/ns/void#dataDump"),
                        VoidDescription.DUMP));
        for (String iri : ours) {
            HttpResponse<String> response = live.get("/" + iri.substring(Scso.NS.length()), "Accept", "text/turtle");
            for (int i = 0; i < 3 && response.statusCode() / 100 == 3; i++) {
                response = live.get(URI.create(header(response, "Location")).toString(), "Accept", "text/turtle");
            }
            assertEquals(200, response.statusCode(), iri);
        }
    }

    private static HttpResponse<byte[]> dump() throws IOException, InterruptedException {
        return live.client().send(live.request(DatasetDump.PATH).GET().build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
