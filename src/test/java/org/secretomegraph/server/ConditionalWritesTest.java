package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.encoded;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.graph.store.GraphStore;

/** Who writes can ask that nobody wrote since they read: ETag, If-Match and If-None-Match of RFC 9110. */
class ConditionalWritesTest {
    private static final String FIRST = "/secretome/data?graph=" + encoded("http://example.org/first");
    private static final String OTHER = "/secretome/data?graph=" + encoded("http://example.org/other");
    private static final String TURTLE = "text/turtle";
    private static LiveStore live;

    @BeforeAll
    static void start() {
        live = LiveStore.start(LiveStore.filled());
    }

    @AfterAll
    static void stop() {
        live.close();
    }

    @ParameterizedTest
    @CsvSource({"GET, /secretome/data?default", "HEAD, /secretome/data?default", "GET, /secretome/data",
            "GET, /secretome/get?default"})
    void whatIsReadHasATag(String method, String path) {
        HttpResponse<String> read = live.http().method(method, path);
        String tag = tag(read);
        assertTrue(tag.matches("\"[A-Za-z0-9.+-]+\""), tag);
        assertEquals("Accept", read.headers().firstValue("Vary").orElse(""));
        HttpResponse<String> again = live.http().method(method, path, "If-None-Match", "\"x\", W/" + tag);
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(200, live.http().method(method, path, "If-None-Match", "\"x\"").statusCode());
    }

    @Test
    void anotherFormatHasAnotherTagAndBothNameTheState() {
        put(OTHER, 1);
        String turtle = tag(live.http().get(OTHER, "Accept", TURTLE));
        String triples = tag(live.http().get(OTHER, "Accept", "application/n-triples"));
        assertNotEquals(turtle, triples);
        assertEquals(200, put(OTHER, 2, "If-Match", triples).statusCode());
        assertEquals(412, put(OTHER, 3, "If-Match", turtle).statusCode());
    }

    @Test
    void aTagChangesWithItsGraphOnly() {
        put(OTHER, 1);
        put(FIRST, 1);
        String first = tag(live.http().get(FIRST));
        String all = tag(live.http().get("/secretome/data"));
        put(OTHER, 2);
        assertEquals(first, tag(live.http().get(FIRST)));
        assertNotEquals(all, tag(live.http().get("/secretome/data")));
        put(FIRST, 1);
        assertEquals(first, tag(live.http().get(FIRST)), "what says the same changed nothing");
        put(FIRST, 2);
        put(FIRST, 1);
        assertNotEquals(first, tag(live.http().get(FIRST)), "there and back is not where it was");
    }

    @ParameterizedTest
    @CsvSource({"PUT, /secretome/data?graph=http%3A%2F%2Fexample.org%2Fother, text/turtle, <a:s> <a:p> 9 .",
            "POST, /secretome/data?graph=http%3A%2F%2Fexample.org%2Fother, text/turtle, <a:s> <a:p> 9 .",
            "DELETE, /secretome/data?graph=http%3A%2F%2Fexample.org%2Fother, text/turtle, ''",
            "POST, /secretome/data, application/n-quads, <a:s> <a:p> <a:o> <a:g> .",
            "POST, /secretome/upload, text/turtle, <a:s> <a:p> 9 .",
            "PATCH, /secretome/patch, application/rdf-patch, A <a:s> <a:p> <a:o> <a:g> .",
            "POST, /secretome/update, application/sparql-update, INSERT DATA { <a:s> <a:p> 9 }"})
    void everyRoadKeepsTheConditions(String method, String path, String type, String body) {
        put(OTHER, 1);
        LiveStore.Content before = live.content();
        for (String[] header : List.of(new String[] {"If-Match", "\"0-1.turtle\""},
                new String[] {"If-None-Match", "*"})) {
            HttpResponse<String> refused = live.send(method, path, type, body, header);
            assertEquals(412, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("Nothing was changed"), refused.body());
        }
        String weak = "W/" + tag(live.http().get(path.contains("graph=") ? path : "/secretome/data"));
        assertEquals(412, live.send(method, path, type, body, "If-Match", weak).statusCode(),
                "weak tags match no write");
        assertEquals(400, live.send(method, path, type, body, "If-Match", "unquoted").statusCode());
        assertEquals(before, live.content());
        String now = weak.substring(2);
        int code = live.send(method, path, type, body, "If-Match", "\"other\", " + now).statusCode();
        assertTrue(code >= 200 && code < 300, method + " " + path + " " + code);
    }

