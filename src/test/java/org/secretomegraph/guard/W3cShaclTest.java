package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.ShaclException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.report.ReportFormat;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.shacl.FullValidation;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.shacl.SupportedShapes;

/**
 * The W3C's suites of SHACL Core and SHACL-SPARQL, result by result, in the report of {@code secretome validate} and
 * {@code /validate} and in that of {@code /shacl}. {@link IncrementalW3cTest} proves that the guard finds what these
 * find.
 */
class W3cShaclTest {
    private static final Path SUITE = Path.of("src/test/resources/suites/shacl/tests");
    private static final int CORE_CASES = 98;
    private static final int SPARQL_CASES = 23;
    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String FAILURE = "http://www.w3.org/ns/shacl-test#Failure";
    /** Cases that are not passed, with the reason. */
    private static final Map<String, String> SKIPPED = Map.of();

    @Test
    void validatePassesTheCoreSuite() throws IOException {
        assertEquals(Map.of(), failures("core", CORE_CASES, W3cShaclTest::validated));
    }

    @Test
    void validatePassesTheSparqlSuite() throws IOException {
        assertEquals(Map.of(), failures("sparql", SPARQL_CASES, W3cShaclTest::validated));
    }

    @Test
    void theShapesEndpointPassesTheCoreSuite() throws IOException {
        assertEquals(Map.of(),
                failures("core", CORE_CASES, (shapes, data) -> FullValidation.of(shapes, data).getGraph()));
    }

    @Test
    void theShapesEndpointPassesTheSparqlSuite() throws IOException {
        assertEquals(Map.of(),
                failures("sparql", SPARQL_CASES, (shapes, data) -> FullValidation.of(shapes, data).getGraph()));
    }

    private static Graph validated(Shapes shapes, Graph data) {
        ValidationResult result = new Validator(ShapeLibrary.of(shapes)).validate(GraphFactory.createDefaultGraph(),
                List.of(CandidateData.ofFile("data.ttl", data)));
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        ReportFormat.TURTLE.write(result, Severity.VIOLATION, new PrintStream(report, false, StandardCharsets.UTF_8));
        return RDFParser.fromString(report.toString(StandardCharsets.UTF_8), Lang.TTL).toGraph();
    }

    private static Map<String, String> failures(String suite, int cases, BiFunction<Shapes, Graph, Graph> validation)
            throws IOException {
        Map<String, String> failures = new TreeMap<>();
        int run = 0;
        for (Path file : files(SUITE.resolve(suite))) {
            String name = SUITE.relativize(file).toString().replace(".ttl", "");
            if (SKIPPED.containsKey(name)) {
                continue;
            }
            run++;
            String failure = failure(file, validation);
            if (!failure.isEmpty()) {
                failures.put(name, failure);
            }
        }
        assertEquals(cases, run, "cases of the suite that ran");
        return failures;
    }

    private static String failure(Path file, BiFunction<Shapes, Graph, Graph> validation) {
        Graph manifest = graph(file, "");
        Node expected = manifest.find(Node.ANY, NodeFactory.createURI(MF + "result"), Node.ANY).next().getObject();
        boolean fails = expected.isURI() && expected.getURI().equals(FAILURE);
        try {
            Graph report =
                    validation.apply(SupportedShapes.parse(graph(file, "-shapes")).shapes(), graph(file, "-data"));
            List<String> found = results(report, report.stream(Node.ANY, SHACL.conforms, Node.ANY).findFirst()
                    .orElseThrow().getSubject());
            List<String> wanted = fails ? List.of("a failure") : results(manifest, expected);
            return wanted.equals(found) ? "" : "expected " + wanted + " but found " + found;
        } catch (ShaclException e) {
            return fails ? "" : "failed: " + e.getMessage();
        }
    }

    /** The results of a report; blank nodes have no name that two graphs share. */
    private static List<String> results(Graph graph, Node report) {
        List<String> results = new ArrayList<>();
        for (Triple result : graph.find(report, SHACL.result, Node.ANY).toList()) {
            Node node = result.getObject();
            results.add(text(graph, node, SHACL.focusNode) + " " + path(graph, node) + " "
                    + text(graph, node, SHACL.value) + " " + text(graph, node, SHACL.resultSeverity) + " "
                    + text(graph, node, SHACL.sourceConstraintComponent) + " " + text(graph, node, SHACL.sourceShape));
        }
        return results.stream().sorted().toList();
    }

    private static String text(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject)
                .map(node -> node.isBlank() ? "a blank node" : node.toString()).findFirst().orElse("-");
    }

    private static String path(Graph graph, Node result) {
        return graph.stream(result, SHACL.resultPath, Node.ANY).map(Triple::getObject)
                .map(node -> ShaclPaths.parsePath(graph, node).toString()).findFirst().orElse("-");
    }

    private static List<Path> files(Path suite) throws IOException {
        try (Stream<Path> all = Files.walk(suite)) {
            return all.filter(p -> p.toString().endsWith(".ttl"))
                    .filter(p -> !p.toString().matches(".*(-data|-shapes|manifest)\\.ttl")).sorted().toList();
        }
    }

    /** The shapes or the data of a case: a file of its own, or the case's file. */
    private static Graph graph(Path file, String suffix) {
        Path own = file.resolveSibling(file.getFileName().toString().replace(".ttl", suffix + ".ttl"));
        return RDFParser.source(Files.exists(own) ? own : file).errorHandler(ErrorHandlerFactory.errorHandlerNoWarnings)
                .toGraph();
    }
}
