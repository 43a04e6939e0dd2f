package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.encoded;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages work in a browser that runs no scripts and fetches nothing from elsewhere, and every link on them leads.
 */
class PagesTest {
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"([^\"#][^\"]*)\"");
    @RegisterExtension
    static final LiveServer live = LiveServer.start();

    @Test
    void homeListsTheQuestionsWithTheirParameters() {
        String home = page("/");
        assertTrue(home.contains("What promotes a process?"));
        assertTrue(home.contains("Everything with a promotes link to the process."));
        assertTrue(home.contains("name=\"process\" value=\"http://example.org/angiogenesis\""), home);
        assertTrue(home.contains("1 claims") && home.contains("40 triples"), home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/questions/what-promotes", "/about?iri=http://example.org/hgf"})
    void everyLinkWithinTheServerLeadsSomewhere(String address) {
        List<String> links = links(page(address));
        assertTrue(links.size() >= 3, address + " has only " + links);
        for (String link : links) {
            if (!link.startsWith("http")) {
                HttpResponse<String> response = live.get(link.equals("/search") ? link + "?q=hgf" : link); // a form's address
                if (response.statusCode() == 303) {
                    response = live.get(response.headers().firstValue("Location").orElseThrow());
                }
                assertEquals(200, response.statusCode(), link + ": " + response.body());
            }
        }
    }

    @Test
    void aLinkToTheEndpointAsksTheQuestionWithItsDefaults() {
        String link = links(page("/")).stream().filter(l -> l.contains("output=text")).findFirst().orElseThrow();
        HttpResponse<String> response = live.get(link);
        assertEquals("text/plain", LiveServer.type(response));
        assertTrue(response.body().contains("HGF") && response.body().contains("VEGFA"), response.body());
        assertFalse(response.body().contains("NGF\""), response.body());
    }

    @Test
    void aQuestionIsAnsweredByATableThatLeadsToPublications() {
        String answer = page("/questions/what-promotes");
        assertTrue(answer.contains("<th>process</th><th>factor</th><th>label</th>"), answer);
        assertTrue(answer.contains("<td>HGF</td>"), answer);
        assertTrue(answer.contains("href=\"/publication/doi/10.1000/example\""), answer);
        assertTrue(answer.contains("href=\"/claim/a-01\""), answer);
        String other = page("/questions/what-promotes?process=" + encoded("http://example.org/neurogenesis"));
        assertTrue(other.contains("<td>NGF</td>") && !other.contains("<td>HGF</td>"), other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/questions/what-promotes", "/about?iri=http://example.org/hgf"})
    void aPageNeedsNothingFromElsewhere(String address) {
        String page = page(address);
        assertFalse(page.contains("<img") || page.contains("@import") || page.contains("stylesheet"));
        String withoutData = page.replace("<script type=\"application/ld+json\">", "");
        assertFalse(withoutData.contains("<script"), "a script that is no data");
    }

    @Test
    void whatComesFromOutsideIsEscaped() {
        HttpResponse<String> response = live.get("/questions/what-promotes?process="
                + encoded("http://example.org/\"<script>alert(1)</script>"));
        assertEquals(400, response.statusCode());
        SparqlProtocolTest.assertPlain(response); // told as text, which no browser takes for a page
        HttpResponse<String> quoted =
                live.get("/questions/what-promotes?process=" + encoded("http://example.org/?a='&b=(c)"));
        assertEquals(400, quoted.statusCode());
        SparqlProtocolTest.assertPlain(quoted);
        assertFalse(live.get("/about?iri=" + encoded("javascript:<script>")).body().contains("<script>\""));
    }

    @Test
    void tellsMistakesInOneLine() {
        for (String address : List.of("/questions/none", "/questions/", "/questions",
                "/about?iri=http://example.org/none")) {
            HttpResponse<String> response = live.get(address);
            assertEquals(404, response.statusCode(), address);
            SparqlProtocolTest.assertPlain(response);
        }
        for (String address : List.of("/questions/what-promotes?nothing=1", "/questions/what-promotes?process=a%20b",
                "/about")) {
            HttpResponse<String> response = live.get(address);
            assertEquals(400, response.statusCode(), address);
            SparqlProtocolTest.assertPlain(response);
        }
        assertEquals(405, live.post("/", "text/plain", "x").statusCode());
    }

    private static String page(String address) {
        HttpResponse<String> response = live.get(address, "Accept", "text/html");
        assertEquals(200, response.statusCode(), response.body());
        assertEquals("text/html", LiveServer.type(response));
        return response.body();
    }

    private static List<String> links(String page) {
        List<String> links = new ArrayList<>();
        for (Matcher m = LINK.matcher(page); m.find();) {
            links.add(m.group(1).replace("&#x3D;", "=").replace("&amp;", "&"));
        }
        return links;
    }
}
