package org.secretomegraph.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.header;
import static org.secretomegraph.server.LiveServer.type;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.http.media.MediaType;
import com.apicatalog.rdf.Rdf;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.server.LiveServer;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.vocab.Scso;

/** The context of the record vocabulary: a record in plain words means what the graph has. */
class JsonLdContextTest {
    private static final String CURATED = "https://w3id.org/scso/graph/curation/nervous-system";
    private static final String CLAIM = "xin2013-stroke-exosomes-01";
    private static final String RECORD = """
            {"@context": CONTEXT,
             "id": "claim:xin2013-stroke-exosomes-01",
             "type": "EffectClaim",
             "subject": "GO:0070062",
             "subjectAsNamed": "MSC exosomes",
             "relation": "ameliorates",
             "object": "MONDO:1060198",
             "outcome": "supports",
             "sourceCell": "CL:0000134",
             "preparation": "SCSO:0000103",
             "setting": "animal",
             "hostSpecies": "NCBITaxon:10116",
             "model": "male Wistar rat, 2 h middle cerebral artery occlusion",
             "regimen": "100 ug exosome protein in the tail vein 24 h after occlusion; followed 28 days",
             "measure": "functional recovery over 28 days against saline, n=6 per group",
             "evidence": ["ECO:0000179"],
             "evidenceLevel": "animalEvidence",
             "studyKind": "primary",
             "publication": "DOI:10.1038/jcbfm.2013.152",
             "finding": "Rats given MSC exosomes one day after arterial occlusion regained more neurological function than rats given saline.",
             "readingDepth": "abstract",
             "seenAt": "https://pmc.ncbi.nlm.nih.gov/articles/PMC3824189/",
             "sourceFile": "nervous-system.tsv",
             "sourceRow": 18,
             "prov:wasAttributedTo": {"id": "scso:curators"},
             "dcterms:created": {"@value": "2026-11-23", "type": "xsd:date"}}
            """;
    private static LiveServer http;
    private static HttpResponse<String> response;

    @BeforeAll
    static void serve() {
        http = LiveServer.ofTheBundledGraph(ServerSettings.local().withAnyOrigin(true));
        response = http.get("/context.jsonld");
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    @Test
    void aRecordInItsWordsIsTheClaimOfTheGraph() throws Exception {
        Graph meant = meaning(RECORD.replace("CONTEXT", JSON.parse(response.body()).get("@context").toString()));
        Graph had = BundledGraph.snapshot().dataset().getGraph(NodeFactory.createURI(CURATED));
        Graph claim = GraphFactory.createDefaultGraph();
        had.find(Scso.claim(CLAIM), Node.ANY, Node.ANY).forEachRemaining(claim::add);
        assertEquals(24, claim.size());
        assertEquals(triples(claim), triples(meant));
    }

    /** Every word of the record vocabulary is in it, so that no part of a record is dropped in silence. */
    @Test
    void everyPropertyAndNameOfTheOntologyHasAWord() {
        JsonObject context = JSON.parse(response.body()).getObj("@context");
        Pattern word = Pattern.compile(Pattern.quote(Scso.NS) + "[A-Za-z][A-Za-z0-9]*");
        Set<String> names = BundledGraph.snapshot().union().stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .map(t -> t.getSubject().toString()).filter(iri -> word.matcher(iri).matches())
                .map(iri -> iri.substring(Scso.NS.length())).collect(Collectors.toSet());
        assertTrue(names.size() > 100, "too few: " + names.size());
        names.forEach(name -> assertEquals(Scso.NS + name, context.getObj(name).getString("@id")));
    }

    @Test
    void typesAndContainersFollowTheOntology() {
        JsonObject context = JSON.parse(response.body()).getObj("@context");
        Graph ontology = BundledGraph.snapshot().union();
        assertEquals("en", context.getObj("finding").getString("@language"));
        assertEquals("http://www.w3.org/2001/XMLSchema#integer", context.getObj("rank").getString("@type"));
        assertFalse(context.getObj("measure").hasKey("@type"));
        ontology.find(Node.ANY, RDF.type.asNode(), OWL2.ObjectProperty.asNode()).toList().stream()
                .map(t -> t.getSubject()).filter(p -> p.isURI() && p.getURI().matches(Scso.NS + "[A-Za-z]+"))
                .forEach(p -> {
                    JsonObject term = context.getObj(p.getURI().substring(Scso.NS.length()));
                    assertEquals("@vocab", term.getString("@type"), p.getURI());
                    assertEquals(!ontology.contains(p, RDF.type.asNode(), OWL2.FunctionalProperty.asNode()),
                            term.hasKey("@container"), p.getURI());
                });
    }

    @Test
    void mayBeKeptAndReadFromAnywhere() {
        assertEquals(200, response.statusCode());
        assertEquals("application/ld+json", type(response));
        assertEquals("*", header(response, "Access-Control-Allow-Origin"));
        assertTrue(header(response, "Cache-Control").contains("max-age"));
        assertEquals(304, http.get("/context.jsonld", "If-None-Match", header(response, "ETag")).statusCode());
        assertEquals("*",
                header(http.get("/context.jsonld", "Origin", "https://example.org"), "Access-Control-Allow-Origin"));
        assertEquals(405, http.method("POST", "/context.jsonld").statusCode());
    }

    private static Graph meaning(String json) throws Exception {
        StringWriter quads = new StringWriter();
        Rdf.createWriter(MediaType.N_QUADS, quads)
                .write(JsonLd.toRdf(JsonDocument.of(new StringReader(json))).get());
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(quads.toString(), Lang.NQUADS).parse(graph);
        return graph;
    }

    /** Sorted, one a line, so that a difference can be read. */
    private static String triples(Graph graph) {
        return graph.stream().map(Object::toString).sorted().collect(Collectors.joining("\n"));
    }
}
