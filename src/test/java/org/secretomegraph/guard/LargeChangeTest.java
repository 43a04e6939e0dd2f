package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.Scale;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.report.Finding;
import org.secretomegraph.shacl.ShapeLibrary;

/**
 * A change that is too large for memory is kept on disk, and its focus nodes are validated one by one. It has the
 * verdict, the findings and the store of one that is not: random shapes, graphs and changes, with memory for a few
 * quads.
 *
 * <p>Before, all of a change was held several times, and an import of a million claims ran out of memory.
 */
class LargeChangeTest {
    private static final int SEEDS = Scale.of(40, 250);
    private static final int CHANGES = 4;

    @TempDir
    private Path folder;

    /** The outcome of a change. */
    private record Outcome(boolean accepted, Set<List<String>> added, Set<Quad> store, long triples) {}

    @Test
    void comesToTheSameAsASmallOne() {
        int refused = 0;
        int accepted = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            String turtle = new RandomShapes(random, seed % 3 > 0).turtle();
            Shapes shapes = Shapes.parse(RDFParser.fromString(turtle, Lang.TTL).toGraph());
            int kept = random.nextInt(3);
            try (GraphStore small = store(seed, "small"); GraphStore large = store(seed, "large").spillingAfter(kept)) {
                RandomGraphs ofSmall = new RandomGraphs(new Random(seed), List.of());
                RandomGraphs ofLarge = new RandomGraphs(new Random(seed), List.of());
                for (int i = 0; i < CHANGES; i++) {
                    Outcome one = propose(i == 0 ? ofSmall::fill : ofSmall.change(), small, shapes);
                    Outcome other = propose(i == 0 ? ofLarge::fill : ofLarge.change(), large, shapes);
                    assertEquals(one, other, "seed " + seed + " change " + i + "\n" + turtle);
                    accepted += one.accepted() ? 1 : 0;
                    refused += one.accepted() ? 0 : 1;
                }
            }
        }
        int enough = CHANGES * SEEDS / 5;
        assertTrue(accepted > enough && refused > enough, accepted + " accepted, " + refused + " refused");
    }

    /**
     * In random graphs nearly every node is a subject too, which hides that a large change forgot those that are none.
     */
    @Test
    void whatWasWrongOfANodeThatSaysNothingIsNoFindingOfTheChange() {
        Shapes shapes = shapes("ex:S a sh:NodeShape ; sh:targetObjectsOf ex:p ; sh:nodeKind sh:Literal .");
        try (GraphStore store = GraphStore.memory().spillingAfter(0)) {
            store.underWriteTransaction(writing -> {
                writing.dataset().add(quad("graph", "a", "p", "b"));
                writing.commit();
                return true;
            });
            assertEquals(Set.of(),
                    propose(dataset -> dataset.add(quad("graph", "c", "q", "d")), store, shapes).added());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000})
    void aDerivedGraphIsNotWrittenByALargeChangeEither(int kept) {
        try (GraphStore store = GraphStore.memory().spillingAfter(kept)) {
            Outcome came = propose(dataset -> {
                dataset.add(quad("graph", "a", "q", "b"));
                dataset.add(Quad.create(NamedGraphs.LINKS, quad("graph", "c", "q", "d").asTriple()));
            }, store, shapes("ex:S a sh:NodeShape ; sh:targetObjectsOf ex:p ; sh:nodeKind sh:Literal ."));
            assertFalse(came.accepted());
            assertEquals(1, came.added().size(), came.added().toString());
        }
    }

    private static Shapes shapes(String turtle) {
        return Shapes
                .parse(RDFParser.fromString("PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX ex: <http://example.org/> "
                        + turtle, Lang.TTL).toGraph());
    }

    private static Quad quad(String... names) {
        Node[] nodes =
                Stream.of(names).map(name -> NodeFactory.createURI("http://example.org/" + name)).toArray(Node[]::new);
        return Quad.create(nodes[0], nodes[1], nodes[2], nodes[3]);
    }

    private GraphStore store(long seed, String name) {
        return seed % 10 == 0 ? GraphStore.tdb2(folder.resolve(name + seed)) : GraphStore.memory();
    }

    private static Outcome propose(Consumer<DatasetGraph> edit, GraphStore store, Shapes shapes) {
        Guard guard = new Guard(store, new Materializer(List.of()), ShapeLibrary.of(shapes));
        Verdict verdict = guard.propose(new Change("random", edit));
        return new Outcome(verdict instanceof Verdict.Accepted, keys(verdict.added()),
                store.read(d -> Iter.toSet(d.find())), store.triples());
    }

    private static Set<List<String>> keys(List<Finding> findings) {
        return findings.stream().map(f -> List.of(f.rule(), f.constraintComponent(), f.place().focus(), f.valueText()))
                .collect(Collectors.toSet());
    }
}
