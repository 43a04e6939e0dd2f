package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.release.export.SssomExport;

/**
 * Addresses beside those of the things: other ways to a thing, what is not there, what nobody should ask for; and
 * pages.
 */
class AddressesTest {
    private static final String NS = "https://w3id.org/scso/";
    @RegisterExtension
    static final LiveServer live = LiveServer.ofTheBundledGraph();

    @ParameterizedTest
    @CsvSource({"/term/SCSO:0000012, /0000012.html",
            "/publication/doi/10.1038/JCBFM.2013.152, /publication/doi/10.1038/jcbfm.2013.152.html",
            "/publication/pmid/35649958, /publication/doi/10.1016/j.jcyt.2022.03.006.html",
            "/term/PMID:35649958, /publication/doi/10.1016/j.jcyt.2022.03.006.html",
            "/publication/pmcid/PMC8138094, /publication/doi/10.1186/s13287-021-02378-7.html",
            "/releases/2026-11-23/scso.ttl, /ontology.ttl", "/about?iri=https://w3id.org/scso/promotes, /promotes"})
    void otherAddressesOfAThingLeadToItsOwn(String path, String location) {
        HttpResponse<String> response = live.get(path);
        assertEquals(303, response.statusCode());
        assertEquals(location, header(response, "Location"));
    }

    @Test
    void aDocumentAtAnotherAddressHasMoved() {
        HttpResponse<String> response = live.get("/term/SCSO:0000012.ttl");
        assertEquals(301, response.statusCode());
        assertEquals("/0000012.ttl", header(response, "Location"));
    }

