package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.encoded;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.catalogue.QuestionGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.describe.VoidDescription;

/**
 * The graphs that tell of the others, in a store that takes changes: true again after each, and written by nobody else.
 */
@ParameterizedClass
@ValueSource(strings = {"memory", "tdb2"})
class MetadataRefresherTest {
    private static final String P = "PREFIX : <http://example.org/> PREFIX void: <http://rdfs.org/ns/void#> ";
    private static final String UPDATE = "application/sparql-update";
    private static LiveStore live;

    @Parameter
    String kind;

    @BeforeParameterizedClassInvocation
    static void start(String kind, @TempDir Path folder) {
        Catalogue catalogue = Catalogue.read(List.of(Path.of("src/test/resources/server/what-promotes.rq")));
        live = LiveStore.described(LiveStore.filled(kind, folder),
                List.of(new QuestionGraph(() -> catalogue), new VoidDescription()));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        live.close();
    }

    @Test
    void theDescriptionIsTrueAgainAfterEachChange() {
        assertNumbersAreTrue();
        for (String update : List.of("INSERT DATA { GRAPH :new { :a :p :b, :c ; a :Kind } }",
                "INSERT DATA { GRAPH :new { :a a :OtherKind } GRAPH :first { :hgf :p :a } }",
                "DELETE WHERE { :a :p ?o }",
                "DROP GRAPH :new", "INSERT DATA { <http://purl.obolibrary.org/obo/GO_0001525> :p"
                        + " <http://purl.obolibrary.org/obo/CL_0000134> }",
                "DELETE WHERE { ?go :p ?cl }")) {
            assertEquals(204, update(update).statusCode(), update);
            assertNumbersAreTrue();
        }
    }

