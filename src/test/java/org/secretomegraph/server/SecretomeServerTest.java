package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.server.http.ServerSettings;

/** Starting, health, several servers, many clients. */
class SecretomeServerTest {
    @Test
    void saysThatItIsThereAndWell() {
        try (LiveServer live = LiveServer.start()) {
            assertEquals(200, live.get("/$/ping").statusCode());
            HttpResponse<String> health = live.get("/health");
            assertEquals(200, health.statusCode());
            assertEquals("application/json", LiveServer.type(health));
            assertTrue(
                    health.body()
                            .startsWith("{\"status\": \"ok\", \"triples\": 40, \"claims\": 1, \"publications\": 1,"),
                    health.body());
        }
    }

    @Test
    void isNotWellWithoutAGraph() {
        try (LiveServer live = LiveServer.start(ServerSettings.local(), Snapshot.load(List.of(), List.of()))) {
            assertEquals(503, live.get("/health").statusCode());
            assertTrue(live.get("/health").body().contains("\"the graph is empty\""));
            assertEquals(200, live.get("/$/ping").statusCode());
        }
    }

    /**
     * The quick one is asked what has no end: a query of 20 million rows was once ready within the second, on a faster
     * machine.
     */
    @Test
    void twoServersInOneMachineKeepTheirOwnRules() {
        Snapshot graph = LiveServer.graph();
        try (LiveServer quick = LiveServer.start(ServerSettings.local().withTimeout(Duration.ofSeconds(1)), graph);
                LiveServer patient = LiveServer.start(ServerSettings.local(), graph)) {
            assertEquals(503, quick.ask(LiveServer.ENDLESS_COUNT).statusCode());
            assertEquals(200,
                    patient.ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }").statusCode());
            quick.server().close();
            assertEquals(200, patient.ask(LiveServer.PROMOTED).statusCode());
        }
    }

    @Test
    void tellsThatAPortIsInUse() {
        try (LiveServer live = LiveServer.start()) {
            int port = live.server().port();
            InvalidInputException told = assertThrows(InvalidInputException.class,
                    () -> LiveServer.start(ServerSettings.local().at("127.0.0.1", port)));
            assertEquals("port " + port + " is in use; choose another with --port, or --port 0 for any free one",
                    told.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-host.invalid", "203.0.113.7"})
    void tellsThatItCannotListenThere(String host) {
        InvalidInputException told =
                assertThrows(InvalidInputException.class, () -> LiveServer.start(ServerSettings.local().at(host, 0)));
        assertTrue(told.getMessage().startsWith("cannot listen on " + host), told.getMessage());
        assertFalse(told.getMessage().contains("\n"));
    }

    @Test
    void answersSixteenClientsAtOnceAlike() throws Exception {
        int clients = 16;
        int each = 40;
        try (LiveServer live = LiveServer.start(); ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            String expected = live.ask(LiveServer.PROMOTED, "Accept", "text/csv").body();
            List<Future<Integer>> wrong = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                int client = c;
                wrong.add(threads.submit(() -> {
                    int bad = 0;
                    for (int i = 0; i < each; i++) {
                        switch ((client + i) % 4) {
                            case 0, 1 -> bad +=
                                    live.ask(LiveServer.PROMOTED, "Accept", "text/csv").body().equals(expected) ? 0 : 1;
                            case 2 -> bad += live.get("/secretome/data?default").statusCode() == 200 ? 0 : 1;
                            default -> bad +=
                                    live.get("/secretome/data?graph=http://example.org/none" + i).statusCode() == 404
                                            ? 0 : 1;
                        }
                    }
                    return bad;
                }));
            }
            for (Future<Integer> count : wrong) {
                assertEquals(0, count.get());
            }
        }
    }
}
