package org.secretomegraph.graph.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.JavaProcess;
import org.secretomegraph.Proof;
import org.secretomegraph.graph.Source;
import org.secretomegraph.graph.store.StoreBootstrap.Origin;
import org.secretomegraph.io.InvalidInputException;

/** A durable store is filled once and as a whole, and a program that has changed since says what it does about it. */
class StoreBootstrapTest {
    private static final Origin BUNDLED = new Origin(false, "content", "shapes");
    private static final int MANY = 60_000;

    @TempDir
    Path folder;
    private final List<String> notes = new ArrayList<>();

    private static Node ex(String name) {
        return NodeFactory.createURI("http://example.org/" + name);
    }

    private StoreBootstrap beginning(Origin origin, Path... rules) {
        Source source = dataset -> {
            dataset.add(ex("g"), ex("a"), ex("states"), ex("b"));
            dataset.add(ex("h"), ex("a"), ex("states"), ex("b"));
        };
        return new StoreBootstrap(List.of(source), new Materializer(List.of(rules)), origin, notes::add);
    }

    private Path rule(String name, String construct) throws IOException {
        return Files.writeString(folder.resolve(name), "PREFIX ex: <http://example.org/> CONSTRUCT { " + construct
                + " } WHERE { ?s ex:states ?o }");
    }

    private Path at() {
        return folder.resolve("store");
    }

    private static boolean has(GraphStore store, String subject, String predicate, String object) {
        return store.read(dataset -> dataset.getDefaultGraph().contains(ex(subject), ex(predicate), ex(object)));
    }

    @Test
    void whatChangedIsKeptAndNothingIsSaidWhenTheProgramIsTheSame() throws IOException {
        Path rule = rule("rule.rq", "?s ex:follows ?o");
        try (GraphStore store = beginning(BUNDLED, rule).open(at())) {
            assertTrue(has(store, "a", "follows", "b"));
            assertEquals(2, store.triples());
            store.underWriteTransaction(writing -> {
                writing.dataset().clear();
                writing.dataset().add(ex("g"), ex("c"), ex("d"), ex("e"));
                new Materializer(List.of(rule)).update(writing);
                writing.commit();
                return null;
            });
        }
        try (GraphStore store = beginning(BUNDLED, rule).open(at())) {
            assertEquals(1, store.triples());
            assertTrue(has(store, "c", "d", "e"));
        }
        assertEquals(List.of(), notes);
    }

    @Test
    void otherRulesDeriveAnew() throws IOException {
        beginning(BUNDLED, rule("one.rq", "?s ex:follows ?o")).open(at()).close();
        Path other = rule("two.rq", "?s ex:leads ?o . ?o ex:led ?s");
        try (GraphStore store = beginning(BUNDLED, other).open(at())) {
            assertTrue(has(store, "a", "leads", "b") && !has(store, "a", "follows", "b"));
            assertEquals(3, store.triples());
        }
        beginning(BUNDLED, other).open(at()).close();
        assertEquals(
                List.of(at() + " was derived by other rules: its links and entailments were made anew (2 triples more,"
                        + " 1 less)"),
                notes);
    }

    @Test
    void anotherReleaseAndOtherShapesAreTold() {
        beginning(BUNDLED).open(at()).close();
        beginning(new Origin(false, "newer", "stricter")).open(at()).close();
        assertEquals(2, notes.size(), notes.toString());
        assertTrue(
                notes.get(0).contains("the graph of another release") && notes.get(0).contains("fill an empty folder"));
        assertTrue(notes.get(1).contains("judged by other shapes"), notes.get(1));
        beginning(new Origin(false, "content", "stricter")).open(at()).close();
        assertEquals(2, notes.size(), notes.toString());
    }

    @Test
    void ownFilesFillOnlyANewStore() {
        Origin own = new Origin(true, "mine", "shapes");
        beginning(own).open(at()).close();
        beginning(own).open(at()).close();
        beginning(BUNDLED).open(at()).close();
        assertEquals(List.of(), notes);
        InvalidInputException told = assertThrows(InvalidInputException.class,
                () -> beginning(new Origin(true, "others", "shapes")).open(at()));
        assertTrue(
                told.getMessage()
                        .startsWith(at() + ": was filled with something else, and --data fills only a new store;"),
                told.getMessage());
        beginning(own).open(at()).close();
    }

