package org.secretomegraph.graph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads sees the graph and the names of one moment, and waits for nobody. */
class TextVersionsTest {
    @TempDir
    private Path folder;

    private DatasetGraph data(String kind) {
        return kind.equals("memory") ? DatasetGraphFactory.createTxnMem()
                : DatabaseMgr.connectDatasetGraph(folder.toString());
    }

    private static TextIndexed index(DatasetGraph data) {
        return Txn.calculateRead(data, () -> TextIndexed.of(data));
    }

    private static Quad label(String name) {
        return Quad.create(NodeFactory.createURI("http://example.org/g"),
                NodeFactory.createURI("http://example.org/" + name), RDFS.label.asNode(),
                NodeFactory.createLiteralString(name));
    }

    private static TextIndexed.Changes changes(Set<Quad> added, Set<Quad> removed) {
        return change -> {
            removed.forEach(quad -> change.accept(false, quad));
            added.forEach(quad -> change.accept(true, quad));
        };
    }

    private static void write(DatasetGraph data, TextIndexed index, Set<Quad> added, Set<Quad> removed, Runnable atCommit) {
        data.begin(TxnType.WRITE);
        try {
            added.forEach(data::add);
            removed.forEach(data::delete);
            index.commit(changes(added, removed), () -> {
                atCommit.run();
                data.commit();
            });
        } finally {
            if (data.isInTransaction()) {
                data.abort();
            }
            data.end();
        }
    }

    private static Set<Quad> quads(DatasetGraph data) {
        Set<Quad> all = new HashSet<>();
        data.find().forEachRemaining(all::add);
        return all;
    }

