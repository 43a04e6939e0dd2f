package org.secretomegraph.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.header;
import static org.secretomegraph.server.LiveServer.type;

import java.net.http.HttpResponse;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.server.LiveServer;
import org.secretomegraph.server.http.ServerSettings;

/** What is said to one who asks a question wrongly. */
class QuestionMistakesTest {
    private static final String LONG = "/api/questions/terms-without-a-mapping";
    @RegisterExtension
    static final LiveServer http = LiveServer.ofTheBundledGraph(ServerSettings.local().withAnyOrigin(true));

    /** Once the signs that end an IRI were left out in silence, and a question about another term was answered. */
    @Test
    void whatIsNoIriIsRefusedAndReachesNoHeader() {
        HttpResponse<String> response = http
                .get("/api/questions/what-a-term-means?limit=1&term=http://example.org/%3E%0D%0ASet-Cookie:%20a=b%22");
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(header(response, "Set-Cookie").isEmpty());
        assertEquals("term", JSON.parse(response.body()).getString("parameter"));
    }

    @Test
    void aNameInPlaceOfAnIdentifierIsAnsweredWithTheTermsOfThatName() {
        JsonObject problem = http.json("/api/questions/what-a-component-does?component=HGF");
        assertEquals("HGNC:4893", problem.get("suggestions").getAsArray().get(0).getAsObject().getString("curie"));
        assertEquals("HGF", problem.get("suggestions").getAsArray().get(0).getAsObject().getString("label"));
        assertEquals(200,
                http.get("/api/questions/what-a-component-does?" + problem.getString("example")).statusCode());
        JsonObject spaced = http.json("/api/questions/what-a-component-does?component=mesenchymal%20stem%20cell");
        assertEquals("CL:0000134", spaced.getString("suggestion"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "what-a-component-does?component=HGNK:4893   | component | HGNK:4893 | PREFIX:number   | HGNC:4893",
            "what-a-component-does?component=HGNC:abc     | component | HGNC:abc  | HGNC: and then ^ |",
            "what-a-component-does?component=HGNC:HGF     | component | HGNC:HGF  | HGNC: and then ^ | HGNC:4893",
            "what-a-component-does?component=HGNC:        | component | HGNC:     | PREFIX:number   |",
            "what-a-term-means?term=GO:123                | term      | GO:123    | GO: and then ^  |",
            "what-a-component-does?component=HGF          | component | HGF       | HGNC:4893       | HGNC:4893",
            "what-a-component-does?component=hgf          | component | hgf       | HGNC:4893       | HGNC:4893",
            "what-a-component-does?component=scso:nothing | component | scso:nothing | HGNC:4893    |",
            "what-a-component-does?component=http://a%20b | component | http://a b | an IRI         |",
            "what-a-component-does?component=http://%3Ca%3E | component | http://<a> | an IRI       |",
            "what-a-component-does?component=            | component |           | an IRI          |",
            "what-a-component-does?componet=HGNC:4893    | componet  | HGNC:4893 | one of component | component",
            "claims-by-year?year=2013                    | year      | 2013      | limit           |",
            "claims-by-year?limit=0                      | limit     | 0         | from 1 to 10000 |",
            "claims-by-year?limit=10001                  | limit     | 10001     | from 1 to 10000 |",
            "claims-by-year?limit=many                   | limit     | many      | whole number    |",
            "claims-by-year?offset=-1                    | offset    | -1        | whole number    |",
            "claims-by-year?format=jsn                   | format    | jsn       | json, csv, tsv  | json",
            "claims-by-year?limit=1&limit=2              | limit     | 1 and 2   |                 |"})
    void wrongParameterIsNamedWithWhatWouldFit(String question, String parameter, String given, String expected,
            String suggestion) {
        HttpResponse<String> response = http.get("/api/questions/" + question, "Accept", "text/csv");
        assertEquals(400, response.statusCode(), response.body());
        assertEquals("application/problem+json", type(response));
        JsonObject problem = JSON.parse(response.body());
        assertEquals(400, problem.get("status").getAsNumber().value().intValue());
        assertFalse(problem.getString("detail").isBlank());
        assertEquals(parameter, problem.getString("parameter"));
        assertEquals(given == null ? "" : given, problem.hasKey("given") ? problem.getString("given") : "");
        assertTrue(expected == null || problem.getString("expected").contains(expected), response.body());
        assertEquals(suggestion == null ? "" : suggestion,
                problem.hasKey("suggestion") ? problem.getString("suggestion") : "");
    }

    @Test
    void unknownQuestionNamesTheNearest() {
        HttpResponse<String> response = http.get("/api/questions/what-a-component-dose");
        assertEquals(404, response.statusCode());
        assertEquals("what-a-component-does", JSON.parse(response.body()).getString("suggestion"));
    }

    @Test
    void unacceptableTypeIs406WithTheOffers() {
        HttpResponse<String> response = http.get(LONG, "Accept", "image/png");
        assertEquals(406, response.statusCode());
        assertTrue(response.body().contains("text/csv"), response.body());
    }

    /** Rows that are none would look as if nothing were known of it. */
    @Test
    void anIdentifierThatThisGraphDoesNotKnowIsRefused() {
        HttpResponse<String> response = http.get("/api/questions/what-a-component-does?component=HGNC:99999");
        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("is not known here"), response.body());
    }

    @Test
    void thePageOfAQuestionSaysTheSame() {
        HttpResponse<String> page =
                http.get("/questions/what-a-component-does?component=HGNC:abc", "Accept", "text/html");
        assertEquals(400, page.statusCode());
        assertTrue(page.body()
                .startsWith("parameter component: 'HGNC:abc' is no identifier of HUGO Gene Nomenclature Committee;"
                        + " write HGNC: and then "),
                page.body());
        assertEquals(400, http.get("/questions/what-a-component-does?component=HGNC:99999").statusCode());
    }
}
