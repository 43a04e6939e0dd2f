package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.encoded;

import java.net.http.HttpClient;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.graph.LabelCases;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.server.http.ServerSettings;

/**
 * A term with labels in several languages has one label on this server. The page called a term "anders" (German) that
 * {@code /resolve} called "colour thing", and {@code /search} gave no label to a term whose only one is German.
 */
class OneLabelEverywhereTest {
    @RegisterExtension
    static final LiveServer live =
            new LiveServer(
                    SecretomeServer
                            .start(ServerSettings.local(),
                                    Snapshot.load(List.of(dataset -> LabelCases.graph().find()
                                            .forEachRemaining(t -> dataset.add(NamedGraphs.ONTOLOGY, t.getSubject(),
                                                    t.getPredicate(),
                                                    t.getObject()))),
                                            List.of()),
                                    BundledGraph::catalogue),
                    HttpClient.newHttpClient());

    private static JsonObject json(String path) {
        return JSON.parse(live.get(path, "Accept", "application/json").body());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.secretomegraph.graph.LabelCases#labels")
    void pagesSearchAndIdentifiersShowTheSameLabel(LabelCases.Labels labels) {
        String page = live.get("/term/" + labels.curie() + ".html").body();
        assertEquals(labels.shown(), page.replaceFirst("(?s)^.*<h1>\\s*", "").replaceFirst("(?s)\\s*</h1>.*$", ""));
        assertTrue(page.contains("\"name\" : \"" + labels.shown() + "\""), "schema.org: " + page);
        assertEquals(labels.shown(), json("/resolve?curie=" + labels.curie()).getString("label"));
        assertEquals(labels.shown(), json("/search?q=" + labels.curie()).get("hits").getAsArray().get(0).getAsObject()
                .getString("label"));
        String about = live.get("/about?iri=" + encoded("http://example.org/of" + labels.number())).body();
        assertTrue(about.contains(">" + labels.shown() + "<"), about);
    }

    @Test
    void theParametersOfAQuestionShowTheSameLabel() {
        JsonObject answer = json("/api/questions/what-a-component-does?component=HGNC:4893");
        assertEquals("Faktor", answer.getObj("parameters").getObj("component").getString("label"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.secretomegraph.graph.LabelCases#deprecations")
    void whatIsWithdrawnIsSoOnItsPageAndInTheApi(LabelCases.Deprecation deprecation) {
        assertEquals(deprecation.isWithdrawn() ? 410 : 200,
                live.get("/term/" + deprecation.curie() + ".html").statusCode());
        assertEquals(deprecation.isWithdrawn(), json("/resolve?curie=" + deprecation.curie()).getBoolean("obsolete"));
        assertEquals(deprecation.isWithdrawn(), json("/search?q=" + deprecation.curie()).get("hits").getAsArray().get(0)
                .getAsObject().getBoolean("obsolete"));
    }
}
