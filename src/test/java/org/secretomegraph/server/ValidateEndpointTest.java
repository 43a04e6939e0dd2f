package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.curation.SheetLoader;
import org.secretomegraph.report.Severity;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.server.write.ValidationService;

/** Proposals are judged for anybody who asks, also by a server that takes no updates, and nothing is written. */
class ValidateEndpointTest {
    private static final Path CASES = Path.of("shapes/cases/Claim-outcome");
    private static final Path SHEET = Path.of("ontology/curation/encyclopedia.tsv");
    private static final String TSV = "text/tab-separated-values";
    private static LiveServer live;

    @BeforeAll
    static void start() {
        ServedDataset served = ServedDataset.snapshot(BundledGraph.snapshot())
                .withValidation(new ValidationService(BundledGraph.services()::shapes,
                        (sheet, believed) -> SheetLoader.read(sheet, believed, Clock.systemUTC()), Severity.VIOLATION));
        live = LiveServer.start(ServerSettings.local(), served);
    }

    @AfterAll
    static void stop() {
        live.close();
    }

    private static HttpResponse<String> validate(String type, String body, String... headers) {
        return live.post("/secretome/validate", type, body, headers);
    }

    @Test
    void judgesRdf() throws IOException {
        String good = Files.readString(CASES.resolve("valid-complete.ttl"));
        HttpResponse<String> accepted = validate("text/turtle", good);
        assertEquals(200, accepted.statusCode(), accepted.body());
        assertTrue(JSON.parse(accepted.body()).getBoolean("accepted"));
        HttpResponse<String> refused =
                validate("text/turtle", Files.readString(CASES.resolve("invalid-two-outcomes.ttl")));
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("Claim-outcome"), refused.body());
        assertTrue(live.ask("ASK { <https://w3id.org/scso/claim/example-01> ?p ?o }", "Accept", "text/csv").body()
                .contains("false"));
    }

    @Test
    void judgesAClaimSheetAndNamesItsCells() throws IOException {
        String sheet = Files.readString(SHEET);
        HttpResponse<String> accepted = live.post("/secretome/validate?name=encyclopedia.tsv", TSV, sheet);
        assertEquals(200, accepted.statusCode(), accepted.body());
        String spoilt = sheet.replaceFirst("\tsupports\t", "\tsuports\t");
        HttpResponse<String> refused = live.post("/secretome/validate?name=encyclopedia.tsv", TSV, spoilt);
        assertEquals(422, refused.statusCode(), refused.body());
        JsonArray findings = JSON.parse(refused.body()).get("findings").getAsArray();
        assertEquals(1,
                findings.stream().filter(f -> f.getAsObject().getString("severity").equals("violation")).count(),
                refused.body());
        JsonObject finding = findings.stream().map(f -> f.getAsObject())
                .filter(f -> f.getString("severity").equals("violation")).findFirst().orElseThrow();
        assertEquals("encyclopedia.tsv", finding.getString("file"));
        assertEquals("outcome", finding.getString("column"));
        assertFalse(refused.body().contains(System.getProperty("java.io.tmpdir") + "/"),
                "the server's folders are its own");
    }

    @Test
    void aMistakeInTheSyntaxIsAFinding() {
        HttpResponse<String> response =
                validate("text/turtle", "<http://example.org/a> <http://example.org/b>\n  nonsense .\n");
        assertEquals(422, response.statusCode(), response.body());
        JsonObject finding = JSON.parse(response.body()).get("findings").getAsArray().get(0).getAsObject();
        assertEquals(2, finding.get("line").getAsNumber().value().intValue());
        assertTrue(finding.getString("rule").endsWith("File-syntax"));
    }

    @ParameterizedTest
    @CsvSource({"text/turtle, text/turtle", "text/plain, text/plain", TSV + ", " + TSV, "*/*, application/json",
            "image/png, application/json", "'application/json;q=0, */*;q=0.1', text/turtle",
            "'application/json;q=0.5, text/plain', text/plain"})
    void answersInTheFormatThatIsAskedFor(String accept, String type) throws IOException {
        HttpResponse<String> response = validate("text/turtle",
                Files.readString(CASES.resolve("invalid-two-outcomes.ttl")), "Accept", accept);
        assertEquals(422, response.statusCode());
        assertEquals(type, LiveServer.type(response));
    }

    @Test
    void refusesWhatItCannotJudge() {
        assertEquals(415, validate("text/html", "<p>").statusCode());
        assertEquals(405, live.get("/secretome/validate").statusCode());
        assertEquals(400, live.post("/secretome/validate?name=../x.tsv", TSV, "").statusCode());
        HttpResponse<String> binary = validate(TSV, "\u0000\u0001");
        assertTrue(binary.statusCode() == 400 || binary.statusCode() == 422, binary.body());
        assertFalse(binary.body().contains("/secretome"), binary.body());
    }
}
