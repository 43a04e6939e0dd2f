package org.secretomegraph.graph.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.Scale;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.view.UnionGraph;

/**
 * What is remembered from change to change is what the store would answer. Changes by chance, some committed and some
 * not, of a graph so small that they touch the same nodes again and again; within each, questions by chance are asked
 * of all views, remembered and plain.
 */
class WriterCacheTest {
    private static final int CHANGES = 150;
    private static final List<Set<Node>> VIEWS = List.of(Set.of(), NamedGraphs.DERIVED, NamedGraphs.NO_PREMISES);
    private static final List<Node> GRAPHS = List.of(NamedGraphs.DATA, NamedGraphs.ONTOLOGY, NamedGraphs.LINKS);
    private static final List<Node> NODES =
            IntStream.range(0, 6).mapToObj(i -> NodeFactory.createURI("http://example.org/" + i))
                    .toList();
    private static final List<Node> VALUES =
            Stream.concat(NODES.stream(), Stream.of(number("1"), number("01"), number("2")))
                    .toList();

    @TempDir
    private Path folder;

    private static Node number(String digits) {
        return NodeFactory.createLiteralDT(digits, XSDDatatype.XSDinteger);
    }

    static Stream<Arguments> seeds() {
        return Stream.concat(IntStream.range(0, Scale.of(5, 20)).mapToObj(seed -> Arguments.of("memory", seed)),
                IntStream.range(0, Scale.of(1, 3)).mapToObj(seed -> Arguments.of("tdb2", seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("seeds")
    void whatIsRememberedIsWhatTheStoreAnswers(String kind, int seed) {
        Random random = new Random(seed);
        int found = 0;
        try (GraphStore store = kind.equals("memory") ? GraphStore.memory() : GraphStore.tdb2(folder)) {
            for (int i = 0; i < CHANGES; i++) {
                found += change(store, random);
            }
        }
        assertTrue(found > CHANGES, "hardly anything was found: " + found);
    }

    /** @return how many triples were found, since nothing is easily remembered rightly */
    private static int change(GraphStore store, Random random) {
        return store.underWriteTransaction(writing -> {
            int found = ask(writing, random); // so that there is something to forget
            for (int i = random.nextInt(4); i >= 0; i--) {
                writing.derive(Quad.create(any(GRAPHS, random), triple(random)), random.nextInt(3) > 0);
            }
            found += ask(writing, random);
            if (random.nextInt(3) > 0) {
                writing.commit();
            }
            return found;
        });
    }

    private static int ask(WriteTransaction writing, Random random) {
        int found = 0;
        for (Set<Node> view : VIEWS) {
            Graph remembered = writing.without(view);
            Graph plain = UnionGraph.without(view, writing.base());
            for (int i = 0; i < 30; i++) {
                Triple pattern = Triple.create(maybe(NODES, random), maybe(NODES, random), maybe(NODES, random));
                List<Triple> answer = sorted(plain, pattern);
                assertEquals(answer, sorted(remembered, pattern), () -> pattern + " without " + view);
                assertEquals(plain.contains(pattern), remembered.contains(pattern));
                found += answer.size();
            }
            Triple byValue = Triple.create(Node.ANY, any(NODES, random), any(VALUES, random));
            assertEquals(sorted(plain, byValue), sorted(remembered, byValue));
        }
        return found;
    }

    private static List<Triple> sorted(Graph graph, Triple pattern) {
        return graph.find(pattern).toList().stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
    }

    private static Triple triple(Random random) {
        return Triple.create(any(NODES, random), any(NODES, random), any(VALUES, random));
    }

    private static <T> T any(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static Node maybe(List<Node> from, Random random) {
        return random.nextInt(3) == 0 ? Node.ANY : any(from, random);
    }

    /** A change that fails after it asked must leave no answers behind that were only true within it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void aChangeThatIsUndoneLeavesNothingBehind(String kind) {
        Quad quad = Quad.create(NamedGraphs.DATA, Triple.create(NODES.get(0), NODES.get(1), NODES.get(2)));
        try (GraphStore store = kind.equals("memory") ? GraphStore.memory() : GraphStore.tdb2(folder)) {
            for (int times = 0; times < 3; times++) {
                assertThrows(IllegalStateException.class, () -> store.underWriteTransaction(writing -> {
                    writing.derive(quad, true);
                    for (int i = 0; i < 5; i++) {
                        assertTrue(writing.union().contains(quad.asTriple()));
                    }
                    throw new IllegalStateException("in the middle");
                }));
                List<Boolean> held = new ArrayList<>();
                store.underWriteTransaction(writing -> held.add(writing.union().contains(quad.asTriple())));
                assertEquals(List.of(false), held);
            }
        }
    }

    static Stream<String> kinds() {
        return Stream.of("memory", "tdb2");
    }
}
