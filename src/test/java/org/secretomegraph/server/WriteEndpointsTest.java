package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.WriteUsers.BAD;
import static org.secretomegraph.server.WriteUsers.GOOD;
import static org.secretomegraph.server.WriteUsers.GRAPH;
import static org.secretomegraph.server.WriteUsers.ODD;
import static org.secretomegraph.server.WriteUsers.P;
import static org.secretomegraph.server.WriteUsers.assertRefused;
import static org.secretomegraph.server.WriteUsers.isThere;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every road on which a write can come, and what becomes of it: stored, refused, only asked about, or not understood.
 */
@ParameterizedClass
@ValueSource(strings = {"memory", "tdb2"})
class WriteEndpointsTest {
    private static LiveStore live;
    private static int number;

    /** A way of writing; the body is made from statements in Turtle. */
    record Road(String name, String method, String path, String type, String before, String after, int status) {
        String body(String statements) {
            return before + statements + after;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Road> roads() {
        String update = "application/sparql-update";
        String form = "--cut\r\nContent-Disposition: form-data; name=\"f\"; filename=\"people.ttl\"\r\n\r\n" + P;
        return Stream.of(
                new Road("update", "POST", "/secretome/update", update, P + "INSERT DATA { ", " }", 204),
                new Road("update, stock path", "POST", "/secretome", update, P + "INSERT DATA { GRAPH :g { ", " } }",
                        204),
                new Road("update by PATCH", "PATCH", "/secretome/update", update, P + "INSERT DATA { ", " }", 204),
                new Road("update where", "POST", "/secretome/update", update, P + "INSERT { ", " } WHERE {}", 204),
                new Road("put", "PUT", "/secretome/data" + GRAPH, "text/turtle", P, "", 200),
                new Road("put default", "PUT", "/secretome/data?default", "text/turtle", P, "", 200),
                new Road("put, stock path", "PUT", "/secretome" + GRAPH, "text/turtle", P, "", 200),
                new Road("post", "POST", "/secretome/data" + GRAPH, "text/turtle", P, "", 200),
                new Road("post default", "POST", "/secretome/data?default", "text/turtle", P, "", 200),
                new Road("post, stock path", "POST", "/secretome?default", "text/turtle", P, "", 200),
                new Road("put quads", "PUT", "/secretome/data", "application/trig", P + ":people { ", " }", 200),
                new Road("post quads", "POST", "/secretome/data", "application/trig", P + ":people { ", " }", 200),
                new Road("post quads, stock path", "POST", "/secretome", "application/trig", P + ":g { ", " }", 200),
                new Road("upload", "POST", "/secretome/upload", "multipart/form-data; boundary=cut", form,
                        "\r\n--cut--\r\n",
                        200),
                new Road("upload of a body", "POST", "/secretome/upload", "text/turtle", P, "", 200));
    }

    @Parameter
    String kind;

    @BeforeParameterizedClassInvocation
    static void start(String kind, @TempDir Path folder) {
        live = LiveStore.start(LiveStore.filled(kind, folder));
        assertEquals(201,
                live.send("PUT", "/secretome/data" + GRAPH, "text/turtle", P + ":first :is :here .").statusCode());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        live.close();
    }

    private static String next() {
        return "human" + ++number;
    }

    private static HttpResponse<String> send(Road road, String query, String body, String... headers) {
        String path = query.isEmpty() ? road.path : road.path + (road.path.contains("?") ? "&" : "?") + query;
        return live.send(road.method, path, road.type, body, headers);
    }

    private static String warnings(HttpResponse<String> response) {
        return response.headers().firstValue("Secretome-Warnings").orElse("none");
    }

    @ParameterizedTest
    @MethodSource("roads")
    void storesWhatIsRight(Road road) {
        String human = next();
        HttpResponse<String> response = send(road, "", road.body(GOOD.formatted(human)));
        assertEquals(road.status, response.statusCode(), response.body());
        assertEquals("0", warnings(response));
        assertTrue(isThere(human, live));
        if (road.status == 200) {
            JsonObject counts = JSON.parse(response.body());
            assertEquals(2, counts.get("count").getAsNumber().value().intValue(), response.body());
            assertTrue(!counts.hasKey("warnings"));
        } else {
            assertEquals("", response.body());
        }
    }

    @ParameterizedTest
    @MethodSource("roads")
    void storesWhatIsOddAndSaysSo(Road road) {
        String human = next();
        HttpResponse<String> response = send(road, "", road.body(ODD.formatted(human)));
        assertEquals(road.status, response.statusCode(), response.body());
        assertEquals("1", warnings(response));
        assertTrue(isThere(human, live));
        if (road.status == 200) {
            JsonObject warning = JSON.parse(response.body()).get("warnings").getAsArray().get(0).getAsObject();
            assertEquals("warning", warning.getString("severity"));
            assertEquals("http://example.org/" + human, warning.getString("focus"));
        }
    }

    @ParameterizedTest
    @MethodSource("roads")
    void refusesWhatIsWrongAndChangesNothing(Road road) {
        String human = next();
        LiveStore.Content before = live.content();
        HttpResponse<String> response = send(road, "", road.body(BAD.formatted(human)));
        assertRefused(response, human, before, live);
    }

    @ParameterizedTest
    @MethodSource("roads")
    void answersADryRunAndChangesNothing(Road road) {
        String human = next();
        LiveStore.Content before = live.content();
        HttpResponse<String> good = send(road, "dry-run=true", road.body(ODD.formatted(human)));
        assertEquals(200, good.statusCode(), good.body());
        JsonObject said = JSON.parse(good.body());
        assertTrue(said.getBoolean("accepted") && !said.getBoolean("stored"));
        assertEquals(4, said.get("added").getAsNumber().value().intValue());
        assertEquals(1, said.get("findings").getAsArray().size());
        assertEquals(before, live.content());
        assertRefused(send(road, "dry-run=true", road.body(BAD.formatted(human))), human, before, live);
        for (String unclear : List.of("dry-run=yes", "dryrun=true", "dry_run=true")) {
            assertEquals(400, send(road, unclear, road.body(GOOD.formatted(human))).statusCode(), unclear);
        }
        assertEquals(before, live.content());
    }

    @ParameterizedTest
    @MethodSource("roads")
    void tellsWhereWhatItCannotReadIsWrong(Road road) {
        LiveStore.Content before = live.content();
        HttpResponse<String> response = send(road, "", road.body(GOOD.formatted(next()) + "\n  :broken :of .\n"));
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(response.body().matches("(?s)Parse error( in people.ttl)? at line 2, column \\d+: .*"),
                response.body());
        SparqlProtocolTest.assertPlain(response);
        assertEquals(before, live.content());
    }
}
