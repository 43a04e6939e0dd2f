package org.secretomegraph.graph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.graph.text.IndexedData.label;

import java.lang.ref.WeakReference;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.CapturedLog;

/** What Lucene is told of many changes, and when. */
@ExtendWith(CapturedLog.class)
class IndexUpdaterTest {
    /**
     * Nobody searches. What waits for Lucene is told by a thread beside the writers; when that one falls behind, by the
     * writer. The first version is held, and still is what it was.
     */
    @ParameterizedTest(name = "a thread from {0} on, the writer from {1} on")
    @CsvSource({"10, 1000000", "1000000, 50", "10, 50"})
    void manyChangesWithoutASearchDoNotPileUp(int many, int tooMany) throws InterruptedException {
        IndexUpdater following = new IndexUpdater(many, tooMany);
        IndexUpdater.Version first = following.begin(List.of(label("first")));
        IndexUpdater.Version last = first;
        for (int i = 0; i < 300; i++) {
            last = new IndexUpdater.Version();
            following.enqueue(new IndexUpdater.Step(List.of(), List.of(label("name" + i)), new WeakReference<>(last)));
            following.catchUp(last);
            assertTrue(following.waiting() <= tooMany + 1, "they wait: " + following.waiting());
        }
        awaitTheThread(); // it may be telling of an earlier version
        following.catchUp(last);
        awaitTheThread();
        assertTrue(following.waiting() <= Math.min(many, tooMany) + 1, "they wait: " + following.waiting());
        assertEquals(301, following.reader(last).numDocs());
        assertEquals(1, following.reader(first).numDocs());
        assertEquals(0, following.waiting());
    }

    private static void awaitTheThread() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("text index")) {
                thread.join();
            }
        }
    }

    /**
     * A commit was made, and then Lucene failed, in the writer's thread: the writer was told that nothing was changed.
     * Now the writer hears nothing of it, and who searches is told.
     */
    @Test
    void aCommitThatWasMadeDoesNotFailForTheIndex() {
        IndexUpdater following = new IndexUpdater(1_000_000, 0);
        following.begin(List.of());
        IndexUpdater.Version version = new IndexUpdater.Version();
        following.enqueue(
                new IndexUpdater.Step(List.of(), Collections.singletonList(null), new WeakReference<>(version)));
        following.catchUp(version);
        assertThrows(NullPointerException.class, () -> following.reader(version));
    }

    /** The same beside the writer: the thread fails, and the next commit starts another. */
    @Test
    void aThreadThatFailedIsFollowedByAnother() throws InterruptedException {
        IndexUpdater following = new IndexUpdater(0, 1_000_000);
        following.begin(List.of());
        AtomicInteger attempts = new AtomicInteger();
        IndexUpdater.Version version = new IndexUpdater.Version();
        following.enqueue(new IndexUpdater.Step(List.of(), new AbstractList<>() {
            @Override
            public Quad get(int at) {
                attempts.incrementAndGet();
                throw new OutOfMemoryError("as for a large change");
            }

            @Override
            public int size() {
                return 1;
            }
        }, new WeakReference<>(version)));
        for (int i = 0; i < 3_000 && attempts.get() < 2; i++) {
            following.catchUp(version);
            Thread.sleep(10);
        }
        assertTrue(attempts.get() >= 2, attempts.get() + " attempts");
    }
}
