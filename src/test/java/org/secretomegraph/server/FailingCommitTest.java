package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.CapturedLog;
import org.secretomegraph.graph.store.FailingStore;

/**
 * The commit itself fails, when the change was judged good already. No road may answer that it is stored: some handlers
 * of Fuseki do, for they swallow what {@code commit()} throws.
 */
@ParameterizedClass
@ValueSource(strings = {"memory", "tdb2"})
@ExtendWith(CapturedLog.class)
class FailingCommitTest {
    private static final Map<String, Supplier<Throwable>> FAILURES = Map.of(
            "500 a defect", () -> new IllegalStateException("commit() does not work"),
            "500 an I/O error", () -> new RuntimeIOException(new IOException("Input/output error")),
            "507 a full disk", () -> new RuntimeIOException(new IOException("No space left on device")),
            "507 a full disk under mapped memory",
            () -> new InternalError("a fault occurred in an unsafe memory access operation"));
    private static DatasetGraph base;
    private static FailingStore failing;
    private static LiveStore live;

    @Parameter
    String kind;

    @BeforeParameterizedClassInvocation
    static void start(String kind, @TempDir Path folder) {
        base = kind.equals("memory") ? DatasetGraphFactory.createTxnMem()
                : DatabaseMgr.connectDatasetGraph(folder.resolve("store").toString());
        failing = FailingStore.over(base);
        live = LiveStore.start(failing.store());
        assertEquals(201, live.send("PUT", "/secretome/data?graph=http://example.org/g", "text/turtle", body("first"))
                .statusCode());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        live.http().close();
        if (DatabaseMgr.isTDB2(base)) {
            TDBInternal.expel(base);
        }
    }

    private static String body(String name) {
        return "PREFIX : <http://example.org/> :" + name + " a :Human ; :called 'A' .";
    }

    static Stream<List<String>> roads() {
        String update = "application/sparql-update";
        return Stream.of(
                List.of("POST", "/secretome/update", update, "INSERT DATA { <x:a> <x:b> 1 }"),
                List.of("POST", "/secretome/update", "application/x-www-form-urlencoded",
                        "update=" + LiveServer.encoded("CLEAR GRAPH <http://example.org/g>")),
                List.of("PATCH", "/secretome/update", update, "PREFIX x: <x:> INSERT DATA { GRAPH x:g { x:a x:b 1 } }"),
                List.of("PUT", "/secretome/data?graph=http://example.org/g", "text/turtle", body("second")),
                List.of("POST", "/secretome/data?graph=http://example.org/g", "text/turtle", body("third")),
                List.of("DELETE", "/secretome/data?graph=http://example.org/g", "text/turtle", ""),
                List.of("PUT", "/secretome/data?default", "text/turtle", body("fourth")),
                List.of("PUT", "/secretome/data", "application/trig", "<x:g> { <x:a> <x:b> 1 }"),
                List.of("POST", "/secretome/data", "application/n-quads", "<x:a> <x:b> <x:c> <x:g> ."),
                List.of("PATCH", "/secretome/patch", "application/rdf-patch",
                        "TX .\nPA \"p\" \"x:p\" .\nA <x:a> <x:b> <x:c> .\nTC .\n"),
                List.of("POST", "/secretome/upload", "text/turtle", body("fifth")),
                List.of("POST", "/secretome/upload", "multipart/form-data; boundary=cut",
                        "--cut\r\nContent-Disposition:"
                                + " form-data; name=\"f\"; filename=\"people.ttl\"\r\n\r\n" + body("sixth")
                                + "\r\n--cut--\r\n"));
    }

    @ParameterizedTest
    @MethodSource("roads")
    void isToldAndNothingOfItIsSeen(List<String> road) {
        LiveStore.Content before = live.content();
        FAILURES.forEach((expected, failure) -> {
            if (expected.startsWith("507")) {
                // A store whose disk was full takes no changes until it is opened again, so each failure has its own.
                FailingStore full = FailingStore.over(base);
                LiveStore opened = LiveStore.start(full.store());
                fails(opened, full, road, expected, failure);
                assertEquals(507, opened.send(road.get(0), road.get(1), road.get(2), road.get(3)).statusCode(),
                        "the next one");
                opened.http().close();
            } else {
                fails(live, failing, road, expected, failure);
            }
            assertEquals(before, live.content(), expected);
            assertEquals(before.quads().size(), live.store().triples(), expected);
        });
        assertEquals(204, live.send("POST", "/secretome/update", "application/sparql-update",
                "INSERT DATA { <x:after> <x:failures> " + before.quads().size() + " }").statusCode(), "writers go on");
        assertEquals(before.quads().size() + 1, live.content().quads().size());
    }

    private static void fails(LiveStore on, FailingStore store, List<String> road, String expected,
            Supplier<Throwable> failure) {
        store.failAtCommit(failure);
        HttpResponse<String> told = on.send(road.get(0), road.get(1), road.get(2), road.get(3));
        assertEquals(Integer.parseInt(expected.substring(0, 3)), told.statusCode(), expected + ": " + told.body());
        assertEquals(1, told.body().strip().lines().count(), told.body());
        assertTrue(!told.body().contains("Exception"), told.body());
    }

    @Test
    void noTransactionIsLeftOpen() {
        failing.failAtCommit(FAILURES.get("500 a defect"));
        assertEquals(500, live.send("PUT", "/secretome/data?default", "text/turtle", body("x")).statusCode());
        base.begin(TxnType.WRITE);
        base.abort();
        base.end();
    }
}
