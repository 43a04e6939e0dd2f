package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.catalogue.Question;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.federation.Federation;
import org.secretomegraph.server.http.ServerSettings;

/**
 * What the SIB SPARQL editor asks an endpoint when it starts, and what the SIB tools for example queries ask of
 * examples:
 * their own queries, word by word, against the running server.
 */
class SibToolsTest {
    private static final Path FOLDER = Path.of("src/test/resources/sib");
    private static final String SCSO = "https://w3id.org/scso/";
    private static LiveServer live;

    static Stream<Question> questions() {
        return BundledGraph.catalogue().questions().stream();
    }

    @BeforeAll
    static void start() {
        live = LiveServer.ofTheBundledGraph(ServerSettings.local().withAnyOrigin(true));
    }

    @AfterAll
    static void stop() {
        live.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"editor-prefixes.rq", "readme-prefixes.rq"})
    void findPrefixesEachWithOneNamespace(String query) throws IOException {
        Map<String, String> found = new HashMap<>();
        for (Binding row : ask(query)) {
            String before = found.put(text(row, "prefix"), text(row, "namespace"));
            assertTrue(before == null || before.equals(text(row, "namespace")),
                    "two namespaces for " + text(row, "prefix"));
        }
        assertEquals(SCSO, found.get("scso"));
        assertEquals("http://purl.obolibrary.org/obo/GO_", found.get("GO"));
        questions().forEach(q -> q.query().getPrefixMapping().getNsPrefixMap()
                .forEach((prefix, namespace) -> assertEquals(namespace, found.get(prefix), "prefix of " + q.name())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"editor-examples.rq", "readme-examples.rq", "examples-readme.rq"})
    void findEveryQuestionOnce(String query) throws IOException {
        Map<String, String> found = new HashMap<>();
        for (Binding row : ask(query)) {
            assertEquals(null, found.put(text(row, "sq"), text(row, "comment")), text(row, "sq"));
        }
        Map<String, String> expected = new HashMap<>();
        questions().forEach(q -> expected.put(SCSO + "question/" + q.name(), q.summary()));
        assertEquals(expected, found);
    }

    /** The editor offers nothing, when it cannot tell which properties the members of a class have. */
    @ParameterizedTest
    @ValueSource(strings = {"editor-classes.rq", "readme-classes.rq", "void-generator-classes.rq"})
    void findWhatTheMembersOfAClassHave(String query) throws IOException {
        Map<String, Map<String, Set<String>>> offered = new HashMap<>();
        for (Binding row : ask(query)) {
            Set<String> values = offered.computeIfAbsent(text(row, "subjectClass"), c -> new HashMap<>())
                    .computeIfAbsent(text(row, "prop"), p -> new HashSet<>());
            Stream.of("objectClass", "objectDatatype").filter(row::contains).forEach(v -> values.add(text(row, v)));
        }
        for (String kind : List.of("Claim", "EffectClaim")) {
            Map<String, Set<String>> claim = offered.get(SCSO + kind);
            assertEquals(Set.of(SCSO + "Outcome"), claim.get(SCSO + "outcome").stream()
                    .filter(c -> c.startsWith(SCSO)).collect(Collectors.toSet()), kind);
            assertTrue(claim.get(SCSO + "publication").contains(SCSO + "Publication"), kind);
            assertEquals(Set.of("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"), claim.get(SCSO + "finding"),
                    kind);
            assertTrue(claim.containsKey(SCSO + "subject") && claim.containsKey(SCSO + "evidenceLevel"), kind);
        }
        assertTrue(offered.get(SCSO + "Publication").containsKey("http://purl.org/dc/terms/title"));
        assertTrue(offered.size() >= 30, "only " + offered.size() + " classes");
    }

    /** VoID counts what a query counts, for every class and property that it names. */
    @Test
    void countRightly() throws IOException {
        int rows = 0;
        for (Binding row : ask("void-generator-counts.rq")) {
            if (row.contains("objectClass") && text(row, "subjectClass").equals(SCSO + "EffectClaim")) {
                String counted =
                        "SELECT (COUNT(*) AS ?n) { ?s a <" + text(row, "subjectClass") + "> ; <" + text(row, "prop")
                                + "> ?o . ?o a <" + text(row, "objectClass") + "> }";
                assertEquals(text(select(counted).get(0), "n"), text(row, "objectsCount"), counted);
                rows++;
            }
        }
        assertTrue(rows >= 20, "only " + rows);
        for (Binding row : select("PREFIX void: <http://rdfs.org/ns/void#> SELECT * { <" + SCSO + "dataset>"
                + " void:classPartition ?cp . ?cp void:class ?c ; void:entities ?n }")) {
            String members = "SELECT (COUNT(DISTINCT ?s) AS ?n) { GRAPH ?g { ?s a <" + text(row, "c") + "> }"
                    + " FILTER(?g != <" + NamedGraphs.VOID.getURI() + ">) }";
            assertEquals(text(select(members).get(0), "n"), text(row, "n"), text(row, "c"));
        }
    }

    @Test
    void everyExampleKeepsTheRulesOfTheExamplesCollection() throws IOException {
        Graph shapes = RDFParser.source(FOLDER.resolve("examples-shape.ttl")).toGraph();
        Graph questions = RDFParser.fromString(live.get("/secretome/data?graph=" + NamedGraphs.QUESTIONS.getURI(),
                "Accept", "text/turtle").body(), Lang.TTL).toGraph();
        var report = ShaclValidator.get().validate(Shapes.parse(shapes), questions);
        assertEquals(List.of(), report.getEntries().stream().map(Object::toString).toList());
        int targets = questions.stream(Node.ANY, NodeFactory.createURI("https://schema.org/target"), Node.ANY).toList()
                .size();
        assertEquals(questions().count(), targets);
    }

    /** A question that is run as a tool finds it gives the expected answer, or says what lets it ask others. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void everyExampleGivesTheExpectedAnswer(Question question) throws IOException {
        String found = text(select("SELECT ?text { <" + SCSO + "question/" + question.name() + ">"
                + " <http://www.w3.org/ns/shacl#select> ?text }").get(0), "text");
        HttpResponse<String> response = live.ask(found, "Accept", "text/tab-separated-values");
        if (!question.federated().isEmpty()) {
            assertEquals(400, response.statusCode(), "this server was started without " + Federation.OPTION);
            assertTrue(response.body().contains(Federation.OPTION), response.body());
            return; // FederationTest asks those
        }
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(Files.readString(Path.of(question.expected())), response.body());
    }

    @Test
    void theEndpointThatExamplesNameLeadsToTheEndpoint() {
        HttpResponse<String> response = live.get("/sparql?query=ASK%7B%7D");
        assertEquals(307, response.statusCode());
        assertEquals("/secretome/sparql?query=ASK%7B%7D", response.headers().firstValue("Location").orElseThrow());
    }

    private static List<Binding> ask(String file) throws IOException {
        List<Binding> rows = select(Files.readString(FOLDER.resolve(file)));
        assertTrue(!rows.isEmpty(), file + " finds nothing");
        return rows;
    }

    /** As the editor asks. */
    private static List<Binding> select(String query) {
        HttpResponse<String> response = live.get("/secretome/sparql?ac=1&query=" + LiveServer.encoded(query),
                "Accept", "application/sparql-results+json", "Origin", "https://sib-swiss.github.io");
        assertEquals(200, response.statusCode(), response.body());
        assertEquals("*", response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        RowSetReader reader = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON).create(ResultSetLang.RS_JSON);
        RowSet rows =
                reader.read(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)), new Context());
        return rows.stream().toList();
    }

    private static String text(Binding row, String column) {
        Node value = row.get(column);
        return value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }
}
