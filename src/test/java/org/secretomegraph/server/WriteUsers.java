package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.encoded;

import java.net.http.HttpResponse;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/** Statements about humans, which {@code people.shapes.ttl} judges, and how a refusal of them looks. */
final class WriteUsers {
    /** As a parameter of the Graph Store. */
    static final String GRAPH = "?graph=" + encoded("http://example.org/people");
    static final String P = "PREFIX : <http://example.org/> ";
    static final String GOOD = ":%s a :Human ; :called 'A' .";
    static final String ODD = ":%s a :Human ; :called 'A' ; :years 1, 2 .";
    static final String BAD = ":%s a :Human .";

    private WriteUsers() {}

    static boolean isThere(String name, LiveStore live) {
        return live.http().ask(P + "ASK { :" + name + " a :Human }", "Accept", "text/csv").body().contains("true");
    }

    /** One finding, about a human; and everything is as it was. */
    static void assertRefused(HttpResponse<String> response, String human, LiveStore.Content before, LiveStore live) {
        assertEquals(422, response.statusCode(), response.body());
        assertEquals("application/json", LiveServer.type(response));
        JsonObject said = JSON.parse(response.body());
        assertEquals(1, said.get("findings").getAsArray().size(), response.body());
        assertEquals("http://example.org/" + human,
                said.get("findings").getAsArray().get(0).getAsObject().getString("focus"));
        assertTrue(!said.getBoolean("accepted") && !said.getBoolean("stored") && !said.getBoolean("conforms"));
        assertEquals(before, live.content());
    }
}
