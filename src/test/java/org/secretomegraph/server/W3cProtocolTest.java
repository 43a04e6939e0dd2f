package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.system.G;
import org.junit.jupiter.api.Test;
import org.secretomegraph.graph.Source;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.server.http.ServerSettings;

/** The W3C's SPARQL 1.1 Protocol suite, both halves. */
class W3cProtocolTest {
    private static final int QUERY_TESTS = 20;
    private static final int UPDATE_TESTS = 14;
    private static final Path SUITE = Path.of("src/test/resources/suites/sparql/sparql11/protocol");
    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String HT = "http://www.w3.org/2011/http#";
    private static final String CNT = "http://www.w3.org/2011/content#";
    private static final String DATA = "http://kasei.us/2009/09/sparql/data/";

    @Test
    void passesTheQueryHalfOfTheSuite() {
        try (LiveServer live = LiveServer.start(ServerSettings.local(), graphs())) {
            run(live, "/secretome/sparql", name -> !name.contains("update"), QUERY_TESTS);
        }
    }

    /** At the dataset itself, which takes updates and queries at one address, as the suite does. */
    @Test
    void passesTheUpdateHalfOfTheSuite() {
        try (LiveStore live = LiveStore.start(LiveStore.filled())) {
            run(live.http(), "/secretome", name -> name.contains("update"), UPDATE_TESTS);
        }
    }

    private static void run(LiveServer live, String address, Predicate<String> asked, int count) {
        Graph manifest = RDFParser.source(SUITE.resolve("manifest.ttl")).base("http://suite/").toGraph();
        List<String> ran = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (Node test : entries(manifest)) {
            String name = test.getURI().replaceFirst(".*#", "");
            if (asked.test(name)) {
                ran.add(name);
                failed.addAll(run(live, address, manifest, test, name));
            }
        }
        assertEquals(List.of(), failed);
        assertEquals(count, ran.size(), "tests run: " + ran);
    }

    private static List<String> run(LiveServer live, String address, Graph manifest, Node test, String name) {
        List<String> failed = new ArrayList<>();
        Node action = one(manifest, test, MF + "action");
        for (Node request : GraphList.members(GNode.create(manifest, one(manifest, action, HT + "requests")))) {
            Node expected = one(manifest, request, HT + "resp");
            HttpResponse<String> response = live.send(http(live, address, manifest, request));
            Set<Node> statuses = Set.copyOf(G.listSP(manifest, expected, NodeFactory.createURI(MF + "expectedStatus")));
            String family = "StatusCode" + response.statusCode() / 100 + "xx";
            if (statuses.stream()
                    .noneMatch(s -> s.getURI().endsWith(family) || s.getURI().endsWith("#" + response.statusCode()))) {
                failed.add(name + ": " + response.statusCode() + " instead of " + statuses + ": " + response.body());
            }
            Node yes = G.getZeroOrOneSP(manifest, expected, NodeFactory.createURI(MF + "expectedBoolean"));
            if (yes != null && !response.body().contains("<boolean>" + yes.getLiteralLexicalForm() + "</boolean>")) {
                failed.add(name + ": not " + yes.getLiteralLexicalForm() + ": " + response.body());
            }
            Node format = G.getZeroOrOneSP(manifest, expected, NodeFactory.createURI(MF + "expectedFormat"));
            if (format != null && !hasFormat(format.getLiteralLexicalForm(), LiveServer.type(response))) {
                failed.add(name + ": " + LiveServer.type(response) + " is not " + format.getLiteralLexicalForm());
            }
        }
        return failed;
    }

    private static boolean hasFormat(String format, String type) {
        return switch (format) {
            case "boolean", "tabular" -> type.startsWith("application/sparql-results") || type.startsWith("text/");
            case "RDF" -> Set.of("text/turtle", "application/rdf+xml", "application/n-triples").contains(type);
            default -> throw new AssertionError("unknown format " + format);
        };
    }

    private static HttpRequest.Builder http(LiveServer live, String address, Graph manifest, Node request) {
        String path = text(manifest, request, HT + "absolutePath").replaceFirst("^/sparql/", address);
        HttpRequest.BodyPublisher body = BodyPublishers.noBody();
        Node content = G.getZeroOrOneSP(manifest, request, NodeFactory.createURI(HT + "body"));
        if (content != null) {
            Charset charset = Charset.forName(text(manifest, content, CNT + "characterEncoding"));
            body = BodyPublishers.ofByteArray(text(manifest, content, CNT + "chars").getBytes(charset));
        }
        HttpRequest.Builder http = live.request(path).method(text(manifest, request, HT + "methodName"), body);
        Node headers = G.getZeroOrOneSP(manifest, request, NodeFactory.createURI(HT + "headers"));
        if (headers != null) {
            GraphList.members(GNode.create(manifest, headers))
                    .forEach(h -> http.header(text(manifest, h, HT + "fieldName"),
                            text(manifest, h, HT + "fieldValue")));
        }
        return http;
    }

    private static List<Node> entries(Graph manifest) {
        Node list = manifest.find(Node.ANY, NodeFactory.createURI(MF + "entries"), Node.ANY).next().getObject();
        List<Node> entries = GraphList.members(GNode.create(manifest, list));
        assertTrue(entries.size() >= QUERY_TESTS, "the manifest lists only " + entries.size());
        return entries;
    }

    private static Snapshot graphs() {
        Source source = dataset -> {
            for (String data : List.of("data1", "data2", "data3")) {
                Graph graph = RDFParser.source(SUITE.resolve(data + ".nt")).toGraph();
                graph.find()
                        .forEachRemaining(t -> dataset.add(NodeFactory.createURI(DATA + data + ".rdf"), t.getSubject(),
                                t.getPredicate(), t.getObject()));
            }
        };
        return Snapshot.load(List.of(source), List.of());
    }

    private static Node one(Graph graph, Node subject, String property) {
        return G.getOneSP(graph, subject, NodeFactory.createURI(property));
    }

    private static String text(Graph graph, Node subject, String property) {
        return one(graph, subject, property).getLiteralLexicalForm();
    }
}
