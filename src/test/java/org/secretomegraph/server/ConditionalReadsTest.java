package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.graph.LabelCases;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.server.http.ServerSettings;

/**
 * Whoever has an answer already is not sent it again: pages, files, the API and the Graph Store keep the same
 * conditions. A
 * cache that sent two lines got 304 from the API and 200 from a page, which read the first line only.
 */
class ConditionalReadsTest {
    private static final String OTHER = "\"another\"";

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

    private static HttpResponse<String> get(String path, String... headers) {
        HttpResponse<String> response = live.get(path, headers);
        assertEquals(tag(path), response.headers().firstValue("ETag").orElse(""), "each answer has the tag");
        return response;
    }

    private static String tag(String path) {
        return live.method("HEAD", path).headers().firstValue("ETag").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/term/GO:9000001.html", "/term/GO:9000001.ttl", "/mappings/all.sssom.tsv",
            "/search?q=GO:9000001",
            "/api/questions", "/context.jsonld", "/openapi.json", "/resolve?curie=GO:9000001&redirect=false",
            "/secretome/data?graph=https://w3id.org/scso/graph/ontology", "/secretome/get?default", "/dataset.nq.gz"})
    void everyReadKeepsTheSameConditions(String path) {
        String tag = tag(path);
        String opaque = tag.replaceFirst("^W/", "");
        assertTrue(opaque.matches("\"[!-~&&[^\"]]+\""), tag);
        for (String[] known : new String[][] {{tag}, {opaque}, {"W/" + opaque}, {"*"}, {OTHER + ", " + opaque},
                {OTHER, opaque}, {OTHER + ",W/" + opaque + " , \"x,y\""}}) {
            String[] headers = new String[2 * known.length];
            for (int i = 0; i < known.length; i++) {
                headers[2 * i] = "If-None-Match";
                headers[2 * i + 1] = known[i];
            }
            HttpResponse<String> again = get(path, headers);
            assertEquals(304, again.statusCode(), String.join(" and ", known));
            assertEquals("", again.body());
        }
        for (String unknown : new String[] {OTHER, "no quotes", "\"x," + opaque.substring(1), ""}) {
            assertEquals(200, get(path, "If-None-Match", unknown).statusCode(), unknown);
        }
        assertEquals(200, get(path, "If-Modified-Since", "Thu, 01 Jan 2099 00:00:00 GMT").statusCode());
    }

    /** If-Match was not looked at by reads: one who wanted a part of the state that he knew got that of another. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/term/GO:9000001.ttl", "/mappings/all.sssom.tsv", "/api/questions", "/secretome/get?default"})
    void aReadOfAStateThatIsGoneFails(String path) {
        String tag = tag(path);
        assertEquals(200, get(path, "If-Match", tag).statusCode());
        assertEquals(200, get(path, "If-Match", OTHER, "If-Match", tag).statusCode());
        assertEquals(200, get(path, "If-Match", "*").statusCode());
        for (String other : new String[] {OTHER, "W/" + tag, "no quotes"}) {
            HttpResponse<String> refused = get(path, "If-Match", other);
            assertEquals(412, refused.statusCode(), other);
            SparqlProtocolTest.assertPlain(refused);
        }
    }
}
