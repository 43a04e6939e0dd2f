package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.Rdf;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.server.entity.EntityPath;
import org.secretomegraph.vocab.Scso;

/**
 * Each kind of thing, in each form, asked for in each way: by Accept header from the thing, by suffix from the
 * document, with
 * GET and HEAD, anew and from a cache.
 */
class DereferencingTest {
    private static final String NS = "https://w3id.org/scso/";
    private static final Map<String, String> FORMS = Map.of("html", "text/html", "ttl", "text/turtle",
            "jsonld", "application/ld+json", "rdf", "application/rdf+xml", "nt", "application/n-triples");
    /** A path, and the IRI that it stands for. */
    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("/0000012", NS + "0000012"), Map.entry("/Claim", NS + "Claim"),
            Map.entry("/promotes", NS + "promotes"), Map.entry("/inVitro", NS + "inVitro"),
            Map.entry("/ontology", "https://w3id.org/scso"), Map.entry("/imports/cob", NS + "imports/cob"),
            Map.entry("/graph/curation/nervous-system", NS + "graph/curation/nervous-system"),
            Map.entry("/graph/links", NS + "graph/links"), Map.entry("/graph/void", NS + "graph/void"),
            Map.entry("/dataset", NS + "dataset"), Map.entry("/question/where-publications-disagree",
                    NS + "question/where-publications-disagree"),
            Map.entry("/curators", NS + "curators"), Map.entry("/mappings/scso-obi", NS + "mappings/scso-obi"),
            Map.entry("/claim/xin2013-stroke-exosomes-01", NS + "claim/xin2013-stroke-exosomes-01"),
            Map.entry("/term/GO:0001525", "http://purl.obolibrary.org/obo/GO_0001525"),
            Map.entry("/term/MONDO:0005362", "http://purl.obolibrary.org/obo/MONDO_0005362"),
            Map.entry("/term/CL:0000134", "http://purl.obolibrary.org/obo/CL_0000134"),
            Map.entry("/term/HGNC:4893", "http://identifiers.org/hgnc/4893"),
            Map.entry("/term/UniProtKB:P14210", "http://purl.uniprot.org/uniprot/P14210"),
            Map.entry("/publication/doi/10.1038/jcbfm.2013.152", "https://doi.org/10.1038/jcbfm.2013.152"),
            Map.entry("/publication/pmid/30226075", "https://pubmed.ncbi.nlm.nih.gov/30226075/"),
            Map.entry("/publication/pmcid/PMC10014555", "https://pmc.ncbi.nlm.nih.gov/articles/PMC10014555/"),
            Map.entry("/publication/web/athersys.com/neurologicalII.cfm", "http://athersys.com/neurologicalII.cfm"),
            Map.entry("/publication/web/www.scirp.org/Html/440.html", "https://www.scirp.org/Html/440.html"),
            Map.entry("/publication/web/escholarship.umassmed.edu/neuro_pp/400",
                    "https://escholarship.umassmed.edu/neuro_pp/400/"),
            Map.entry("/publication/web/iovs.arvojournals.org/article.aspx%3Farticleid=2778786",
                    "https://iovs.arvojournals.org/article.aspx?articleid=2778786"));
    /** Whole ontologies: comparing their blank nodes pair by pair would take minutes. */
    private static final Set<String> LARGE = Set.of("/ontology", "/imports/cob", "/graph/void");
    private static final Map<String, String> BODIES = new ConcurrentHashMap<>();
    @RegisterExtension
    static final LiveServer live = LiveServer.ofTheBundledGraph();

    record Case(String thing, String form) {}

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        new TreeSet<>(THINGS.keySet()).forEach(thing -> new TreeSet<>(FORMS.keySet())
                .forEach(form -> cases.add(new Case(thing, form))));
        String study =
                BundledGraph.snapshot().union().stream(Node.ANY, NodeFactory.createURI(NS + "reportedIn"), Node.ANY)
                        .map(t -> t.getSubject().getURI()).filter(iri -> iri.startsWith(NS + "study/")).sorted()
                        .findFirst().orElseThrow();
        FORMS.keySet().forEach(form -> cases.add(new Case(study.substring(NS.length() - 1), form)));
        return cases.stream();
    }

    /**
     * Not only those of the matrix: each publication leads to a document of its own, whatever its address looks like.
     */
    @Test
    void everyPublicationHasAnAddressOfItsOwn() {
        List<String> publications =
                BundledGraph.snapshot().union().stream(Node.ANY, RDF.type.asNode(), Scso.Publication)
                        .map(t -> t.getSubject().getURI()).distinct().sorted().toList();
        Set<String> paths = new TreeSet<>();
        publications.forEach(iri -> paths.add(EntityPath.of(iri, true).orElseThrow(() -> new AssertionError(iri))));
        assertEquals(publications.size(), paths.size(), "two of them share an address");
        Map<String, Long> kinds =
                paths.stream().collect(Collectors.groupingBy(path -> path.split("/")[2], Collectors.counting()));
        assertEquals(Set.of("doi", "pmid", "pmcid", "web"), kinds.keySet());
        paths.stream().filter(path -> path.startsWith("/publication/web/")).forEach(path -> {
            assertEquals(path + ".ttl", header(live.get(path, "Accept", "text/turtle"), "Location"));
            assertEquals(200, live.method("HEAD", path + ".ttl").statusCode(), path);
        });
        assertTrue(kinds.get("web") >= 50, kinds.toString());
    }

    @Test
    void noKindOfThingIsLeftOut() {
        assertEquals((THINGS.size() + 1) * FORMS.size(), cases().count());
        assertTrue(cases().count() >= 135);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aThingLeadsToTheFormThatIsPreferred(Case c) {
        String type = FORMS.get(c.form());
        for (String accept : List.of(type, type.toUpperCase(Locale.ROOT), type + ";charset=utf-8",
                type + ";q=0.3", "image/png, " + type + ";q=0.1", type + ", */*;q=0.5", "*/*;q=0.1," + type + ";q=0.2",
                others(c.form(), ";q=0.9") + type, others(c.form(), ";q=0") + "*/*")) {
            HttpResponse<String> response = live.get(c.thing(), "Accept", accept);
            assertEquals(303, response.statusCode(), accept);
            assertEquals(c.thing() + "." + c.form(), header(response, "Location"), accept);
            assertEquals("Accept", header(response, "Vary"));
            assertTrue(header(response, "Cache-Control").contains("max-age"));
            assertLinks(response, c.thing());
        }
        HttpResponse<String> head = live.method("HEAD", c.thing(), "Accept", type);
        assertEquals(303, head.statusCode());
        assertEquals("", head.body());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aDocumentIsAtItsSuffixWhateverIsAccepted(Case c) {
        String path = c.thing() + "." + c.form();
        HttpResponse<String> response = live.get(path, "Accept", "image/png");
        assertEquals(200, response.statusCode());
        assertEquals(FORMS.get(c.form()), LiveServer.type(response));
        assertLinks(response, c.thing());
        assertTrue(response.body().length() > 200, response.body());
        HttpResponse<String> head = live.method("HEAD", path);
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(header(response, "ETag"), header(head, "ETag"));
        assertEquals(header(response, "Content-Length"), header(head, "Content-Length"));
        HttpResponse<String> again = live.get(path, "If-None-Match", header(response, "ETag"));
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(200, live.get(path, "If-None-Match", "\"another\"").statusCode());
        HttpResponse<String> post = live.post(path, "text/plain", "x");
        assertEquals(405, post.statusCode());
        assertTrue(header(post, "Allow").contains("GET"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aDocumentSaysTheSameInEachForm(Case c) throws Exception {
        String body = body(c.thing() + "." + c.form());
        if (c.form().equals("html")) {
            assertTrue(body.contains("<h1>") && body.contains("<html lang=\"en\">"), body);
            assertFalse(body.contains("rdf-schema#label"), "a bare IRI where a word should be");
            return;
        }
        Graph graph = c.form().equals("jsonld") ? titanium(body) : parse(body, c.form());
        String iri = THINGS.getOrDefault(c.thing(), NS + c.thing().substring(1));
        assertTrue(graph.contains(NodeFactory.createURI(iri), Node.ANY, Node.ANY)
                || graph.contains(Node.ANY, Node.ANY, NodeFactory.createURI(iri)), iri);
        Graph turtle = parse(body(c.thing() + ".ttl"), "ttl");
        if (LARGE.contains(c.thing())) {
            assertEquals(turtle.size(), graph.size());
        } else {
            assertTrue(turtle.isIsomorphicWith(graph), c + ": " + turtle.size() + " and " + graph.size() + " triples");
        }
    }

    @ParameterizedTest
    @CsvSource({"*/*, html", "text/*, html", "application/*, jsonld", "'text/turtle, application/rdf+xml', ttl",
            "'application/rdf+xml, text/turtle', ttl",
            "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', html",
            "'application/ld+json;q=0.5, application/*;q=0.9', rdf", "'*/*, text/html;q=0', ttl",
            "'text/*;q=0.2, text/turtle;q=0.1, */*;q=0', html"})
    void wildcardsAndTiesAreDecidedByTheServersOrder(String accept, String form) {
        assertEquals("/promotes." + form, header(live.get("/promotes", "Accept", accept), "Location"));
    }

    @Test
    void withoutAnAcceptHeaderThereIsAPage() {
        assertEquals("/promotes.html", header(live.get("/promotes"), "Location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/html;q=0, image/*", "*/*;q=0", "application/json"})
    void whatCannotBeGivenIsRefusedWithAListOfWhatThereIs(String accept) {
        for (String path : List.of("/promotes", "/claim/xin2013-stroke-exosomes-01", "/.well-known/void")) {
            HttpResponse<String> response = live.get(path, "Accept", accept);
            assertEquals(406, response.statusCode());
            FORMS.values().forEach(type -> assertTrue(response.body().contains(type), response.body()));
            assertEquals(5, header(response, "Link").split("rel=\"alternate\"", -1).length - 1);
        }
    }

    /** Asked for once: some are large. */
    private static String body(String path) {
        return BODIES.computeIfAbsent(path, p -> live.get(p).body());
    }

    private static String others(String form, String weight) {
        return FORMS.entrySet().stream().filter(f -> !f.getKey().equals(form)).map(f -> f.getValue() + weight + ", ")
                .sorted()
                .reduce("", String::concat);
    }

    private static void assertLinks(HttpResponse<?> response, String thing) {
        String links = header(response, "Link");
        FORMS.forEach((form,
                type) -> assertTrue(links.contains("<" + thing + "." + form + ">; rel=\"alternate\"; type=\"" + type
                        + "\""), links));
        assertTrue(links.contains("<" + thing + ".ttl>; rel=\"describedby\""), links);
        assertTrue(links.contains("rel=\"canonical\""), links);
        assertTrue(links.contains("<" + NS + "dataset>; rel=\"http://rdfs.org/ns/void#inDataset\""), links);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static Graph parse(String body, String form) {
        Lang lang = Map.of("ttl", Lang.TTL, "jsonld", Lang.JSONLD11, "rdf", Lang.RDFXML, "nt", Lang.NT).get(form);
        return RDFParser.fromString(body, lang).toGraph();
    }

    /** The JSON-LD algorithm itself, not Jena's way of using it. */
    private static Graph titanium(String json) throws Exception {
        var dataset = JsonLd.toRdf(JsonDocument.of(new StringReader(json))).get();
        StringWriter quads = new StringWriter();
        Rdf.createWriter(com.apicatalog.jsonld.http.media.MediaType.N_QUADS, quads).write(dataset);
        return RDFParser.fromString(quads.toString(), Lang.NQUADS).toDatasetGraph().getDefaultGraph();
    }
}
