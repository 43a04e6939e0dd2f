package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.Scale;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.shacl.SupportedShapes;
import org.secretomegraph.shacl.incremental.DependencyIndex;
import org.secretomegraph.vocab.Scso;

/** The same proof on shapes that others wrote: the W3C's SHACL Core suite, and the shapes that ship, on real claims. */
class IncrementalW3cTest {
    private static final Path CORE = Path.of("src/test/resources/suites/shacl/tests/core");
    private static final int CASES = 98;
    private static final int CHANGES = Scale.of(5, 30);
    private static final int SEEDS_OF_OURS = Scale.of(3, 8);
    /** The samples are claims of today's sheets: where the first seeds meet too few kinds of constraint, more are drawn. */
    private static final int MOST_SEEDS_OF_OURS = 40;
    private static final int KINDS_OF_OURS = Scale.of(4, 8);
    private static final Set<Node> KNOWN = Set.of(RDFS.label.asNode(), RDF.type.asNode(), RDFS.subClassOf.asNode(),
            Scso.claimKind);

    @Test
    void onTheSuiteOfTheW3c() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        int run = 0;
        for (Path file : files()) {
            Shapes shapes = SupportedShapes.parse(graph(file, "-shapes")).shapes();
            List<Triple> data = graph(file, "-data").find().filterDrop(IncrementalW3cTest::isOfTheTest).toList();
            Random random = new Random(file.getFileName().toString().hashCode());
            RandomCase trial =
                    new RandomCase(shapes, DependencyIndex.of(shapes)::affectedFocusNodes,
                            new RandomGraphs(random, data), random,
                            IncrementalValidationTest.visitBudget(random));
            String difference = trial.differences(CHANGES);
            if (!difference.isEmpty()) {
                wrong.add(file + ": " + difference);
            }
            seen.addAll(trial.checksSeen);
            run++;
        }
        assertEquals(List.of(), wrong);
        assertEquals(CASES, run, "cases of the suite that ran");
        assertTrue(seen.size() >= Scale.of(12, 20), () -> "checks that a change made fail: " + seen);
    }

    @Test
    void onTheShapesThatShip() {
        Shapes shapes = ShapeLibrary.read(BundledGraph.bundle().files("shapes", ".ttl").stream()
                .filter(file -> file.getParent().endsWith("shapes")).toList()).shapes();
        Set<String> seen = new TreeSet<>();
        for (long seed = 0; seed < SEEDS_OF_OURS || seed < MOST_SEEDS_OF_OURS && seen.size() < KINDS_OF_OURS; seed++) {
            Random random = new Random(seed);
            RandomCase trial = new RandomCase(shapes, DependencyIndex.of(shapes)::affectedFocusNodes,
                    new RandomGraphs(random, sample(random)), random,
                    IncrementalValidationTest.visitBudget(random));
            assertEquals("", trial.differences(6), "seed " + seed);
            seen.addAll(trial.checksSeen);
        }
        assertTrue(seen.size() >= KINDS_OF_OURS, () -> "checks that a change made fail: " + seen);
    }

    /** Two claims with their publications, and what makes their terms known: label, class and superclasses. */
    private static List<Triple> sample(Random random) {
        Graph all = BundledGraph.snapshot().union();
        List<Node> claims = all.stream(Node.ANY, Scso.finding, Node.ANY).map(Triple::getSubject)
                .sorted(Comparator.comparing(Node::getURI)).toList();
        Set<Triple> sample = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            Node claim = claims.get(random.nextInt(claims.size()));
            for (Triple said : all.find(claim, Node.ANY, Node.ANY).toList()) {
                sample.add(said);
                boolean record = said.getPredicate().equals(Scso.publication);
                all.stream(said.getObject(), Node.ANY, Node.ANY).filter(t -> record || KNOWN.contains(t.getPredicate()))
                        .forEach(sample::add);
            }
        }
        return sample.stream().sorted(Comparator.comparing(Triple::toString)).toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(CORE)) {
            return all.filter(p -> p.toString().endsWith(".ttl"))
                    .filter(p -> !p.toString().matches(".*(-data|-shapes|manifest)\\.ttl"))
                    .sorted().toList();
        }
    }

    /** The shapes or the data of a case: a file of its own, or the case's file. */
    private static Graph graph(Path file, String suffix) {
        Path own = file.resolveSibling(file.getFileName().toString().replace(".ttl", suffix + ".ttl"));
        return RDFParser.source(Files.exists(own) ? own : file).errorHandler(ErrorHandlerFactory.errorHandlerNoWarnings)
                .toGraph();
    }

    /** Shapes and manifests stand in the same file as the data; to shuffle them would change nothing. */
    private static boolean isOfTheTest(Triple triple) {
        return Set.of("http://www.w3.org/ns/shacl#", "http://www.w3.org/ns/shacl-test#",
                "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
                .contains(triple.getPredicate().getNameSpace())
                || triple.getPredicate().equals(RDF.first.asNode()) || triple.getPredicate().equals(RDF.rest.asNode());
    }
}
