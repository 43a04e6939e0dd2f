package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.graph.view.ChangeTimeoutException;

/** A change has a time to wait, to be made and to be judged; when it is over, nothing was changed. */
class ChangeTimeoutTest {
    private static final String EX = "PREFIX ex: <http://example.org/>\n";
    private static final String SHAPES = """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX ex: <http://example.org/>
            ex:Slow a sh:NodeShape ; sh:targetSubjectsOf ex:judge ; sh:sparql ex:search .
            ex:search a sh:SPARQLConstraint ; sh:select \"""
                SELECT $this WHERE { %s FILTER (CONCAT(STR(?oa), STR(?oi)) = "none") }\""" .
            """.formatted("abcdefghi".replaceAll("(.)", "?$1 ?p$1 ?o$1 . "));

    @TempDir
    Path folder;
    private GraphStore store;
    private Guard guard;
    private Guard hasty;

    private void open(String kind) {
        store = kind.equals("memory") ? GraphStore.memory() : GraphStore.tdb2(folder.resolve("store"));
        guard = new Guard(store, new Materializer(List.of()), GuardTest.rules(SHAPES));
        hasty = guard.withTimeLimit(Duration.ofMillis(300));
        assertInstanceOf(Verdict.Accepted.class, guard.propose(update(
                "INSERT DATA { ex:s ex:p 1 , 2 , 3 , 4 , 5 , 6 , 7 , 8 , 9 , 10 , 11 , 12 , 13 , 14 , 15 }")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void aSlowEditIsGivenUp(String kind) {
        open(kind);
        givesUp("INSERT { ex:s ex:q ?oa } WHERE { " + "abcdefghi".replaceAll("(.)", "?$1 ex:p ?o$1 . ") + " }");
    }

    /** What is thrown while ARQ prepares a pattern comes out of it wrapped: the time may be over by then already. */
    @Test
    void theTimeThatIsOverWithinAQueryIsReportedAsSuch() {
        open("memory");
        Change late = new Change("late", dataset -> {
            throw new QueryExecException(new ChangeTimeoutException("to make it", Duration.ofSeconds(1)));
        });
        ChangeTimeoutException told = assertThrows(ChangeTimeoutException.class, () -> guard.propose(late));
        assertEquals("to make it took longer than the 1 s that a change may take", told.getMessage());
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void aSlowJudgementIsGivenUp(String kind) {
        open(kind);
        givesUp("INSERT DATA { ex:s ex:judge 1 }");
    }

    private void givesUp(String text) {
        Set<Quad> before = quads();
        ChangeTimeoutException told = assertThrows(ChangeTimeoutException.class, () -> hasty.propose(update(text)));
        assertEquals("to make and judge it took longer than the 0.3 s that a change may take", told.getMessage());
        assertThrows(ChangeTimeoutException.class, () -> hasty.dryRun(update(text)));
        assertEquals(before, quads());
        assertInstanceOf(Verdict.Accepted.class, guard.propose(update("INSERT DATA { ex:t ex:p 1 }")));
        assertEquals(before.size() + 1, store.triples());
        store.close();
    }

    @Test
    void aWriterDoesNotWaitForeverForAnother() throws Exception {
        open("memory");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Node a = NodeFactory.createURI("http://example.org/a");
        Thread other = Thread.ofPlatform().start(() -> guard.propose(new Change("slow", dataset -> {
            dataset.add(a, a, a, a);
            begun.countDown();
            await(done);
        })));
        await(begun);
        ChangeTimeoutException told = assertThrows(ChangeTimeoutException.class, () -> hasty.propose(Change.delete(a)));
        assertEquals("to wait for the writers before took longer than the 0.3 s that a change may take",
                told.getMessage());
        assertEquals(15, quads().size(), "readers wait for nobody");
        done.countDown();
        other.join();
        assertEquals(16, quads().size());
        store.close();
    }

    private static Change update(String text) {
        return GuardTest.sparqlUpdate(EX + text);
    }

    private Set<Quad> quads() {
        return store.read(dataset -> Iter.toSet(dataset.find()));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.MINUTES), "nobody came");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
