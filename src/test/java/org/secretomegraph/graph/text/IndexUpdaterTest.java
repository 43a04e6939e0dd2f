package org.secretomegraph.graph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.graph.text.IndexedData.label;

import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Lucene is told of many changes, and when. */
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
            following.note(new IndexUpdater.Step(List.of(), List.of(label("name" + i)), new WeakReference<>(last)));
            following.keepUp(last);
            assertTrue(following.waiting() <= tooMany + 1, "they wait: " + following.waiting());
        }
        awaitTheThread(); // it may be telling of an earlier version
        following.keepUp(last);
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
}