    /** Asked at its address, the description is brought up to date first; then SPARQL sees the same. */
    private static void assertNumbersAreTrue() {
        assertEquals(200, live.http().get("/.well-known/void", "Accept", "text/turtle").statusCode());
        String counted = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER(?g != <"
                + NamedGraphs.VOID.getURI() + ">) } }";
        assertEquals(csv(counted), csv("SELECT ?n { <" + VoidDescription.DATASET.getURI() + "> void:triples ?n }"));
        assertEquals(csv("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(?g != <" + NamedGraphs.VOID.getURI()
                + ">) } GROUP BY ?g ORDER BY ?g"),
                csv("SELECT ?g ?n { ?d void:subset ?g . ?g a <http://www.w3.org/ns/sparql-service-description#NamedGraph> ;"
                        + " void:triples ?n } ORDER BY ?g"));
        assertEquals(csv("SELECT (COUNT(*) AS ?n) { ?go :p ?cl FILTER(STRSTARTS(STR(?go), 'http://purl'))}"),
                csv("SELECT (COALESCE(SUM(?t), 0) AS ?n) { ?links void:linkPredicate :p ; void:triples ?t }"));
    }

    /** Nobody needs to ask at the address: who only uses SPARQL sees the new numbers too, soon. */
    @Test
    void theDescriptionIsRenewedByItself() throws InterruptedException {
        assertEquals(204, update("INSERT DATA { GRAPH :soon { :x a :SeenSoon } }").statusCode());
        String seen = "ASK { ?part void:class :SeenSoon ; void:entities 1 }";
        while (!csv(seen).contains("true")) {
            live.described().acquire();
        }
        assertEquals(204, update("DROP GRAPH :soon").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"void", "questions", "links", "entailments"})
    void aChangeByHandIsRefusedOnEveryRoad(String name) {
        String graph = "https://w3id.org/scso/graph/" + name;
        live.http().get("/.well-known/void");
        LiveStore.Content before = live.content();
        boolean isThere = before.quads().stream().anyMatch(quad -> quad.getGraph().getURI().equals(graph));
        assertEquals(Set.of("void", "questions").contains(name), isThere);
        String path = "/secretome/data?graph=" + encoded(graph);
        String triple = "<http://example.org/a> <http://example.org/b> <http://example.org/c> ";
        assertRefused(update("INSERT DATA { GRAPH <" + graph + "> { :a :b :c } }"), before);
        assertRefused(live.send("PUT", path, "text/turtle", triple + "."), before);
        assertRefused(live.send("POST", path, "text/turtle", triple + "."), before);
        assertRefused(live.send("POST", "/secretome/data", "application/n-quads", triple + "<" + graph + "> ."),
                before);
        assertRefused(live.send("POST", "/secretome/patch", "application/rdf-patch", "TX .\nA " + triple + "<" + graph
                + "> .\nTC .\n"), before);
        if (isThere) {
            assertRefused(update("DELETE WHERE { GRAPH <" + graph + "> { ?s a ?o } }"), before);
            assertRefused(update("CLEAR GRAPH <" + graph + ">"), before);
            assertRefused(update("DROP GRAPH <" + graph + ">"), before);
            assertRefused(update("MOVE GRAPH <" + graph + "> TO GRAPH :g"), before);
            assertRefused(live.http().method("DELETE", path), before);
        }
    }

    private static void assertRefused(HttpResponse<String> response, LiveStore.Content before) {
        assertEquals(422, response.statusCode(), response.body());
        assertTrue(response.body().contains("cannot be written directly"), response.body());
        assertEquals(before, live.content());
    }

    /**
     * A dump is a backup: put back after the store has changed, it brings back what it holds. What it tells of itself
     * was
     * true of its own time; it must not make the server refuse it.
     */
    @Test
    void aDumpCanBePutBack() throws Exception {
        HttpResponse<byte[]> dump = live.http().client().send(live.http().request(DatasetDump.PATH).GET().build(),
                BodyHandlers.ofByteArray());
        Set<Quad> then = told();
        assertEquals(204,
                update("INSERT DATA { GRAPH :later { :a :p :b } } ; DELETE WHERE { :hgf ?p ?o }").statusCode());
        live.http().get("/.well-known/void");
        assertNotEquals(then, told());
        HttpResponse<String> back = live.http().send(live.http().request("/secretome/data", "Content-Type",
                "application/n-quads", "Content-Encoding", "gzip").PUT(BodyPublishers.ofByteArray(dump.body())));
        assertEquals(200, back.statusCode(), back.body());
        assertNumbersAreTrue();
        assertEquals(then, told());
    }

    /**
     * To empty a store, or to begin anew in one request, is what DROP ALL is for. It was refused, since it also drops
     * the graphs
     * that tell of the others, which nobody may write.
     */
    @ParameterizedTest
    @ValueSource(strings = {"DROP ALL", "CLEAR ALL", "CLEAR NAMED ; INSERT DATA { GRAPH :new { :a :p :b } }"})
    void everythingCanBeClearedAtOnce(String update) {
        Set<Quad> before = live.content().quads();
        String type = "application/n-quads";
        HttpResponse<String> dump = live.http().get("/secretome/data", "Accept", type);
        try {
            assertEquals(204, update(update).statusCode());
            assertEquals(update.contains("INSERT") ? "1" : "0",
                    csv("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(?g NOT IN (<"
                            + NamedGraphs.VOID.getURI() + ">, <" + NamedGraphs.QUESTIONS.getURI() + ">)) }"));
            assertNumbersAreTrue();
        } finally {
            assertEquals(200, live.send("PUT", "/secretome/data", type, dump.body()).statusCode());
        }
        live.http().get("/.well-known/void");
        assertEquals(before.size(), live.content().quads().size());
    }

    private static Set<Quad> told() {
        return live.content().quads();
    }

    private static HttpResponse<String> update(String text) {
        return live.send("POST", "/secretome/update", UPDATE, P + text);
    }

    private static String csv(String query) {
        HttpResponse<String> response = live.http().ask(P + query, "Accept", "text/csv");
        assertEquals(200, response.statusCode(), response.body());
        return response.body().lines().skip(1).collect(Collectors.joining("\n"));
    }
}
