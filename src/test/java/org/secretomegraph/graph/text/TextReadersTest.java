package org.secretomegraph.graph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.graph.text.IndexedData.label;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many who read while others write: each sees the graph and the names of its own moment. */
class TextReadersTest {
    @TempDir
    private Path folder;

    /** Changes by chance, with readers who begin, search and end by chance in between. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachOfManyReadersSeesItsOwnMoment(int seed) throws Exception {
        Random random = new Random(seed);
        IndexedData data = IndexedData.of("memory", folder);
        List<ExecutorService> readers = new ArrayList<>();
        Set<Quad> now = new HashSet<>();
        for (int step = 0; step < 40; step++) {
            if (readers.isEmpty() || random.nextInt(4) > 0) {
                Quad quad = label("name" + random.nextInt(6));
                boolean comes = now.add(quad) || !now.remove(quad);
                data.write(comes ? Set.of(quad) : Set.of(), comes ? Set.of() : Set.of(quad));
            }
            if (random.nextInt(3) == 0) {
                ExecutorService reader = Executors.newSingleThreadExecutor();
                reader.submit(() -> data.begin()).get();
                readers.add(reader);
            }
            if (!readers.isEmpty() && random.nextInt(3) == 0) {
                ExecutorService reader = readers.get(random.nextInt(readers.size()));
                reader.submit(() -> data.isOfOneMoment()).get();
            }
            if (!readers.isEmpty() && random.nextInt(4) == 0) {
                ended(readers.remove(random.nextInt(readers.size())), data);
            }
        }
        for (ExecutorService reader : readers) {
            ended(reader, data);
        }
        data.begin();
        data.isOfOneMoment();
        assertEquals(now.size(), data.index().content().size());
        data.end();
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 15).boxed().toList();
    }

    private static void ended(ExecutorService reader, IndexedData data) throws Exception {
        try (reader) {
            reader.submit(() -> {
                data.isOfOneMoment();
                data.end();
            }).get();
        }
    }

    /**
     * A reader who begins while a commit is on its way looks whether it sees it. When the store could not tell, the
     * thread's transaction was never ended, and every later read of that thread failed.
     */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"memory", "tdb2"})
    void aReaderWhoCannotBeginLeavesNoTransactionBehind(String kind) throws Exception {
        IndexedData data = IndexedData.of(kind, folder);
        DatasetGraph failing = new DatasetGraphWrapper(data.data()) {
            @Override
            public boolean contains(Quad quad) {
                throw new IllegalStateException("the disk is broken");
            }
        };
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            data.write(Set.of(label("il10")), Set.of(),
                    () -> assertThrows(IllegalStateException.class, () -> ask(reader,
                            () -> data.index().begin(failing))));
            ask(reader, () -> assertFalse(data.data().isInTransaction(), "the transaction was left open"));
            ask(reader, () -> {
                data.begin();
                data.isOfOneMoment();
                data.end();
            });
        }
    }

    private static void ask(ExecutorService thread, Runnable work) {
        try {
            thread.submit(work).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Three readers as fast as they can while one writes, until all have read: a busy machine once let them read four
     * times.
     */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"memory", "tdb2"})
    void readersNeverSeeTheOneWithoutTheOther(String kind) {
        IndexedData data = IndexedData.of(kind, folder);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger torn = new AtomicInteger();
        Runnable reading = () -> {
            while (!done.get()) {
                data.begin();
                torn.addAndGet(data.quads().size() == data.index().content().size() ? 0 : 1);
                reads.incrementAndGet();
                data.end();
            }
        };
        List<Thread> readers = Stream.generate(() -> new Thread(reading)).limit(3).toList();
        readers.forEach(Thread::start);
        for (int i = 0; i < 30 || reads.get() <= 10 && i < 100_000; i++) {
            data.write(Set.of(label("il10")), Set.of());
            data.write(Set.of(), Set.of(label("il10")));
        }
        done.set(true);
        readers.forEach(TextReadersTest::join);
        assertTrue(reads.get() > 10, "only " + reads.get() + " reads");
        assertEquals(0, torn.get());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