    /** What an index made of nothing but this moment's graph would hold. */
    private static void isOfOneMoment(DatasetGraph data, TextIndexed index) {
        assertEquals(TextIndexed.of(data).content(), index.content());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"memory", "tdb2"})
    void aReaderKeepsTheMomentAtWhichItBegan(String kind) {
        DatasetGraph data = data(kind);
        TextIndexed index = index(data);
        index.begin(data);
        onOtherThread(() -> write(data, index, Set.of(label("il10")), Set.of(), () -> {}));
        onOtherThread(() -> write(data, index, Set.of(label("il6")), Set.of(label("il10")), () -> {}));
        assertEquals(List.of(), index.content());
        isOfOneMoment(data, index);
        data.end();
        index.end();
        assertEquals(1, index.content().size());
    }

    /**
     * Readers used to wait at their beginning until a commit had reached the disk, because graph and index were changed
     * under a lock. Here a commit hangs for as long as the test likes.
     */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"memory", "tdb2"})
    void aReaderDoesNotWaitForACommitThatTakesLong(String kind) throws Exception {
        DatasetGraph data = data(kind);
        TextIndexed index = index(data);
        write(data, index, Set.of(label("il10")), Set.of(), () -> {});
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> hanging = writer.submit(() -> write(data, index, Set.of(), Set.of(label("il10")), () -> {
                begun.countDown();
                await(mayEnd);
            }));
            await(begun);
            index.begin(data);
            assertEquals(Set.of(label("il10")), quads(data), "the commit is not made yet");
            isOfOneMoment(data, index);
            mayEnd.countDown();
            hanging.get();
            isOfOneMoment(data, index);
            data.end();
            index.end();
        }
        index.begin(data);
        assertEquals(List.of(), index.content());
        data.end();
        index.end();
    }

    /** The sign of a commit is a quad that came or, where none came, one that went. */
    @Test
    void aReaderWhoSeesACommitOnItsWaySeesItsNames() {
        for (boolean comes : List.of(true, false)) {
            DatasetGraph data = DatasetGraphFactory.createTxnMem();
            TextIndexed index = index(data);
            Set<Quad> one = Set.of(label("il10"));
            if (!comes) {
                write(data, index, one, Set.of(), () -> {});
            }
            data.begin(TxnType.WRITE);
            one.forEach(comes ? data::add : data::delete);
            index.commit(changes(comes ? one : Set.of(), comes ? Set.of() : one), () -> {
                data.commit();
                data.end();
                onOtherThread(() -> {                             // the graph is committed, the index not told so yet
                    index.begin(data);
                    assertEquals(comes, !quads(data).isEmpty());
                    isOfOneMoment(data, index);
                    data.end();
                    index.end();
                });
            });
        }
    }

    /** A full disk is such a case. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"memory", "tdb2"})
    void aCommitThatFailsLeavesTheIndexAsItWas(String kind) {
        DatasetGraph data = data(kind);
        TextIndexed index = index(data);
        write(data, index, Set.of(label("il6")), Set.of(), () -> {});
        List<String> before = index.content();
        assertThrows(IllegalStateException.class, () -> write(data, index, Set.of(label("il10")), Set.of(), () -> {
            throw new IllegalStateException("the disk is full");
        }));
        assertEquals(before, index.content());
        write(data, index, Set.of(label("il10")), Set.of(), () -> {});
        assertEquals(before.size() + 1, index.content().size());
    }

    /** Changes by chance, with readers who begin, search and end by chance in between. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachOfManyReadersSeesItsOwnMoment(int seed) throws Exception {
        Random random = new Random(seed);
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        TextIndexed index = index(data);
        List<ExecutorService> readers = new ArrayList<>();
        Set<Quad> now = new HashSet<>();
        for (int step = 0; step < 40; step++) {
            if (readers.isEmpty() || random.nextInt(4) > 0) {
                Quad quad = label("name" + random.nextInt(6));
                boolean comes = now.add(quad) || !now.remove(quad);
                write(data, index, comes ? Set.of(quad) : Set.of(), comes ? Set.of() : Set.of(quad), () -> {});
            }
            if (random.nextInt(3) == 0) {
                ExecutorService reader = Executors.newSingleThreadExecutor();
                reader.submit(() -> index.begin(data)).get();
                readers.add(reader);
            }
            if (!readers.isEmpty() && random.nextInt(3) == 0) {
                ExecutorService reader = readers.get(random.nextInt(readers.size()));
                reader.submit(() -> isOfOneMoment(data, index)).get();
            }
            if (!readers.isEmpty() && random.nextInt(4) == 0) {
                ended(readers.remove(random.nextInt(readers.size())), data, index);
            }
        }
        for (ExecutorService reader : readers) {
            ended(reader, data, index);
        }
        index.begin(data);
        isOfOneMoment(data, index);
        assertEquals(now.size(), index.content().size());
        data.end();
        index.end();
    }

    static List<Integer> seeds() {
        return java.util.stream.IntStream.range(0, 15).boxed().toList();
    }

    private static void ended(ExecutorService reader, DatasetGraph data, TextIndexed index) throws Exception {
        try (reader) {
            reader.submit(() -> {
                isOfOneMoment(data, index);
                data.end();
                index.end();
            }).get();
        }
    }

    /**
     * Nobody searches. What waits for Lucene is told by a thread beside the writers; when that one falls behind, by the
     * writer. The first version is held, and still is what it was.
     */
    @ParameterizedTest(name = "a thread from {0} on, the writer from {1} on")
    @CsvSource({"10, 1000000", "1000000, 50", "10, 50"})
    void manyChangesWithoutASearchDoNotPileUp(int many, int tooMany) throws InterruptedException {
        Following following = new Following(many, tooMany);
        Following.Version first = following.begin(List.of(label("first")));
        Following.Version last = first;
        for (int i = 0; i < 300; i++) {
            last = new Following.Version();
            following.note(new Following.Step(List.of(), List.of(label("name" + i)), new WeakReference<>(last)));
            following.keepUp(last);
            assertTrue(following.waiting() <= tooMany + 1, "they wait: " + following.waiting());
        }
        for (int i = 0; i < 3_000 && following.waiting() > Math.min(many, tooMany) + 1; i++) {
            following.keepUp(last);
            Thread.sleep(10);
        }
        assertTrue(following.waiting() <= Math.min(many, tooMany) + 1, "they wait: " + following.waiting());
        assertEquals(301, following.reader(last).numDocs());
        assertEquals(1, following.reader(first).numDocs());
        assertEquals(0, following.waiting());
    }

    /** Three readers as fast as they can while one writes. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"memory", "tdb2"})
    void readersNeverSeeTheOneWithoutTheOther(String kind) {
        DatasetGraph data = data(kind);
        TextIndexed index = index(data);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger torn = new AtomicInteger();
        Runnable reading = () -> {
            while (!done.get()) {
                index.begin(data);
                torn.addAndGet(quads(data).size() == index.content().size() ? 0 : 1);
                reads.incrementAndGet();
                data.end();
                index.end();
            }
        };
        List<Thread> readers = java.util.stream.Stream.generate(() -> new Thread(reading)).limit(3).toList();
        readers.forEach(Thread::start);
        for (int i = 0; i < 30; i++) {
            write(data, index, Set.of(label("il10")), Set.of(), () -> {});
            write(data, index, Set.of(), Set.of(label("il10")), () -> {});
        }
        done.set(true);
        readers.forEach(TextVersionsTest::join);
        assertTrue(reads.get() > 10, "only " + reads.get() + " reads");
        assertEquals(0, torn.get());
    }

    private static void onOtherThread(Runnable work) {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            other.submit(work).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
