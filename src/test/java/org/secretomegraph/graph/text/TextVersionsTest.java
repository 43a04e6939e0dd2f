package org.secretomegraph.graph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.graph.text.IndexedData.changes;
import static org.secretomegraph.graph.text.IndexedData.label;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads sees the graph and the names of one moment, and waits for nobody. */
class TextVersionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"memory", "tdb2"})
    void aReaderKeepsTheMomentAtWhichItBegan(String kind) {
        IndexedData data = IndexedData.of(kind, folder);
        data.begin();
        onOtherThread(() -> data.write(Set.of(label("il10")), Set.of()));
        onOtherThread(() -> data.write(Set.of(label("il6")), Set.of(label("il10"))));
        assertEquals(List.of(), data.index().content());
        data.isOfOneMoment();
        data.end();
        assertEquals(1, data.index().content().size());
    }

    /**
     * Readers used to wait at their beginning until a commit had reached the disk, because graph and index were changed
     * under a lock. Here a commit hangs for as long as the test likes.
     */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"memory", "tdb2"})
    void aReaderDoesNotWaitForACommitThatTakesLong(String kind) throws Exception {
        IndexedData data = IndexedData.of(kind, folder);
        data.write(Set.of(label("il10")), Set.of());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> hanging = writer.submit(() -> data.write(Set.of(), Set.of(label("il10")), () -> {
                begun.countDown();
                await(mayEnd);
            }));
            await(begun);
            data.begin();
            assertEquals(Set.of(label("il10")), data.quads(), "the commit is not made yet");
            data.isOfOneMoment();
            mayEnd.countDown();
            hanging.get();
            data.isOfOneMoment();
            data.end();
        }
        data.begin();
        assertEquals(List.of(), data.index().content());
        data.end();
    }

    /** The sign of a commit is a quad that came or, where none came, one that went. */
    @Test
    void aReaderWhoSeesACommitOnItsWaySeesItsNames() {
        for (boolean comes : List.of(true, false)) {
            IndexedData data = IndexedData.of("memory", folder);
            Set<Quad> one = Set.of(label("il10"));
            if (!comes) {
                data.write(one, Set.of());
            }
            data.data().begin(TxnType.WRITE);
            one.forEach(comes ? data.data()::add : data.data()::delete);
            data.index().commit(changes(comes ? one : Set.of(), comes ? Set.of() : one), () -> {
                data.data().commit();
                data.end();
                onOtherThread(() -> { // the graph is committed, the index not told so yet
                    data.begin();
                    assertEquals(comes, !data.quads().isEmpty());
                    data.isOfOneMoment();
                    data.end();
                });
            });
        }
    }

    /** A full disk is such a case. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"memory", "tdb2"})
    void aCommitThatFailsLeavesTheIndexAsItWas(String kind) {
        IndexedData data = IndexedData.of(kind, folder);
        data.write(Set.of(label("il6")), Set.of());
        List<String> before = data.index().content();
        assertThrows(IllegalStateException.class, () -> data.write(Set.of(label("il10")), Set.of(), () -> {
            throw new IllegalStateException("the disk is full");
        }));
        assertEquals(before, data.index().content());
        data.write(Set.of(label("il10")), Set.of());
        assertEquals(before.size() + 1, data.index().content().size());
    }

    private static void onOtherThread(Runnable work) {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            other.submit(work).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
