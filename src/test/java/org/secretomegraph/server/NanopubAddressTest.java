package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.release.export.NanopubExport;
import org.secretomegraph.vocab.Scso;

/** The export names each nanopublication with an IRI of ours; nothing answered there. */
class NanopubAddressTest {
    private static final String KEY = "xin2013-stroke-exosomes-01";
    private static final String PATH = "/np/" + KEY;

    @RegisterExtension
    static final LiveServer live = LiveServer.ofTheBundledGraph();

    @Test
    void everyNameInTheExportHasAnAddress() {
        DatasetGraph exported =
                RDFParser.fromString(new NanopubExport().of(BundledGraph.snapshot()).files().getFirst().text(),
                        RDFLanguages.TRIG).toDatasetGraph();
        Set<String> names = exported.stream(Node.ANY, Node.ANY, RDF.type.asNode(), Node.ANY).map(Quad::getSubject)
                .filter(s -> s.isURI() && s.getURI().startsWith(Scso.NS + "np/")).map(Node::getURI)
                .collect(Collectors.toSet());
        assertTrue(names.size() >= 2_000, "only " + names.size());
        names.stream().sorted().limit(200).forEach(name -> assertEquals(303,
                live.get("/" + name.substring(Scso.NS.length()), "Accept", "application/trig").statusCode(), name));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"application/trig, .trig", "application/n-quads, .nq", "application/ld+json, .jsonld"})
    void eachFormHoldsTheFourGraphs(String type, String suffix) {
        HttpResponse<String> leading = live.get(PATH, "Accept", type);
        assertEquals(PATH + suffix, header(leading, "Location"));
        assertEquals("Accept", header(leading, "Vary"));
        HttpResponse<String> response = live.get(PATH + suffix);
        assertEquals(type, LiveServer.type(response));
        assertEquals(quads(live.get(PATH + ".trig")), quads(response));
        Set<String> graphs = quads(response).stream().map(Quad::getGraph).map(Node::getURI).collect(Collectors.toSet());
        assertEquals(
                Set.of("Head", "assertion", "provenance", "pubinfo").stream().map(part -> Scso.NS + PATH.substring(1)
                        + "#" + part).collect(Collectors.toSet()),
                graphs);
        assertEquals(304, live.get(PATH + suffix, "If-None-Match", header(response, "ETag")).statusCode());
    }

    @Test
    void aReaderIsLedToTheClaimWhosePageLeadsBack() {
        assertEquals("/claim/" + KEY + ".html", header(live.get(PATH), "Location"));
        assertTrue(live.get("/claim/" + KEY + ".html").body().contains("href=\"" + PATH + ".trig\""));
    }

    @Test
    void whatHasOneGraphOnlyIsRefused() {
        HttpResponse<String> response = live.get(PATH, "Accept", "text/turtle");
        assertEquals(406, response.statusCode());
        assertTrue(response.body().contains("application/trig  " + PATH + ".trig"), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/np/", "/np", "/np/none", "/np/none.trig", "/np/.trig", "/np/%3Cscript%3E",
            "/np/" + KEY + "/x"})
    void whereNoClaimIsNothingIs(String path) {
        HttpResponse<String> response = live.get(path, "Accept", "application/trig");
        assertEquals(404, response.statusCode());
        SparqlProtocolTest.assertPlain(response);
    }

    private static Set<Quad> quads(HttpResponse<String> response) {
        return RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(LiveServer.type(response)))
                .toDatasetGraph().stream().collect(Collectors.toSet());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
