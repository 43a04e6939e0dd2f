package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.graph.describe.VoidDescription;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.server.http.ServerSettings;

/**
 * Many clients at once: what is half done is never seen, what is accepted is there, and nobody waits for a writer's
 * client.
 */
class ManyWritersTest {
    private static final int WRITERS = 8;
    private static final int READERS = 8;
    private static final int ROUNDS = 12;
    private static final String P = "PREFIX : <http://example.org/> ";
    private static final String UPDATE = "application/sparql-update";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void nobodySeesHalfOfAChange(String kind) throws Exception {
        GraphStore store = kind.equals("memory") ? GraphStore.memory() : GraphStore.tdb2(folder);
        AtomicBoolean writing = new AtomicBoolean(true);
        try (LiveStore live = LiveStore.start(store);
                ExecutorService clients = Executors.newFixedThreadPool(WRITERS + READERS)) {
            List<Future<Integer>> writers = new ArrayList<>();
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                String name = "w" + i;
                writers.add(clients.submit(() -> write(live, name)));
            }
            for (int i = 0; i < READERS; i++) {
                readers.add(clients.submit(readWhile(writing, live)));
            }
            try {
                for (Future<Integer> writer : writers) {
                    assertEquals(ROUNDS, writer.get());
                }
            } finally {
                writing.set(false);
            }
            for (Future<Integer> reader : readers) {
                assertTrue(reader.get() > 0);
            }
            for (int i = 0; i < WRITERS; i++) {
                assertEquals(String.valueOf(ROUNDS), value(live, "w" + i));
            }
            assertFalse(ask(live, "?x a :Human"), "what was refused left something");
        }
    }

    /**
     * In each round one number, stated in two graphs, is put in place of another; then comes a change that is refused.
     */
    private static int write(LiveStore live, String name) {
        int round = 0;
        while (round < ROUNDS) {
            round++;
            String both = "GRAPH :g { :%1$s :value %2$d } GRAPH :h { :%1$s :value %2$d }".formatted(name, round);
            HttpResponse<String> good = live.send("POST", "/secretome/update", UPDATE, P + """
                    DELETE WHERE { GRAPH :g { :%1$s :value ?v } } ; DELETE WHERE { GRAPH :h { :%1$s :value ?v } } ;
                    INSERT DATA { %2$s }""".formatted(name, both));
            assertEquals(204, good.statusCode(), good.body());
            assertEquals(String.valueOf(round), value(live, name), "a writer sees its own change");
            HttpResponse<String> bad = live.send("POST", "/secretome/update", UPDATE, P
                    + "DELETE WHERE { GRAPH :h { :%1$s :value ?v } } ; INSERT DATA { :%1$s a :Human }".formatted(name));
            assertEquals(422, bad.statusCode(), bad.body());
        }
        return round;
    }

    private static Callable<Integer> readWhile(AtomicBoolean writing, LiveStore live) {
        return () -> {
            int read = 0;
            while (writing.get()) {
                assertFalse(ask(live, "GRAPH :g { ?w :value ?v } FILTER NOT EXISTS { GRAPH :h { ?w :value ?v } }"));
                assertFalse(ask(live, "GRAPH :h { ?w :value ?v } FILTER NOT EXISTS { GRAPH :g { ?w :value ?v } }"));
                assertFalse(ask(live, "GRAPH :g { ?w :value ?v , ?u } FILTER (?v != ?u)"));
                assertFalse(ask(live, "?x a :Human"));
                read++;
            }
            return read;
        };
    }

    private static boolean ask(LiveStore live, String pattern) {
        HttpResponse<String> answer = live.http().ask(P + "ASK { " + pattern + " }", "Accept", "text/csv");
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body().contains("true");
    }

    private static String value(LiveStore live, String name) {
        String query =
                P + "SELECT (GROUP_CONCAT(?v) AS ?all) { GRAPH :g { :" + name + " :value ?v } GRAPH :h { :" + name
                        + " :value ?v } }";
        return live.http().ask(query, "Accept", "text/csv").body().replaceFirst("^all", "").strip();
    }

    @Test
    void anEndlessUpdateIsStoppedAndHoldsUpNobodyAfterwards() {
        try (LiveStore live =
                LiveStore.start(ServerSettings.local().withTimeout(Duration.ofSeconds(1)), LiveStore.filled(),
                        Optional.empty())) {
            LiveStore.Content before = live.content();
            HttpResponse<String> endless =
                    live.send("POST", "/secretome/update", UPDATE, P + "INSERT { :x :y ?a } WHERE "
                            + LiveServer.ENDLESS.substring(LiveServer.ENDLESS.indexOf('{')));
            assertEquals(503, endless.statusCode(), endless.body());
            assertEquals(before, live.content());
            assertEquals(204,
                    live.send("POST", "/secretome/update", UPDATE, P + "INSERT DATA { :c :d 1 }").statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void aChangeThatTakesTooLongIsGivenUpInOneLine(String kind) throws Exception {
        GraphStore store = kind.equals("memory") ? GraphStore.memory() : GraphStore.tdb2(folder);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (LiveStore live = LiveStore.start(ServerSettings.local(), store, Optional.empty(), Duration.ofMillis(1500));
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            assertEquals(204,
                    live.send("POST", "/secretome/update", UPDATE, P + "INSERT DATA { :a :b 1 }").statusCode());
            Future<Boolean> other = writer.submit(() -> store.underWriteTransaction(transaction -> {
                begun.countDown();
                try {
                    return done.await(10, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            assertTrue(begun.await(10, TimeUnit.MINUTES));
            HttpResponse<String> waited = live.send("POST", "/secretome/update", UPDATE, P + "INSERT DATA { :c :d 1 }");
            assertEquals(503, waited.statusCode());
            assertEquals(
                    "The change was stopped: to wait for the writers before took longer than the 1.5 s that a change may"
                            + " take. Nothing was changed. Send it in smaller parts, or start the server with a longer --write-timeout.",
                    waited.body().strip());
            done.countDown();
            assertTrue(other.get());
            assertFalse(ask(live, ":c :d 1"));
        }
    }

    @Test
    void aSlowClientHoldsUpNobody() throws IOException {
        try (LiveStore live = LiveStore.start(GraphStore.memory());
                Socket slow = new Socket("localhost", live.http().server().port())) {
            OutputStream out = slow.getOutputStream();
            out.write(("PUT /secretome/data?default HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/turtle\r\n"
                    + "Content-Length: 1000\r\n\r\n<http://example.org/half> <http://example.org/b> 1 .\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertEquals(200,
                    live.send("PUT", "/secretome/data?default", "text/turtle", P + ":whole :b 1 .").statusCode());
            slow.close();
            assertEquals(204,
                    live.send("POST", "/secretome/update", UPDATE, P + "INSERT DATA { :c :d 1 }").statusCode());
            assertFalse(ask(live, ":half ?p ?o"), "half a body is no change");
            assertTrue(ask(live, ":whole :b 1"));
        }
    }

    /**
     * Once, who asked for what tells of the graph (VoID, the dump) after a change waited for the next change to end,
     * however
     * long that took: the description was to be renewed first, and only one may write.
     */
    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void readersAreAnsweredWhileAWriteGoesOn(String kind) throws Exception {
        GraphStore store = kind.equals("memory") ? GraphStore.memory() : GraphStore.tdb2(folder);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        try (LiveStore live = LiveStore.describedInTime(store, List.of(new VoidDescription()));
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            live.send("PUT", "/secretome/data?default", "text/turtle", P + ":a :b 1 .");
            Future<Boolean> written = writer.submit(() -> store.underWriteTransaction(transaction -> {
                transaction.dataset().clear();
                begun.countDown();
                try {
                    return read.await(10, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            assertTrue(begun.await(10, TimeUnit.MINUTES));
            assertTrue(ask(live, ":a :b 1"));
            for (String path : List.of("/health", "/", "/about?iri=http://example.org/a", "/search?q=a",
                    "/secretome/data?default",
                    "/.well-known/void", DatasetDump.PATH, "/secretome/sparql", "/openapi.json")) {
                assertEquals(200, live.http().get(path).statusCode(), path);
            }
            read.countDown();
            assertTrue(written.get());
        }
    }
}
