package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.ENDLESS;
import static org.secretomegraph.server.LiveServer.ENDLESS_COUNT;
import static org.secretomegraph.server.LiveServer.ROWS;
import static org.secretomegraph.server.LiveServer.encoded;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.server.http.ServerSettings;

/**
 * A query that takes too long is an error that every client sees, in every format, never a result with rows missing.
 */
class QueryTimeLimitTest {
    private static final String NOTHING = "{ " + ROWS + " FILTER(?a = ?nothing) }";
    private static LiveServer live;
    private static LiveServer streaming;
    private static LiveServer ampleTime;

    @BeforeAll
    static void start() {
        live = LiveServer.start(ServerSettings.local().withTimeout(Duration.ofSeconds(1)).withResponseBuffer(1 << 30));
        streaming =
                LiveServer.start(ServerSettings.local().withTimeout(Duration.ofSeconds(1)).withResponseBuffer(1 << 16));
        ampleTime = LiveServer.start(ServerSettings.local().withResponseBuffer(1 << 16));
    }

    @AfterAll
    static void stop() {
        live.close();
        streaming.close();
        ampleTime.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/sparql-results+json", "text/csv", "application/sparql-results+xml"})
    void isToldWhenRowsHadBeenFound(String accept) {
        assertTimedOut(live.ask("SELECT * { " + ROWS + " FILTER(?a != ?d && ?w = ?nothing"
                + " || ?a = <http://example.org/hgf> && ?d = ?a && ?g = ?a && ?v = ?a) }", "Accept", accept));
    }

    @ParameterizedTest
    @ValueSource(strings = {ENDLESS_COUNT,
            "ASK " + NOTHING,
            "CONSTRUCT { ?a ?b ?n } { " + ROWS + " }",
            "SELECT * { " + ROWS + " } ORDER BY ?a",
            "DESCRIBE ?a { " + ROWS + " }",
            "SELECT ?a (COUNT(DISTINCT ?m) AS ?k2) { " + ROWS + " } GROUP BY ?a"})
    void isToldForEveryFormOfQuery(String query) {
        assertTimedOut(live.ask(query));
    }

    /** Of a second and an hour the second holds, whoever says which: that there is an answer at all shows it. */
    @Test
    void canOnlyBeLoweredByTheClient() {
        assertTimedOut(live.get("/secretome/sparql?timeout=3600&query=" + encoded(ENDLESS_COUNT)));
        try (LiveServer patient = LiveServer.start(ServerSettings.local().withTimeout(Duration.ofHours(1)))) {
            assertTimedOut(patient.get("/secretome/sparql?timeout=1&query=" + encoded(ENDLESS_COUNT)));
        }
    }

    @Test
    void holdsForTheNextQueryToo() {
        assertTimedOut(live.ask("ASK " + NOTHING));
        assertEquals(200, live.ask(LiveServer.PROMOTED).statusCode());
    }

    @Test
    void breaksTheConnectionWhenAPartHasBeenSent() {
        assertThrows(IOException.class, () -> streaming.client().send(streaming.request("/secretome/sparql?query="
                + encoded(ENDLESS)).GET().build(), BodyHandlers.ofByteArray()));
    }

    /** On the wire: chunks, and no last one. */
    @Test
    void neverSendsTheLastChunkOfABrokenAnswer() throws IOException {
        try (Socket socket = new Socket("localhost", streaming.server().port())) {
            socket.getOutputStream().write(("GET /secretome/sparql?output=csv&query=" + encoded(ENDLESS)
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String tail = "";
            String head = "";
            byte[] buffer = new byte[1 << 16];
            try {
                for (int n = socket.getInputStream().read(buffer); n >= 0; n = socket.getInputStream().read(buffer)) {
                    String part = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                    head = head.isEmpty() ? part : head;
                    tail = (tail + part).substring(Math.max(0, tail.length() + part.length() - 64));
                }
            } catch (IOException reset) {
                tail += "(reset)";
            }
            assertTrue(head.startsWith("HTTP/1.1 200") && head.contains("Transfer-Encoding: chunked"), head);
            assertFalse(tail.endsWith("0\r\n\r\n"), tail);
        }
    }

    @Test
    void streamsALongAnswerThatIsInTime() {
        HttpResponse<String> response =
                ampleTime.ask("SELECT ?a ?c ?d ?f ?x { ?a ?b ?c . ?d ?e ?f VALUES ?x { 1 2 3 4 5 } }",
                        "Accept", "text/csv");
        assertEquals(200, response.statusCode());
        assertTrue(response.headers().firstValue("Content-Length").isEmpty());
        assertEquals(1 + 40 * 40 * 5, response.body().lines().count());
    }

    @Test
    void saysHowLongAnAnswerIsThatFitsInMemory() {
        HttpResponse<String> response = live.ask(LiveServer.PROMOTED, "Accept", "text/csv");
        assertEquals(response.body().length(), response.headers().firstValueAsLong("Content-Length").orElse(-1));
    }

    @Test
    void holdsForPostedShapes() {
        String shapes = "PREFIX sh: <http://www.w3.org/ns/shacl#> <http://example.org/shape> a sh:NodeShape ;"
                + " sh:targetSubjectsOf <http://example.org/promotes> ; sh:sparql [ sh:select \"SELECT $this " + NOTHING
                + "\" ] .";
        HttpResponse<String> response = live.post("/secretome/shacl?graph=default", "text/turtle", shapes);
        assertEquals(503, response.statusCode(), response.body());
        SparqlProtocolTest.assertPlain(response);
    }

    private static void assertTimedOut(HttpResponse<String> response) {
        assertEquals(503, response.statusCode(), response.body().substring(0, Math.min(300, response.body().length())));
        SparqlProtocolTest.assertPlain(response);
        assertEquals(1, response.body().lines().count());
        assertTrue(response.body().startsWith("The query took longer than allowed"), response.body());
    }
}
