package org.secretomegraph.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.header;
import static org.secretomegraph.server.LiveServer.type;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.catalogue.Question;
import org.secretomegraph.server.LiveServer;
import org.secretomegraph.server.ServedDataset;
import org.secretomegraph.server.http.ServerSettings;

/** The questions as REST: rows, pages, formats, and what is said to one who asks wrongly. */
class QuestionsApiTest {
    private static final String LONG = "/api/questions/terms-without-a-mapping";
    @RegisterExtension
    static final LiveServer http = LiveServer.ofTheBundledGraph(ServerSettings.local().withAnyOrigin(true));

    static Stream<Question> questions() {
        return BundledGraph.catalogue().questions().stream();
    }

    /** Those that ask others too are asked by FederationTest. */
    static Stream<Question> ofThisGraphOnly() {
        return questions().filter(q -> q.federated().isEmpty());
    }

    @Test
    void listsEveryQuestionWithItsParametersAndColumns() {
        JsonObject list = http.json("/api/questions");
        assertEquals(questions().map(Question::name).toList(),
                list.getArray("questions").map(q -> q.getAsObject().getString("name")).toList());
        JsonObject one = list.getArray("questions").filter(q -> q.getAsObject().getString("name")
                .equals("what-a-component-does")).findFirst().orElseThrow().getAsObject();
        assertEquals("HGNC:4893", one.get("parameters").getAsArray().get(0).getAsObject().getString("default"));
        assertTrue(one.get("columns").toString().contains("objectLabel"));
        assertEquals(200, http.get(one.getString("href")).statusCode());
        assertEquals(200, http.get(one.getString("page")).statusCode());
        assertEquals(1 + questions().count(), http.get("/api/questions?format=csv").body().lines().count());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofThisGraphOnly")
    void answersInJsonWithEveryColumnInEveryRow(Question question) {
        HttpResponse<String> response = http.get("/api/questions/" + question.name() + "?limit=20");
        assertEquals(200, response.statusCode(), response.body());
        JsonObject answer = JSON.parse(response.body());
        assertEquals(String.valueOf(answer.get("total").getAsNumber().value()), header(response, "X-Total-Count"));
        for (JsonValue row : answer.get("rows").getAsArray()) {
            assertEquals(question.query().getResultVars(), List.copyOf(row.getAsObject().keys()));
        }
    }

    @Test
    void typesItsCells() {
        JsonObject row =
                http.json("/api/questions/what-a-component-does").get("rows").getAsArray().get(0).getAsObject();
        assertTrue(row.get("claims").isNumber(), row.toString());
        assertTrue(row.get("objectLabel").isString(), row.toString());
        JsonObject object = row.getObj("object");
        assertTrue(object.getString("iri").startsWith("http"), row.toString());
        assertTrue(object.getString("curie").contains(":"), row.toString());
        assertEquals(row.getString("objectLabel"), object.getString("label"));
    }

    @Test
    void saysWithWhichValuesItAnswered() {
        JsonObject asked = http.json("/api/questions/what-a-component-does?component=HGNC:1033").getObj("parameters")
                .getObj("component");
        assertEquals(JSON.parse("{'iri': 'http://identifiers.org/hgnc/1033', 'curie': 'HGNC:1033', 'label': 'BDNF'}"),
                asked);
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(delimiter = '|', value = {
            "                | */*                                | application/json",
            "                | text/csv                           | text/csv",
            "                | text/tab-separated-values          | text/tab-separated-values",
            "                | text/csv;q=0.2, application/json   | application/json",
            "?format=csv     | application/json                   | text/csv",
            "?format=TSV     | */*                                | text/tab-separated-values",
            "?format=json    | image/png                          | application/json"})
    void chooseOfFormatsFollowsTheClient(String query, String accept, String type) {
        HttpResponse<String> response = http.get(LONG + (query == null ? "" : query), "Accept", accept);
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(type, type(response));
        assertTrue(header(response, "Vary").contains("Accept"));
    }

    @Test
    void tablesAreThoseOfTheSparqlEndpoint() {
        Question question = BundledGraph.catalogue().named("claims-by-species").orElseThrow();
        for (String format : List.of("csv", "tsv")) {
            String sparql = http.get("/secretome/sparql?output=" + format + "&query=" + URLEncoder.encode(
                    question.text(), StandardCharsets.UTF_8)).body();
            assertEquals(sparql, http.get("/api/questions/claims-by-species?format=" + format).body());
        }
    }

    @ParameterizedTest(name = "limit {0}")
    @CsvSource({"7", "50", "10000"})
    void pagesMakeTheWholeWithoutGapOrRepetition(int limit) {
        List<JsonValue> whole = http.json(LONG).getArray("rows").toList();
        assertTrue(whole.size() > 14, "too few rows to be paged: " + whole.size());
        List<JsonValue> joined = new ArrayList<>();
        Optional<String> next = Optional.of(LONG + "?limit=" + limit);
        while (next.isPresent()) {
            HttpResponse<String> page = http.get(next.get());
            JSON.parse(page.body()).getArray("rows").forEach(joined::add);
            next = link(page, "next");
        }
        assertEquals(whole, joined);
    }

    @Test
    void linksLeadToTheOtherPages() {
        HttpResponse<String> middle = http.get(LONG + "?limit=5&offset=7");
        assertEquals(Optional.of(LONG + "?limit=5&offset=7"), link(middle, "self"));
        assertEquals(Optional.of(LONG + "?limit=5&offset=0"), link(middle, "first"));
        assertEquals(Optional.of(LONG + "?limit=5&offset=2"), link(middle, "prev"));
        assertEquals(Optional.of(LONG + "?limit=5&offset=12"), link(middle, "next"));
        assertEquals(Optional.of("/openapi.json"), link(middle, "service-desc"));
        int total = Integer.parseInt(header(middle, "X-Total-Count"));
        HttpResponse<String> last = http.get(link(middle, "last").orElseThrow());
        assertEquals(Optional.empty(), link(last, "next"));
        assertEquals(total % 5 == 0 ? 5 : total % 5, JSON.parse(last.body()).getArray("rows").count());
        HttpResponse<String> beyond = http.get(LONG + "?offset=1000000");
        assertEquals(200, beyond.statusCode());
        assertEquals(0, JSON.parse(beyond.body()).getArray("rows").count());
        assertEquals(Optional.empty(), link(http.get(LONG), "prev"));
    }

    /** What was given is written into links: it must not break out of them, nor into another header. */
    @Test
    void linksQuoteWhatWasGiven() {
        HttpResponse<String> response =
                http.get("/api/questions/what-a-term-means?limit=1&term=SCSO:%30000002");
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(link(response, "self").orElseThrow().matches("[!-~&&[^<>\"]]+"), header(response, "Link"));
    }

    @Test
    void conditionalRequestSavesTheBody() {
        HttpResponse<String> first = http.get(LONG);
        String tag = header(first, "ETag");
        assertTrue(tag.matches("\"[^\"]+\""), tag);
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            HttpResponse<String> again = http.get(LONG, "If-None-Match", known);
            assertEquals(304, again.statusCode(), known);
            assertEquals("", again.body());
            assertEquals(tag, header(again, "ETag"));
        }
        assertEquals(200, http.get(LONG, "If-None-Match", "\"other\"").statusCode());
        assertNotEquals(tag, header(http.get(LONG + "?format=csv"), "ETag"));
    }

    @Test
    void headTellsTheSameWithoutTheBody() {
        HttpResponse<String> get = http.get(LONG);
        HttpResponse<String> head = http.method("HEAD", LONG);
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        for (String name : List.of("ETag", "Link", "X-Total-Count", "Content-Type", "Content-Length")) {
            assertEquals(header(get, name), header(head, name), name);
        }
    }

    @Test
    void otherMethodsAreNotAllowed() {
        assertEquals(405, http.method("POST", LONG).statusCode());
        assertEquals(405, http.method("DELETE", LONG).statusCode());
    }

    @Test
    void pagesOfOtherSitesMayReadItWithItsLinks() {
        HttpResponse<String> response = http.get(LONG, "Origin", "https://example.org");
        assertEquals("*", header(response, "Access-Control-Allow-Origin"));
        assertTrue(header(response, "Access-Control-Expose-Headers").contains("Link"));
    }

    @Test
    void timeLimitIs503AndNeverAnEmptyAnswer() {
        try (LiveServer hasty = LiveServer.start(ServerSettings.local().withTimeout(Duration.ofMillis(1)),
                ServedDataset.snapshot(BundledGraph.snapshot()))) {
            HttpResponse<String> response = hasty.get("/api/questions/components-with-similar-profiles");
            assertEquals(503, response.statusCode(), response.body());
            assertEquals("application/problem+json", type(response));
        }
    }

    @Test
    void noQuestionHasAParameterOfAReservedName() {
        assertEquals(List.of(), questions().flatMap(q -> q.parameters().stream())
                .filter(p -> QuestionsApi.RESERVED.contains(p.name())).toList());
    }

    private static Optional<String> link(HttpResponse<String> response, String relation) {
        Matcher link = Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"").matcher(header(response, "Link"));
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }
}
