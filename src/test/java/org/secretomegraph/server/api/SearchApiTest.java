package org.secretomegraph.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.header;
import static org.secretomegraph.server.LiveServer.type;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.server.LiveServer;
import org.secretomegraph.server.http.ServerSettings;

/** The search over HTTP: JSON and page, kinds, parts, and text:query at the SPARQL endpoint. */
class SearchApiTest {
    @RegisterExtension
    static final LiveServer http = LiveServer.ofTheBundledGraph(ServerSettings.local().withAnyOrigin(true));

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<JsonObject> hits(String address) {
        return http.json(address).get("hits").getAsArray().stream().map(JsonValue::getAsObject).toList();
    }

    @Test
    void tellsWhatWasFoundAndWhy() {
        JsonObject first = hits("/search?q=" + encoded("TGF-β1")).get(0);
        assertEquals("HGNC:11766", first.getString("curie"));
        assertEquals("TGFB1", first.getString("label"));
        assertEquals("component", first.getString("kind"));
        assertFalse(first.getBoolean("obsolete"));
        assertEquals("rdfs:label", first.getObj("matched").getString("property"));
        assertEquals("<mark>TGFB1</mark>", first.getString("snippet"));
        assertEquals("/term/HGNC:11766", first.getString("page"));
        assertEquals(303, http.get(first.getString("page")).statusCode());
    }

    @Test
    void everyHitOfAKindIsOfTheKind() {
        for (String kind : List.of("component", "process", "condition", "cell", "publication", "claim",
                "preconditioning")) {
            List<JsonObject> hits =
                    hits("/search?q=" + (kind.equals("preconditioning") ? "hypoxic" : kind.equals("cell")
                            ? "stem+cell" : kind.equals("condition") ? "stroke" : "vesicle") + "&type=" + kind);
            assertFalse(hits.isEmpty(), kind);
            hits.forEach(hit -> assertEquals(kind, hit.getString("kind"), hit.toString()));
        }
    }

    @Test
    void partsMakeTheWhole() {
        List<JsonObject> whole = hits("/search?q=growth&limit=30");
        List<JsonObject> second = hits("/search?q=growth&limit=10&offset=10");
        assertEquals(whole.subList(10, 20), second);
        assertTrue(header(http.get("/search?q=growth&limit=10"), "Link").contains("rel=\"next\""));
    }

    @Test
    void sentencesAreFoundByTheirWordsAfterNames() {
        List<JsonObject> hits = hits("/search?q=angiogenesis&limit=500");
        assertEquals("GO:0001525", hits.get(0).getString("curie"));
        int firstClaim = kinds(hits).indexOf("claim");
        assertTrue(firstClaim > 0, "no claim speaks of angiogenesis");
        assertTrue(hits.get(firstClaim).getString("snippet").toLowerCase().contains("<mark>angiogenesis</mark>"));
    }

    private static List<String> kinds(List<JsonObject> hits) {
        return hits.stream().map(h -> h.getString("kind")).toList();
    }

