package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.update.UpdateAction;
import org.apache.jena.update.UpdateFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;

/** Many writers and readers at once: one writer at a time, readers never wait and never see what is not committed. */
class GuardConcurrencyTest {
    private static final int WRITERS = 4;
    private static final int CHANGES = 25;
    // A pair is valid only whole. Each accepted change adds one pair; every third change adds half of one.
    private static final String SHAPES = """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX ex: <http://example.org/>
            ex:Pair a sh:NodeShape ; sh:targetSubjectsOf ex:left ; sh:property ex:whole .
            ex:whole a sh:PropertyShape ; sh:path ex:right ; sh:minCount 1 .
            """;
    private static final String EX = "PREFIX ex: <http://example.org/>\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void writersTakeTurnsAndReadersSeeWholeStates(String kind) throws Exception {
        GraphStore store = kind.equals("memory") ? GraphStore.memory() : GraphStore.tdb2(folder.resolve("store"));
        Guard guard = new Guard(store, new Materializer(List.of()), GuardTest.rules(SHAPES));
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger reads = new AtomicInteger();
        CountDownLatch writing = new CountDownLatch(WRITERS);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2)) {
            List<Future<?>> all = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                int writer = w;
                all.add(threads.submit(() -> {
                    for (int i = 0; i < CHANGES; i++) {
                        String node = "ex:n" + writer + "-" + i;
                        boolean half = i % 3 == 2;
                        Verdict verdict =
                                guard.propose(GuardTest.sparqlUpdate(EX + "INSERT DATA { GRAPH ex:g"
                                        + writer + " { " + node + " ex:left 1 } } ; INSERT DATA { GRAPH ex:h { " + node
                                        + (half ? " ex:other 1 } }" : " ex:right 1 } }")));
                        assertEquals(!half, verdict instanceof Verdict.Accepted);
                        accepted.addAndGet(half ? 0 : 1);
                    }
                    writing.countDown();
                }));
            }
            for (int r = 0; r < 2; r++) {
                all.add(threads.submit(() -> {
                    while (writing.getCount() > 0) {
                        store.read(dataset -> {
                            assertEquals(count(dataset, "?s ex:left ?x"), count(dataset, "?s ex:right ?x"));
                            assertEquals(0, count(dataset, "?s ex:other ?x"));
                            return null;
                        });
                        reads.incrementAndGet();
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertEquals(accepted.get(), (int) store.<Integer>read(d -> count(d, "?s ex:left ?x")));
        assertTrue(reads.get() > 10, "readers came through only " + reads + " times");
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void readersDoNotWaitForAWriterNorSeeIt(String kind) throws Exception {
        GraphStore store = kind.equals("memory") ? GraphStore.memory() : GraphStore.tdb2(folder.resolve("store"));
        Guard guard = new Guard(store, new Materializer(List.of()), GuardTest.rules(SHAPES));
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<Verdict> verdict = threads.submit(() -> guard.propose(new Change("slow", dataset -> {
                UpdateFactory.create(EX + "INSERT DATA { ex:a ex:left 1 ; ex:right 1 }").getOperations()
                        .forEach(update -> UpdateAction.execute(update, dataset));
                written.countDown();
                await(read);
            })));
            await(written);
            assertEquals(0, (int) store.<Integer>read(d -> count(d, "?s ?p ?o")));
            // A reader that began before the commit keeps its state after it.
            store.read(dataset -> {
                assertEquals(0, count(dataset, "?s ?p ?o"));
                read.countDown();
                try {
                    assertTrue(verdict.get() instanceof Verdict.Accepted);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                assertEquals(0, count(dataset, "?s ?p ?o"));
                return null;
            });
            assertEquals(2, (int) store.<Integer>read(d -> count(d, "?s ?p ?o")));
        }
        store.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.MINUTES), "nobody came");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int count(DatasetGraph dataset, String pattern) {
        try (QueryExec exec = QueryExec.dataset(dataset).query(QueryFactory.create(EX + "SELECT * { " + pattern + " }"))
                .build()) {
            int n = 0;
            for (var rows = exec.select(); rows.hasNext(); rows.next()) {
                n++;
            }
            return n;
        }
    }
}
