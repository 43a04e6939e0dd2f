package org.secretomegraph.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.header;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.server.LiveServer;
import org.secretomegraph.server.ServedDataset;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.vocab.Terms;

/** What an identifier stands for, however it is written. */
class ResolveApiTest {
    @RegisterExtension
    static final LiveServer http = LiveServer.ofTheBundledGraph(ServerSettings.local().withAnyOrigin(true));

    private static HttpResponse<String> resolve(String by, String written, String... headers) {
        return http.get("/resolve?" + by + "=" + URLEncoder.encode(written, StandardCharsets.UTF_8), headers);
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource({
            "curie,HGNC:4893,HGNC:4893", "curie,hgnc:4893,HGNC:4893", "curie,Hgnc:4893,HGNC:4893",
            "curie,hgnc:HGNC:4893,HGNC:4893", "curie,HGNC_4893,HGNC:4893", "curie,GO:0001525,GO:0001525",
            "curie,go:GO:0001525,GO:0001525", "curie,GO_0001525,GO:0001525", "curie,gobp:0001525,GO:0001525",
            "curie,scso:0000012,SCSO:0000012", "curie,scso:promotes,scso:promotes", "curie,SCSO:promotes,scso:promotes",
            "curie,uniprot:P14210,UniProtKB:P14210", "curie,SwissProt:P14210,UniProtKB:P14210",
            "curie,entrez:3082,NCBIGene:3082", "curie,taxid:9606,NCBITaxon:9606",
            "iri,http://identifiers.org/hgnc/4893,HGNC:4893", "iri,https://identifiers.org/hgnc/4893,HGNC:4893",
            "iri,https://identifiers.org/HGNC:4893,HGNC:4893", "iri,https://identifiers.org/hgnc:4893,HGNC:4893",
            "iri,https://bioregistry.io/hgnc:4893,HGNC:4893", "iri,https://n2t.net/hgnc:4893,HGNC:4893",
            "iri,http://purl.obolibrary.org/obo/GO_0001525,GO:0001525",
            "iri,https://purl.obolibrary.org/obo/GO_0001525,GO:0001525",
            "iri,http://w3id.org/scso/0000012,SCSO:0000012", "iri,https://w3id.org/scso/promotes,scso:promotes",
            "iri,https://www.uniprot.org/uniprotkb/P14210/entry,UniProtKB:P14210",
            "curie,PMID:35649958,DOI:10.1016/j.jcyt.2022.03.006",
            "curie,pubmed:35649958,DOI:10.1016/j.jcyt.2022.03.006",
            "iri,https://pubmed.ncbi.nlm.nih.gov/35649958,DOI:10.1016/j.jcyt.2022.03.006",
            "iri,http://www.ncbi.nlm.nih.gov/pubmed/35649958,DOI:10.1016/j.jcyt.2022.03.006",
            "iri,https://identifiers.org/pubmed:35649958,DOI:10.1016/j.jcyt.2022.03.006",
            "curie,PMC:PMC8138094,DOI:10.1186/s13287-021-02378-7",
            "iri,https://www.ncbi.nlm.nih.gov/pmc/articles/PMC8138094/,DOI:10.1186/s13287-021-02378-7",
            "curie,DOI:10.1016/J.JCYT.2022.03.006,DOI:10.1016/j.jcyt.2022.03.006",
            "iri,http://dx.doi.org/10.1016/J.jcyt.2022.03.006,DOI:10.1016/j.jcyt.2022.03.006"})
    void anySpellingIsTheSameThing(String by, String written, String curie) {
        HttpResponse<String> response = resolve(by, written);
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(curie, JSON.parse(response.body()).getString("curie"), response.body());
        assertTrue(JSON.parse(response.body()).getBoolean("inGraph"), response.body());
    }

    @Test
    void tellsWhatItIsAndWhatItIsElsewhere() {
        JsonObject hgf = JSON.parse(resolve("curie", "hgnc:4893").body());
        assertEquals("http://identifiers.org/hgnc/4893", hgf.getString("iri"));
        assertEquals("HGF", hgf.getString("label"));
        assertEquals("component", hgf.getString("kind"));
        assertFalse(hgf.getBoolean("obsolete"));
        assertTrue(hgf.get("closeMatches").toString().contains("UniProtKB:P14210"), hgf.toString());
        assertTrue(hgf.get("addresses").toString().contains("https://bioregistry.io/hgnc:4893"), hgf.toString());
        JsonObject protein = JSON.parse(resolve("curie", "uniprot:P14210").body());
        assertTrue(protein.get("closeMatches").toString().contains("HGNC:4893"), protein.toString());
    }

    /** The bundled graph uses no obsolete term: a small one does, twice replaced and mapped. */
    @Test
    void obsoleteTermLeadsToItsReplacementAtTheEndOfTheChain() {
        String obo = "http://purl.obolibrary.org/obo/GO_000000";
        try (LiveServer small =
                LiveServer.start(ServerSettings.local(), ServedDataset.snapshot(Snapshot.load(List.of(data -> {
                    Node graph = NodeFactory.createURI("http://example.org/g");
                    for (int i = 1; i < 3; i++) {
                        data.add(graph, NodeFactory.createURI(obo + i), OWL2.deprecated.asNode(),
                                NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
                        data.add(graph, NodeFactory.createURI(obo + i), Terms.replacedBy,
                                NodeFactory.createURI(obo + (i + 1)));
                    }
                    data.add(graph, NodeFactory.createURI(obo + 3), RDFS.label.asNode(),
                            NodeFactory.createLiteralString("now"));
                    data.add(graph, NodeFactory.createURI("http://example.org/other"), SKOS.exactMatch.asNode(),
                            NodeFactory.createURI(obo + 3));
                }), List.of())))) {
            JsonObject old = small.json("/resolve?curie=GO:0000001");
            assertTrue(old.getBoolean("obsolete"));
            assertEquals("GO:0000003", old.getObj("replacedBy").getString("curie"));
            assertEquals("now", old.getObj("replacedBy").getString("label"));
            assertTrue(small.json("/resolve?curie=GO:0000003").get("exactMatches").toString()
                    .contains("http://example.org/other"));
        }
    }

    @Test
    void knownFormThatTheGraphDoesNotHoldIsToldSo() {
        JsonObject absent = JSON.parse(resolve("curie", "GO:9999999").body());
        assertFalse(absent.getBoolean("inGraph"));
        assertEquals("http://purl.obolibrary.org/obo/GO_9999999", absent.getString("iri"));
    }

    @ParameterizedTest(name = "{0}={1} is {2}")
    @CsvSource({"curie,HGNK:4893,404", "curie,GO:1,400", "curie,HGNC:HGF,400", "curie,nothing,400", "curie,PMID:1,404",
            "curie,'',400",
            "iri,http://example.org/nothing,404", "iri,javascript:alert(1),404",
            "iri,http://purl.obolibrary.org/obo/GO_1,400"})
    void whatCannotBeResolvedIsTold(String by, String written, int status) {
        HttpResponse<String> response = resolve(by, written);
        assertEquals(status, response.statusCode(), response.body());
        assertFalse(JSON.parse(response.body()).getString("detail").isBlank());
    }

    @Test
    void misspeltPrefixIsSuggested() {
        assertEquals("HGNC", JSON.parse(resolve("curie", "HGNK:4893").body()).getString("suggestion"));
    }

    @Test
    void browserIsSentToThePageAndAProgramIsNot() {
        HttpResponse<String> browser = resolve("curie", "hgnc:4893", "Accept", "text/html,*/*;q=0.8");
        assertEquals(303, browser.statusCode());
        assertEquals("/term/HGNC:4893", header(browser, "Location"));
        assertEquals(303, http.get(header(browser, "Location")).statusCode());
        assertEquals(303, http.get("/resolve?curie=hgnc:4893&redirect=true").statusCode());
        assertEquals(200, http.get("/resolve?curie=hgnc:4893&redirect=false", "Accept", "text/html").statusCode());
        assertEquals("http://purl.obolibrary.org/obo/GO_9999999",
                header(http.get("/resolve?curie=GO:9999999&redirect=true"), "Location"));
        assertEquals(400, http.get("/resolve?curie=hgnc:4893&redirect=yes").statusCode());
    }

    /** A stranger's address is nowhere to be sent to, and nothing written in it becomes a header. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"http://evil.example/", "//evil.example", "https://identifiers.org@evil.example/hgnc:4893",
            "https://doi.org/10.1000/x\r\nSet-Cookie: a=b", "https://evil.example/https://identifiers.org/hgnc:4893"})
    void nobodyIsSentToAStranger(String iri) {
        HttpResponse<String> response =
                http.get("/resolve?redirect=true&iri=" + URLEncoder.encode(iri, StandardCharsets.UTF_8));
        assertTrue(response.statusCode() == 404 || response.statusCode() == 400, response.statusCode() + "");
        assertEquals("", header(response, "Location"));
        assertEquals("", header(response, "Set-Cookie"));
    }

    @Test
    void whatMayNotStandInAHeaderIsEncoded() {
        HttpResponse<String> response =
                http.get("/resolve?redirect=true&iri=https%3A%2F%2Fdoi.org%2F10.1000%2Fx%3E%22%20%C3%A9");
        assertEquals(303, response.statusCode(), response.body());
        assertEquals("https://doi.org/10.1000/x%3E%22%20%C3%A9", header(response, "Location"));
    }
}
