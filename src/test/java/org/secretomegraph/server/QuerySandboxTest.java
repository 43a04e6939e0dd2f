package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.encoded;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every road by which a stranger's request could reach another host, a file or a Java class, tried through HTTP. */
class QuerySandboxTest {
    private static final String JAVA_PI = "java:org.apache.jena.sparql.function.library.pi";
    private static LiveServer live;
    private static JavaFunctionTrap trap;
    private int before;

    @BeforeAll
    static void start() throws IOException {
        live = LiveServer.start();
        trap = JavaFunctionTrap.open();
    }

    @AfterAll
    static void stop() {
        live.close();
        trap.close();
    }

    @BeforeEach
    void count() {
        before = trap.visits().get();
    }

    @AfterEach
    void nobodyCame() {
        assertEquals(before, trap.visits().get(), "the server asked another host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT * { SERVICE <URL> { ?s ?p ?o } }", "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
            "select * { service <URL> { ?s ?p ?o } }", "ASK { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
            "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
            "SELECT * { BIND(<URL> AS ?u) SERVICE ?u { ?s ?p ?o } }",
            "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c MINUS { SERVICE <URL> { ?a ?b ?c } } }",
            "SELECT * { ?a ?b ?c } ORDER BY (EXISTS { SERVICE <URL> { ?s ?p ?o } })",
            "DESCRIBE ?s WHERE { SERVICE <URL> { ?s ?p ?o } }"})
    void asksNoOtherServer(String query) {
        assertRefused(live.ask(query.replace("URL", trap.url("sparql"))), "SERVICE is refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT (<JAVA>() AS ?x) {}", "SELECT * { BIND(<JAVA>() AS ?x) }",
            "ASK { FILTER(<JAVA>() > 3) }",
            "PREFIX j: <java:org.apache.jena.sparql.function.library.> SELECT * { BIND(j:pi() AS ?x) }",
            "BASE <java:org.apache.jena.sparql.function.library.pi> SELECT * { BIND(<>() AS ?x) }",
            "SELECT * { ?x <java:org.apache.jena.sparql.pfunction.library.str> ?y }",
            "SELECT * { ?x <java:org.apache.jena.sparql.pfunction.library.str>* ?y }",
            "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (<JAVA>() > 3)", "SELECT ?s { ?s ?p ?o } ORDER BY <JAVA>()",
            "SELECT (SUM(<JAVA>()) AS ?n) { ?s ?p ?o }",
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (<JAVA>() AS ?g)",
            "ASK { FILTER NOT EXISTS { FILTER(<JAVA>() > 3) } }", "SELECT * { BIND(IF(true, <JAVA>(), 1) AS ?x) }",
            "SELECT * { BIND(<\\u006Aava:org.apache.jena.sparql.function.library.pi>() AS ?x) }",
            "SELECT * { LET (?x := <JAVA>()) }", "CONSTRUCT WHERE { ?x <JAVA> ?y }",
            "SELECT * { { SELECT (<JAVA>() AS ?x) {} } }",
            "SELECT (AGG <JAVA>(?o) AS ?x) { ?s ?p ?o }", "SELECT * { BIND(CALL(<JAVA>) AS ?x) }"})
    void runsNoJavaClass(String query) {
        HttpResponse<String> response = live.ask(query.replace("JAVA", JAVA_PI), "Accept", "text/csv");
        assertEquals(400, response.statusCode(), response.body());
        SparqlProtocolTest.assertPlain(response);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "SELECT * { BIND(CALL(IRI(CONCAT('ja', 'va:org.apache.jena.sparql.function.library.pi'))) AS ?x) }",
            "PREFIX fn: <http://www.w3.org/2005/xpath-functions#> SELECT * { BIND(fn:apply(IRI(CONCAT('ja', 'va:x.Y'))) AS ?x) }",
            "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT * { BIND(afn:eval(IRI(CONCAT('ja', 'va:x.Y'))) AS ?x) }",
            "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT * { BIND(afn:wait(600000) AS ?x) }"})
    void choosesNoFunctionWhileAQueryRuns(String query) {
        HttpResponse<String> response = live.ask(query);
        assertEquals(400, response.statusCode(), response.body());
        SparqlProtocolTest.assertPlain(response);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT ('java:x SERVICE CALL' AS ?x) {}", "SELECT ?SERVICE ?java { ?SERVICE ?p ?java } LIMIT 1",
                    "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT (afn:pi() AS ?x) {}",
                    "PREFIX apf: <http://jena.apache.org/ARQ/property#> SELECT * { ?x apf:strSplit ('a b' ' ') }",
                    "PREFIX java: <http://example.org/> SELECT * { ?s java:promotes ?o }",
                    "SELECT (\"it's <java:x>\" AS ?x) (\"\"\"a \"SERVICE\" b\"\"\" AS ?y) {}"})
    void keepsTheRestOfTheLanguage(String query) {
        HttpResponse<String> response = live.ask(query);
        assertEquals(200, response.statusCode(), response.body());
    }

    @Test
    void runsNoScript() {
        HttpResponse<String> response = live.ask("SELECT (<http://jena.apache.org/ARQ/jsFunction#print>(1) AS ?x) {}",
                "Accept", "text/csv");
        assertTrue(response.statusCode() == 400 || response.body().equals("x\r\n\r\n"), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT * FROM <URL> { ?s ?p ?o }", "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
            "SELECT * { GRAPH <URL> { ?s ?p ?o } }"})
    void fetchesNoGraph(String query, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret.ttl"),
                "<http://example.org/a> <http://example.org/b> 'secret' .");
        for (String graph : new String[] {trap.url("g.ttl"), file.toUri().toString(), file.toString()}) {
            HttpResponse<String> response = live.ask(query.replace("URL", graph), "Accept", "text/csv");
            assertEquals(200, response.statusCode());
            assertEquals(1, response.body().lines().count(), response.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"default-graph-uri", "named-graph-uri"})
    void fetchesNoGraphThatTheRequestNames(String parameter, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret.ttl"),
                "<http://example.org/a> <http://example.org/b> 'secret' .");
        for (String graph : new String[] {trap.url("g.ttl"), file.toUri().toString()}) {
            HttpResponse<String> response = live.get("/secretome/sparql?" + parameter + "=" + encoded(graph) + "&query="
                    + encoded("SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"), "Accept", "text/csv");
            assertEquals(200, response.statusCode());
            assertEquals(1, response.body().lines().count(), response.body());
            assertEquals(404, live.get("/secretome/data?graph=" + encoded(graph)).statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({"/secretome/update", "/secretome"})
    void loadsNothing(String path) {
        HttpResponse<String> response =
                live.post(path, "application/sparql-update", "LOAD <" + trap.url("g.ttl") + ">");
        assertEquals(403, response.statusCode());
        assertTrue(live.post("/secretome/sparql", "application/sparql-query", "LOAD <" + trap.url("g.ttl") + ">")
                .statusCode() >= 400);
    }

    @Test
    void readsNoRemoteContext() {
        String shapes = "{\"@context\": \"" + trap.url("context.jsonld") + "\", \"@id\": \"http://example.org/shape\"}";
        assertRefused(live.post("/secretome/shacl?graph=default", "application/ld+json", shapes),
                "remote contexts are refused");
    }

    @Test
    void readsNoRemoteContextWithinAContext() {
        String shapes = "{\"@context\": {\"@import\": \"" + trap.url("context.jsonld")
                + "\"}, \"@id\": \"http://example.org/s\"}";
        assertRefused(live.post("/secretome/shacl?graph=default", "application/ld+json", shapes),
                "remote contexts are refused");
    }

    @Test
    void importsNoShapes() {
        String shapes =
                "<http://example.org/shapes> <http://www.w3.org/2002/07/owl#imports> <" + trap.url("more.ttl") + "> .";
        assertEquals(200, live.post("/secretome/shacl?graph=default", "text/turtle", shapes).statusCode());
    }

    @Test
    void readsNoExternalEntity(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret.txt"), "secret");
        for (String entity : new String[] {trap.url("entity"), file.toUri().toString()}) {
            String shapes = "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY e SYSTEM '" + entity + "'>]>"
                    + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
                    + " rdf:about='http://example.org/a'><rdf:value>&e;</rdf:value></rdf:Description></rdf:RDF>";
            HttpResponse<String> response = live.post("/secretome/shacl?graph=default", "application/rdf+xml", shapes);
            assertTrue(!response.body().contains("secret"), response.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT $this { SERVICE <URL> { $this ?p ?o } }",
            "SELECT $this { SERVICE SILENT <URL> { $this ?p ?o } }",
            "SELECT $this { $this ?p ?o FILTER(<java:org.apache.jena.sparql.function.library.pi>() > 3) }",
            "SELECT $this { $this ?p ?o FILTER(CALL(IRI(CONCAT('ja', 'va:x.Y'))) > 3) }"})
    void checksTheQueriesInPostedShapes(String query) {
        String asked = query.replace("URL", trap.url("sparql"));
        String constraint = "PREFIX sh: <http://www.w3.org/ns/shacl#> <http://example.org/shape> a sh:NodeShape ;"
                + " sh:targetSubjectsOf <http://example.org/promotes> ; sh:sparql [ sh:select \"\"\"" + asked
                + "\"\"\" ] .";
        HttpResponse<String> response = live.post("/secretome/shacl?graph=default", "text/turtle", constraint);
        assertEquals(400, response.statusCode(), response.body());
        String component = "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX ex: <http://example.org/>"
                + " ex:component a sh:ConstraintComponent ; sh:parameter [ sh:path ex:flag ] ; sh:validator [ a"
                + " sh:SPARQLAskValidator ; sh:ask \"\"\"" + asked.replace("SELECT $this", "ASK") + "\"\"\" ] ."
                + " ex:shape a sh:NodeShape ; sh:targetSubjectsOf ex:promotes ; ex:flag true .";
        assertEquals(400, live.post("/secretome/shacl?graph=default", "text/turtle", component).statusCode());
        String target =
                "PREFIX sh: <http://www.w3.org/ns/shacl#> <http://example.org/shape> a sh:NodeShape ; sh:target [ a"
                        + " sh:SPARQLTarget ; sh:select \"\"\"" + asked + "\"\"\" ] .";
        assertEquals(400, live.post("/secretome/shacl?graph=default", "text/turtle", target).statusCode());
    }

    private static void assertRefused(HttpResponse<String> response, String why) {
        assertEquals(400, response.statusCode(), response.body());
        SparqlProtocolTest.assertPlain(response);
        assertTrue(response.body().contains(why), response.body());
    }
}