    @Test
    void nothingFoundSuggestsSomething() {
        JsonObject answer = http.json("/search?q=angigonenesiss");
        assertEquals(0, answer.get("total").getAsNumber().value().intValue(), answer.toString());
        assertEquals("angiogenesis", answer.get("suggestions").getAsArray().get(0).getAsString().value());
        assertEquals("[]", http.json("/search?q=%E2%88%9E").get("suggestions").toString().replace(" ", "").strip());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/search,q", "/search?q=,q", "/search?q=a&type=gene,type", "/search?q=a&limit=-1,limit",
            "/search?q=a&x=1,x",
            "/search?q=a&format=xml,format"})
    void wrongParameterIsNamed(String address, String parameter) {
        HttpResponse<String> response = http.get(address);
        assertEquals(400, response.statusCode(), response.body());
        assertEquals(parameter, JSON.parse(response.body()).getString("parameter"));
    }

    /**
     * What is in a clipboard is an address more often than a name; names alone were looked for, and nothing was found.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"PMID:35649958, https://doi.org/10.1016/j.jcyt.2022.03.006",
            "doi:10.1016/j.jcyt.2022.03.006, https://doi.org/10.1016/j.jcyt.2022.03.006",
            "https://doi.org/10.1016/j.jcyt.2022.03.006, https://doi.org/10.1016/j.jcyt.2022.03.006",
            "https://pubmed.ncbi.nlm.nih.gov/35649958/, https://doi.org/10.1016/j.jcyt.2022.03.006",
            "http://purl.obolibrary.org/obo/GO_0001525, http://purl.obolibrary.org/obo/GO_0001525",
            "https://identifiers.org/hgnc:4893, http://identifiers.org/hgnc/4893",
            "hgnc:4893, http://identifiers.org/hgnc/4893",
            "scso:promotes, https://w3id.org/scso/promotes",
            "https://w3id.org/scso/0000012, https://w3id.org/scso/0000012"})
    void anIdentifierAsItIsPastedFindsTheThingFirst(String pasted, String iri) {
        JsonObject answer = http.json("/search?limit=1&q=" + encoded(pasted));
        assertEquals(iri, answer.get("hits").getAsArray().get(0).getAsObject().getString("iri"), answer.toString());
        assertEquals(0, http.json("/search?q=GO:9999999").get("hits").getAsArray().stream()
                .filter(hit -> hit.getAsObject().getString("iri").endsWith("GO_9999999")).count());
    }

    /**
     * Five links that each repeated ten thousand characters made a header longer than the server can send: 500. A page
     * of
     * text is refused, as much as fits in links is looked for.
     */
    @Test
    void aLongTextIsRefusedOrRepeatedWholeInTheLinks() {
        String text = "cell ".repeat(2_000);
        HttpResponse<String> refused = http.get("/search?q=" + encoded(text));
        assertEquals(400, refused.statusCode());
        assertEquals("q", JSON.parse(refused.body()).getString("parameter"));
        assertTrue(refused.body().length() < 500, refused.body());
        assertEquals(400, http.get("/search?q=" + encoded(text), "Accept", "text/html").statusCode());
        HttpResponse<String> longest = http.get("/search?offset=20&q=" + encoded(text.substring(0, 1_995)));
        assertEquals(200, longest.statusCode());
        assertTrue(header(longest, "Link").contains("rel=\"next\""), header(longest, "Link"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"IL-6 (", "*", "\"", "a:b:c", "' OR 1=1 --", "<script>alert(1)</script>", "\\", "\u0000", "((((",
                    "%", "a AND", "[x TO", "\ud83e\uddec"})
    void whatIsTypedIsNeverSyntax(String typed) {
        HttpResponse<String> json = http.get("/search?q=" + encoded(typed));
        assertEquals(200, json.statusCode(), json.body());
        HttpResponse<String> page = http.get("/search?q=" + encoded(typed), "Accept", "text/html");
        assertEquals(200, page.statusCode());
        assertFalse(page.body().contains("<script"), page.body());
        assertTrue(header(page, "Content-Security-Policy").startsWith("default-src 'none'"));
    }

    @Test
    void aBrowserGetsAPage() {
        HttpResponse<String> page = http.get("/search?q=IL-6&type=component", "Accept", "text/html,*/*;q=0.8");
        assertEquals("text/html", type(page));
        assertTrue(page.body().contains("/term/HGNC:6018\">IL6</a>"),
                page.body().substring(page.body().indexOf("<form")));
        assertTrue(page.body().contains("<option value=\"component\" selected>"));
        HttpResponse<String> empty = http.get("/search", "Accept", "text/html");
        assertEquals(200, empty.statusCode());
        assertTrue(empty.body().contains("type=\"search\""));
        assertTrue(http.get("/search?q=angigonenesiss&format=html").body().contains("Did you mean"));
    }

    @Test
    void textQueryWorksAtTheEndpoint() {
        String query =
                "PREFIX text: <http://jena.apache.org/text#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
                        + " SELECT ?t ?l { (?t ?score) text:query (rdfs:label 'TGF-β1' 5) . ?t rdfs:label ?l } ORDER BY DESC(?score)";
        HttpResponse<String> response = http.get("/secretome/sparql?output=csv&query=" + encoded(query));
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(response.body().contains("http://identifiers.org/hgnc/11766,TGFB1"), response.body());
        HttpResponse<String> wrong =
                http.get("/secretome/sparql?query=" + encoded(query.replace("'TGF-β1'", "'IL-6 ('")));
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("Lucene's query syntax"), wrong.body());
    }
}