    @Test
    void aStoreOfAnEarlierVersionIsCountedAndDerivedAnew() {
        try (GraphStore old = GraphStore.tdb2(at())) {
            old.underWriteTransaction(writing -> {
                writing.base().add(ex("g"), ex("a"), ex("b"), ex("c"));
                writing.base().commit();
                return null;
            });
            assertEquals(0, old.triples());
        }
        try (GraphStore store = beginning(BUNDLED).open(at())) {
            assertEquals(1, store.triples());
        }
        assertEquals(1, notes.size(), notes.toString());
    }

    /**
     * A durable store keeps what was overwritten, and grew without end: there was no way to be rid of it but a dump.
     */
    @Test
    void aCompactedStoreHoldsTheSameInNewFiles() throws IOException {
        beginning(BUNDLED).compact(at());
        assertTrue(!Files.exists(at()), "a store that is not there yet is not made");
        Set<Quad> held;
        String version;
        try (GraphStore store = beginning(BUNDLED).open(at())) {
            for (int i = 0; i < 20; i++) {
                Node value = ex("value" + i);
                store.underWriteTransaction(writing -> {
                    writing.dataset().deleteAny(ex("g"), ex("a"), ex("is"), Node.ANY);
                    writing.dataset().add(ex("g"), ex("a"), ex("is"), value);
                    writing.dataset().prefixes().add("ex", ex("").getURI());
                    writing.commit();
                    return null;
                });
            }
            held = store.read(dataset -> Iter.toSet(dataset.find()));
            version = store.versions().ofAll();
        }
        Files.createDirectories(at().resolve("Data-0002-tmp/left-by-a-killed-process"));
        beginning(BUNDLED).compact(at());
        assertTrue(Files.exists(at().resolve("Data-0002")) && !Files.exists(at().resolve("Data-0001")));
        try (GraphStore store = beginning(BUNDLED).open(at())) {
            assertEquals(held, store.read(dataset -> Iter.toSet(dataset.find())));
            assertEquals(2, store.triples());
            assertEquals(version, store.versions().ofAll());
            assertEquals(ex("").getURI(), store.read(dataset -> dataset.prefixes().get("ex")));
        }
        assertEquals(List.of(at() + " was compacted"), notes);
    }

    @Test
    void aFillThatFailsLeavesTheStoreNew() {
        Source broken = dataset -> {
            dataset.add(ex("g"), ex("a"), ex("b"), ex("c"));
            throw new InvalidInputException("no such file");
        };
        assertThrows(InvalidInputException.class,
                () -> new StoreBootstrap(List.of(broken), new Materializer(List.of()), BUNDLED, notes::add)
                        .open(at()));
        try (GraphStore store = beginning(BUNDLED).open(at())) {
            assertEquals(1, store.triples());
        }
    }

    @Proof
    @Test
    void aFillThatIsKilledLeavesTheStoreNew() throws Exception {
        Path data = Files.writeString(folder.resolve("many.nt"), IntStream.range(0, MANY).mapToObj(
                i -> "<http://example.org/s" + i + "> <http://example.org/p" + i % 7 + "> \"value " + i + "\" .\n")
                .collect(Collectors.joining()));
        Process server =
                JavaProcess.secretome("serve", "--port", "0", "--store", "tdb2:" + at(), "--data", data.toString())
                        .redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
        Path written = at().resolve("Data-0001/nodes-data.obj");
        while (server.isAlive() && !(Files.exists(written) && Files.size(written) > 0)) {
            Thread.sleep(2);
        }
        assertTrue(server.isAlive(), this::said);
        server.destroyForcibly().waitFor(); // SIGKILL
        assertTrue(Files.size(written) > 0 && said().isEmpty(), () -> "it was not killed within the fill: " + said());
        try (GraphStore store = GraphStore.tdb2(at())) {
            assertTrue(store.isNew());
            assertEquals(0, store.triples());
        }
        try (GraphStore store = beginning(BUNDLED).open(at())) {
            assertEquals(1, store.triples());
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
