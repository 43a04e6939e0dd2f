package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.graph.federation.Federation;
import org.secretomegraph.server.http.ServerSettings;

/**
 * SERVICE to endpoints that were allowed and do not behave: within the query's time and memory, and never elsewhere.
 */
class RogueEndpointTest {
    private static final Duration HOURS = Duration.ofHours(3);
    private static RogueEndpoint rogue;
    private static LiveServer live;

    @BeforeAll
    static void start() throws IOException {
        rogue = new RogueEndpoint();
        live = LiveServer.start(ServerSettings.local().withTimeout(HOURS)
                .withFederation(Federation.with(RogueEndpoint.PATHS.stream().map(rogue::url).toList())));
    }

    @AfterAll
    static void stop() {
        live.close();
        rogue.close();
    }

    private static HttpResponse<String> ask(String path) {
        return live.ask("SELECT * { SERVICE <" + rogue.url(path) + "> { ?s ?p ?o } }");
    }

    @Test
    void whatIsCompressedIsNotUnpacked() {
        HttpResponse<String> response = ask("/packed");
        assertEquals(502, response.statusCode(), response.body());
        assertTrue(response.body().contains("compressed"), response.body());
    }

    @Test
    void redirectsAreNotFollowed() {
        HttpResponse<String> response = ask("/redirects");
        assertEquals(502, response.statusCode(), response.body());
        assertEquals(0, rogue.strayed());
    }

    @Test
    void silentHidesAnEndpointThatFailsAndNothingElse() {
        String query = "SELECT (1 AS ?one) { SERVICE SILENT <" + rogue.url("/absent") + "> { ?s ?p ?o } }";
        assertEquals(200, live.ask(query).statusCode());
        HttpResponse<String> loud = live.ask(query.replace("SILENT ", ""));
        assertEquals(502, loud.statusCode(), loud.body());
        assertTrue(loud.body().contains("failed"), loud.body());
    }

    /**
     * The time that a client gives its query was once known to this server only: the other endpoint was waited for
     * until the
     * server's own limit. That is hours here, so that the client would lose patience.
     */
    @ParameterizedTest
    @ValueSource(strings = {"/stalls", "/silent"})
    void theTimeOfTheQueryHoldsForTheOthersToo(String path) {
        String query = "SELECT * { SERVICE SILENT <" + rogue.url(path) + "> { ?s ?p ?o } }";
        HttpResponse<String> response =
                live.send(live.request("/secretome/sparql?timeout=1&query=" + LiveServer.encoded(query))
                        .timeout(Duration.ofMinutes(1)).GET());
        assertEquals(503, response.statusCode(), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stalls", "/silent"})
    void theTimeOfTheServerHoldsForTheOthersToo(String path) {
        try (LiveServer quick = LiveServer.start(ServerSettings.local().withTimeout(Duration.ofSeconds(1))
                .withFederation(Federation.with(List.of(rogue.url(path)))))) {
            String query = "SELECT * { SERVICE SILENT <" + rogue.url(path) + "> { ?s ?p ?o } }";
            HttpResponse<String> response =
                    quick.send(quick.request("/secretome/sparql?query=" + LiveServer.encoded(query))
                            .timeout(Duration.ofMinutes(1)).GET());
            assertEquals(503, response.statusCode(), response.body());
        }
    }

    @Test
    void whatTheOthersSendIsBounded() {
        HttpResponse<String> response = live.ask("SELECT (COUNT(*) AS ?n) { SERVICE SILENT <" + rogue.url("/floods")
                + "> { ?s ?p ?o } }");
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(response.body().contains("more than a query may receive"), response.body());
    }

    /** What was found before travels with the question: one question for each row, with its values in it. */
    @Test
    void theOthersAreAskedWithTheValuesThatAreKnown() {
        String query = "PREFIX : <http://example.org/> SELECT * { ?factor :promotes :angiogenesis SERVICE <"
                + rogue.url("/notes")
                + "> { ?factor :location ?s } }";
        assertEquals(200, live.ask(query).statusCode());
        List<String> asked = rogue.asked();
        assertEquals(2, asked.size(), asked.toString());
        for (String factor : List.of("hgf", "vegf")) {
            Pattern bound =
                    Pattern.compile("<http://example.org/" + factor + ">\\s+<http://example.org/location>\\s+\\?s");
            assertTrue(asked.stream().anyMatch(text -> bound.matcher(text).find()), asked.toString());
        }
    }
}
