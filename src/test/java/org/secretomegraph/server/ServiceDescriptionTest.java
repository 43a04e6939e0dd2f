package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.graph.federation.Federation;
import org.secretomegraph.server.http.ServerSettings;

/**
 * The Service Description: the three tests of the W3C's suite (sparql11/service-description: returns RDF, has the
 * endpoint,
 * conforms to the schema), and that the server does whatever it says of itself.
 */
class ServiceDescriptionTest {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final String TRIPLES = "http://rdfs.org/ns/void#triples";
    /**
     * Of each property its subject and its object, as section 3 of the specification relates them; a star is any IRI.
     */
    private static final Map<String, List<String>> SCHEMA = Map.ofEntries(
            Map.entry("endpoint", List.of("Service", "*")),
            Map.entry("supportedLanguage", List.of("Service", "Language")),
            Map.entry("feature", List.of("Service", "Feature")), Map.entry("resultFormat", List.of("Service", "*")),
            Map.entry("inputFormat", List.of("Service", "*")),
            Map.entry("languageExtension", List.of("Service", "Feature")),
            Map.entry("propertyFeature", List.of("Service", "Feature")),
            Map.entry("defaultEntailmentRegime", List.of("Service", "EntailmentRegime")),
            Map.entry("defaultDataset", List.of("Service", "Dataset")),
            Map.entry("defaultGraph", List.of("Dataset", "Graph")),
            Map.entry("namedGraph", List.of("Dataset", "NamedGraph")), Map.entry("name", List.of("NamedGraph", "*")),
            Map.entry("graph", List.of("NamedGraph", "Graph")));
    /** What the specification itself says of its individuals. */
    private static final Map<String, Set<String>> INDIVIDUALS = Map.of("Language",
            Set.of("SPARQL10Query", "SPARQL11Query",
                    "SPARQL11Update"),
            "Feature", Set.of("DereferencesURIs", "UnionDefaultGraph", "RequiresDataset", "EmptyGraphs",
                    "BasicFederatedQuery"));
    private static final String ROWS = "SELECT ?s { ?s <https://w3id.org/scso/finding> ?o } LIMIT 3";
    private static final String STATEMENTS = "CONSTRUCT WHERE { ?s <https://w3id.org/scso/finding> ?o } LIMIT 3";
    /** A format, how it is asked for, and by which query. */
    private static final Map<String, List<String>> ASKED = Map.of("SPARQL_Results_JSON",
            List.of("application/sparql-results+json",
                    ROWS),
            "SPARQL_Results_XML", List.of("application/sparql-results+xml", ROWS), "SPARQL_Results_CSV",
            List.of("text/csv", ROWS), "SPARQL_Results_TSV", List.of("text/tab-separated-values", ROWS), "Turtle",
            List.of("text/turtle", STATEMENTS), "N-Triples", List.of("application/n-triples", STATEMENTS), "RDF_XML",
            List.of("application/rdf+xml", STATEMENTS), "JSON-LD", List.of("application/ld+json", STATEMENTS), "TriG",
            List.of("application/trig", STATEMENTS), "N-Quads", List.of("application/n-quads", STATEMENTS));
    @RegisterExtension
    static final LiveServer live = LiveServer.ofTheBundledGraph();

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples", "*/*",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    void aGetOfTheEndpointReturnsRdfWithItsEndpoint(String accept) {
        for (String path : List.of("/secretome/sparql", "/secretome/query")) {
            HttpResponse<String> response = live.get(path, "Accept", accept);
            assertEquals(200, response.statusCode());
            assertEquals("Accept", response.headers().firstValue("Vary").orElse(""));
            assertEquals(List.of(NodeFactory.createURI("http://localhost:" + live.server().port() + path)),
                    objects(parsed(response), "endpoint"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/secretome/sparql", "/secretome/query"})
    void itConformsToTheSchema(String path) {
        try (LiveStore store = LiveStore.start(LiveStore.filled())) {
            for (Graph told : List.of(described(live, path), described(store.http(), path))) {
                long checked = told.stream().filter(t -> t.getPredicate().getURI().startsWith(SD)).peek(t -> {
                    String property = t.getPredicate().getURI().substring(SD.length());
                    assertTrue(SCHEMA.containsKey(property), property);
                    assertTrue(isA(told, t.getSubject(), SCHEMA.get(property).get(0)), t.toString());
                    assertTrue(isA(told, t.getObject(), SCHEMA.get(property).get(1)), t.toString());
                }).count();
                assertTrue(checked >= 20, "only " + checked);
            }
        }
    }

    private static boolean isA(Graph told, Node node, String type) {
        return type.equals("*") ? node.isURI() : told.contains(node, RDF.type.asNode(),
                NodeFactory.createURI(SD + type))
                || node.isURI() && node.getURI().startsWith(SD)
                        && INDIVIDUALS.getOrDefault(type, Set.of()).contains(node.getURI().substring(SD.length()));
    }

    @Test
    void everyResultFormatIsAnswered() {
        Set<String> told = objects(described(live, "/secretome/sparql"), "resultFormat").stream()
                .map(format -> format.getURI().substring(FORMATS.length())).collect(Collectors.toSet());
        assertEquals(ASKED.keySet(), told);
        told.forEach(format -> {
            String accept = ASKED.get(format).get(0);
            HttpResponse<String> response = live.ask(ASKED.get(format).get(1), "Accept", accept);
            assertEquals(200, response.statusCode(), format);
            assertEquals(accept, LiveServer.type(response));
            assertTrue(response.body().contains("https://w3id.org/scso/claim/") || response.body().contains("claim:"),
                    format);
        });
    }

    @Test
    void theGraphsHaveTheSizesThatAQueryCounts() {
        Graph told = described(live, "/secretome/sparql");
        Map<String, String> counted =
                live.ask("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g", "Accept", "text/csv")
                        .body().lines().skip(1).collect(Collectors.toMap(l -> l.split(",")[0], l -> l.split(",")[1]));
        Map<String, String> named =
                told.stream(Node.ANY, NodeFactory.createURI(SD + "name"), Node.ANY).collect(Collectors
                        .toMap(t -> t.getObject().getURI(), t -> size(told, one(told, t.getSubject(), SD + "graph"))));
        assertEquals(counted, named);
        String all = live.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "Accept", "text/csv").body().lines().skip(1)
                .findFirst()
                .orElseThrow();
        assertEquals(all, size(told, objects(told, "defaultGraph").get(0)));
    }

    @Test
    void theSizesAreThoseOfNow() {
        try (LiveStore store = LiveStore.start(LiveStore.filled())) {
            Predicate<Graph> hasNew =
                    told -> objects(told, "name").contains(NodeFactory.createURI("http://example.org/new"));
            assertFalse(hasNew.test(described(store.http(), "/secretome/sparql")));
            assertEquals(204, store.send("POST", "/secretome/update", "application/sparql-update",
                    "INSERT DATA { GRAPH <http://example.org/new> { <http://example.org/a> a <http://example.org/B> } }")
                    .statusCode());
            assertTrue(hasNew.test(described(store.http(), "/secretome/sparql")));
        }
    }

    /** What a feature that is named means, asked of the server; what is not there is not named. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "feature|http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph"
                    + "|ASK { ?s ?p ?o GRAPH ?g { ?s ?p ?o } }",
            "defaultEntailmentRegime|http://www.w3.org/ns/entailment/Simple"
                    + "|ASK { FILTER NOT EXISTS { ?s a <https://w3id.org/scso/Claim> FILTER NOT EXISTS { GRAPH ?g { ?s a <https://w3id.org/scso/Claim> } } } }",
            "languageExtension|http://jena.hpl.hp.com/2003/07/query/ARQ"
                    + "|ASK { VALUES ?s { <https://w3id.org/scso/promotes> } LATERAL { SELECT * { ?s ?p ?o } LIMIT 1 } }",
            "propertyFeature|http://jena.apache.org/text#query"
                    + "|ASK { ?s <http://jena.apache.org/text#query> 'hypoxic preconditioning' }"})
    void whatIsNamedWorks(String property, String value, String query) {
        assertEquals(List.of(NodeFactory.createURI(value)), objects(described(live, "/secretome/sparql"), property));
        assertTrue(live.ask(query, "Accept", "text/csv").body().contains("true"), query);
    }

    @Test
    void onlyAServerThatMayAskOthersSaysSo() {
        Node federated = NodeFactory.createURI(SD + "BasicFederatedQuery");
        assertFalse(objects(described(live, "/secretome/sparql"), "feature").contains(federated));
        try (LiveServer open = LiveServer.start(ServerSettings.local()
                .withFederation(Federation.with(List.of("https://sparql.example.org/"))))) {
            assertTrue(objects(described(open, "/secretome/sparql"), "feature").contains(federated));
        }
    }

    @Test
    void onlyAServerThatTakesUpdatesNamesTheirEndpoint() {
        Node language = NodeFactory.createURI(SD + "SPARQL11Update");
        assertFalse(objects(described(live, "/secretome/sparql"), "supportedLanguage").contains(language));
        assertEquals(1, objects(described(live, "/secretome/sparql"), "endpoint").size());
        try (LiveStore store = LiveStore.start(LiveStore.filled())) {
            for (String path : List.of("/secretome/query", "/secretome/sparql")) {
                Graph told = described(store.http(), path);
                Node service = told.find(Node.ANY, NodeFactory.createURI(SD + "supportedLanguage"), language).next()
                        .getSubject();
                String endpoint = one(told, service, SD + "endpoint").getURI();
                assertEquals(204,
                        store.send("POST", endpoint.replaceFirst("http://[^/]*", ""), "application/sparql-update",
                                "INSERT DATA { <http://example.org/a> a <http://example.org/B> }").statusCode(),
                        endpoint);
                assertTrue(told.contains(Node.ANY, RDF.type.asNode(), NodeFactory.createURI(SD + "Service")));
            }
        }
    }

    @Test
    void itLeadsToTheVoidDescription() {
        Graph told = described(live, "/secretome/sparql");
        String address = one(told, objects(told, "defaultDataset").get(0), RDFS.seeAlso.getURI()).getURI();
        HttpResponse<String> response = live.get(address.replaceFirst("http://[^/]*", ""), "Accept", "text/turtle");
        assertTrue(RDFParser.fromString(response.body(), Lang.TTL).toGraph().contains(Node.ANY,
                NodeFactory.createURI(TRIPLES),
                Node.ANY));
        try (LiveServer bare = LiveServer.start()) {
            assertFalse(described(bare, "/secretome/sparql").contains(Node.ANY, RDFS.seeAlso.asNode(), Node.ANY));
        }
    }

    private static Graph described(LiveServer server, String path) {
        return parsed(server.get(path, "Accept", "text/turtle"));
    }

    private static Graph parsed(HttpResponse<String> response) {
        return RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(LiveServer.type(response)))
                .toGraph();
    }

    private static List<Node> objects(Graph told, String property) {
        return told.stream(Node.ANY, NodeFactory.createURI(SD + property), Node.ANY).map(Triple::getObject).toList();
    }

    private static Node one(Graph told, Node subject, String property) {
        List<Node> values =
                told.stream(subject, NodeFactory.createURI(property), Node.ANY).map(Triple::getObject).toList();
        assertEquals(1, values.size(), property);
        return values.get(0);
    }

    private static String size(Graph told, Node graph) {
        return one(told, graph, TRIPLES).getLiteralLexicalForm();
    }
}