    @Test
    void aGraphCanBeMadeOnlyOnce() {
        String made = "/secretome/data?graph=" + encoded("http://example.org/made");
        assertEquals(412, put(made, 1, "If-Match", "*").statusCode());
        assertEquals(201, put(made, 1, "If-None-Match", "*").statusCode());
        assertEquals(412, put(made, 2, "If-None-Match", "*").statusCode());
        assertEquals(200, put(made, 2, "If-Match", "*").statusCode());
    }

    @Test
    void aTrialKeepsTheConditionsToo() {
        put(OTHER, 1);
        String trial = OTHER + "&dry-run=true";
        assertEquals(412, put(trial, 2, "If-Match", "\"x\"").statusCode());
        assertEquals(200, put(trial, 2, "If-Match", tag(live.http().get(OTHER))).statusCode());
    }

    /**
     * Each reads the number, adds one and writes it, and begins anew when somebody was faster: none of them is lost.
     */
    @Test
    void noWriteOfManyWritersIsLost() throws Exception {
        String shared = "/secretome/data?graph=" + encoded("http://example.org/shared");
        put(shared, 0);
        int writers = 4;
        int each = 10;
        Callable<Integer> counting = () -> IntStream.range(0, each).map(i -> increment(shared)).sum();
        try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            for (Future<Integer> done : pool.invokeAll(List.of(counting, counting, counting, counting))) {
                assertTrue(done.get() >= each);
            }
        }
        assertEquals(writers * each, number(live.http().get(shared, "Accept", "application/n-triples")));
    }

    /** @return how often it was tried */
    private static int increment(String graph) {
        for (int tries = 1;; tries++) {
            HttpResponse<String> read = live.http().get(graph, "Accept", "application/n-triples");
            HttpResponse<String> written = put(graph, number(read) + 1, "If-Match", tag(read));
            if (written.statusCode() == 200) {
                return tries;
            }
            assertEquals(412, written.statusCode(), written.body());
        }
    }

    @Test
    void aDurableStoreGoesOnCountingAfterARestart(@TempDir Path folder) {
        Node graph = NodeFactory.createURI("http://example.org/other");
        String before;
        try (LiveStore first = LiveStore.start(LiveStore.filled(folder.resolve("db")))) {
            first.send("PUT", OTHER, TURTLE, "<a:s> <a:p> 1 .");
            before = tag(first.http().get(OTHER));
        }
        try (LiveStore second = LiveStore.start(GraphStore.tdb2(folder.resolve("db")))) {
            assertEquals(before, tag(second.http().get(OTHER)));
            assertEquals(200, second.send("PUT", OTHER, TURTLE, "<a:s> <a:p> 2 .", "If-Match", before).statusCode());
            assertEquals(412, second.send("PUT", OTHER, TURTLE, "<a:s> <a:p> 3 .", "If-Match", before).statusCode());
            assertEquals(1, second.store().<Integer>read(d -> d.getGraph(graph).size()));
        }
        try (LiveStore another = LiveStore.start(LiveStore.filled(folder.resolve("another")))) {
            another.send("PUT", OTHER, TURTLE, "<a:s> <a:p> 1 .");
            assertNotEquals(before, tag(another.http().get(OTHER)), "another store is never in the same state");
        }
    }

    private static HttpResponse<String> put(String path, int number, String... headers) {
        return live.send("PUT", path, TURTLE, "<http://example.org/s> <http://example.org/p> " + number + " .",
                headers);
    }

    private static int number(HttpResponse<String> read) {
        return Integer.parseInt(read.body().replaceFirst("(?s)^[^\"]*\"(\\d+)\".*$", "$1"));
    }

    private static String tag(HttpResponse<String> read) {
        return read.headers().firstValue("ETag").orElse("");
    }
}