    @ParameterizedTest
    @CsvSource({"/nope, ''", "/promotess, /promotes", "/hypoxic-preconditioning, /0000012",
            "/claim/xin2013-stroke-exosomes-91, /claim/xin2013-stroke-exosomes-01",
            "/term/go:0001525, /term/GO:0001525",
            "/term/GO:00015255, /term/GO:0001525", "/promotess.ttl, /promotes", "/publication/doi/10.1/none, ''",
            "/term/, ''", "/term/nonsense, ''",
            "/question/where-publications-agree, /question/where-publications-disagree",
            "/claim/, ''", "/promotes.doc, /promotes", "/.ttl, ''"})
    void whatIsNotThereIs404WithWhatMayHaveBeenMeant(String path, String nearest) {
        HttpResponse<String> response = live.get(path);
        assertEquals(404, response.statusCode(), path);
        SparqlProtocolTest.assertPlain(response);
        assertTrue(response.body().contains(nearest + " (") || nearest.isEmpty(), response.body());
        HttpResponse<String> page = live.get(path, "Accept", "text/html,*/*;q=0.8");
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("<h1>Nothing here</h1>"), page.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..", "/claim/..%2F..%2Fetc", "/%2e%2e/%2e%2e/etc/passwd", "/claim/%00",
            "/claim/a%0d%0aX-Evil:%201",
            "/%F0%9F%A7%AC", "/claim/%C3%A9tude", "/%3Cscript%3Ealert(1)%3C/script%3E", "/%22%3E%3Cscript%3E", "/a;b=c",
            "/a%5Cb",
            "/a//b", "/term/%25", "/publication/web/example.org/%3Cscript%3E", "/claim/x%7C%5E%60", "/%ff%fe"})
    void oddPathsAreAnsweredPlainly(String path) {
        for (String accept : List.of("text/html", "text/turtle", "*/*")) {
            HttpResponse<String> response = live.get(path, "Accept", accept);
            assertTrue(response.statusCode() == 404 || response.statusCode() == 400 || response.statusCode() == 200
                    && path.equals("/.."), path + " " + response.statusCode());
            assertFalse(response.headers().firstValue("X-Evil").isPresent());
            assertFalse(response.body().contains("<script>") && !path.equals("/.."), response.body());
            assertFalse(response.body().contains("\tat "), response.body());
        }
    }

    /**
     * A fragment is not sent; one that a client encoded into the path named a thing without a path of its own, and led
     * with
     * 303 to an address where nothing was.
     */
    @Test
    void anEncodedFragmentIsNoAddress() {
        String iri = RDFParser.fromString(live.get("/graph/void.ttl").body(), Lang.TTL).toGraph().stream()
                .map(t -> t.getSubject()).filter(s -> s.isURI() && s.getURI().startsWith(NS + "graph/void#"))
                .findFirst()
                .orElseThrow().getURI();
        HttpResponse<String> response =
                live.get("/" + iri.substring(NS.length()).replace("#", "%23"), "Accept", "text/turtle");
        assertEquals(404, response.statusCode(), header(response, "Location"));
    }

    @Test
    void aVeryLongPathIsAnsweredPlainly() {
        assertEquals(404, live.get("/claim/" + "a".repeat(6_000)).statusCode());
        assertTrue(Set.of(404, 414, 431).contains(live.get("/claim/" + "a".repeat(60_000)).statusCode()));
    }

    @Test
    void theVoidDescriptionIsAtItsWellKnownPlace() {
        HttpResponse<String> response = live.get("/.well-known/void", "Accept", "text/turtle");
        assertEquals(200, response.statusCode());
        assertEquals("text/turtle", LiveServer.type(response));
        assertEquals("/graph/void.ttl", header(response, "Content-Location"));
        assertEquals("Accept", header(response, "Vary"));
        assertTrue(RDFParser.fromString(response.body(), Lang.TTL).toGraph().contains(
                NodeFactory.createURI(NS + "dataset"),
                NodeFactory.createURI("http://rdfs.org/ns/void#triples"), Node.ANY));
        assertEquals(200, live.get("/.well-known/void", "Accept", "text/html").statusCode());
        assertEquals("/graph/void.nt", header(live.get("/.well-known/void.nt"), "Location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/term/HGNC:4893.html", "/0000012.html", "/claim/xin2013-stroke-exosomes-01.html",
            "/publication/doi/10.1038/jcbfm.2013.152.html", "/ontology.html", "/dataset.html",
            "/question/where-publications-disagree.html"})
    void linksOnPagesLeadToPagesOfThisServer(String path) {
        String page = live.get(path).body();
        Matcher link = Pattern.compile("href=\"(/[^\"]*)\"").matcher(page);
        Set<String> links = new TreeSet<>();
        while (link.find()) {
            links.add(link.group(1).replace("&#x3D;", "=").replace("&amp;", "&"));
        }
        assertTrue(links.size() >= 8, links.toString());
        for (String address : links.stream().limit(40).toList()) {
            int status = live.get(address).statusCode();
            assertTrue(Set.of(200, 303, 307).contains(status), address + " " + status);
        }
        assertFalse(page.contains("href=\"http://purl.obolibrary.org/obo/GO_"), "a term that leads away");
    }

    @Test
    void aClaimsPageHasItsFieldsItsProvenanceAndItsDataForSearchEngines() {
        String page = live.get("/claim/xin2013-stroke-exosomes-01.html").body();
        for (String part : List.of("extracellular exosome ameliorates ischemic stroke", "male Wistar rat", "curated by",
                "nervous-system.tsv", "/publication/doi/10.1038/jcbfm.2013.152", "\"@type\" : \"Claim\"")) {
            assertTrue(page.contains(part), part + " is not on " + page);
        }
        assertTrue(live.get("/0000012.html").body().contains("\"@type\" : \"DefinedTerm\""));
        assertTrue(live.get("/").body().contains("\"@type\" : \"Dataset\""));
    }

    /** The table says that it is the mapping set of this IRI; nothing answered there. */
    @Test
    void theTableOfAllMappingsIsAtTheIriThatItNames() {
        HttpResponse<String> table = live.get("/mappings/all.sssom.tsv");
        assertEquals("text/tab-separated-values", LiveServer.type(table));
        assertEquals(new SssomExport().of(BundledGraph.snapshot()).files().getFirst().text(), table.body());
        assertTrue(table.body().contains("# mapping_set_id: " + NS + "mappings/all.sssom.tsv"),
                table.body().substring(0, 3_000));
        assertEquals(304, live.get("/mappings/all.sssom.tsv", "If-None-Match", header(table, "ETag")).statusCode());
    }

    /** Titles and names for search engines said "ameliorates" of a trial that found no effect. */
    @Test
    void aClaimThatFoundNoEffectDoesNotReadAsIfItHad() {
        String page = live.get("/claim/nct03280056-nurown-phase3-01.html").body();
        assertTrue(Pattern.compile("<title>[^<]*: no effect[^<]*</title>").matcher(page).find(), page);
        assertTrue(Pattern.compile("\"name\" : \"[^\"]*: no effect[^\"]*\"").matcher(page).find(), page);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
