package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.catalogue.Question;
import org.secretomegraph.graph.federation.Federation;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.server.http.ServerSettings;

/**
 * SERVICE: closed, or opened for one address and no other; and the questions that ask UniProt, Rhea, Wikidata and
 * Ubergraph,
 * whose parts a second server on this machine plays, with their vocabulary.
 */
class FederationTest {
    private static final Path FOLDER = Path.of("src/test/resources/federation");
    private static final int AT_LEAST = 4;
    private static FusekiServer others;
    private static LiveServer live;
    private static LiveServer shut;

    @BeforeAll
    static void serve() throws IOException {
        FusekiServer.Builder builder = FusekiServer.create().port(0).loopback(true);
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.forEach(file -> {
                var data = DatasetGraphFactory.createTxnMem();
                RDFDataMgr.read(data, file.toString());
                builder.add("/" + file.getFileName().toString().replaceFirst("\\.ttl$", ""), data);
            });
        }
        others = builder.build().start();
        live = start(ServerSettings.local().withFederation(Federation.with(List.copyOf(standIns().values()))));
        shut = start(ServerSettings.local());
    }

    private static LiveServer start(ServerSettings settings) {
        return LiveServer.of(SecretomeServer.start(settings, BundledGraph.snapshot(),
                () -> new Catalogue(questions().map(FederationTest::withStandIns).toList())));
    }

    @AfterAll
    static void stop() {
        live.close();
        shut.close();
        others.stop();
    }

    /** The endpoints that questions ask, and who plays their parts. */
    private static Map<String, String> standIns() {
        Map<String, String> all = new LinkedHashMap<>();
        questions().flatMap(q -> q.federated().stream()).forEach(endpoint -> all.put(endpoint,
                "http://localhost:" + others.getPort() + "/" + URI.create(endpoint).getHost() + "/sparql"));
        return all;
    }

    static Stream<Question> questions() {
        return BundledGraph.catalogue().questions().stream().filter(q -> !q.federated().isEmpty());
    }

    private static Question withStandIns(Question question) {
        String text = question.text();
        for (Map.Entry<String, String> standIn : standIns().entrySet()) {
            text = text.replace("<" + standIn.getKey() + ">", "<" + standIn.getValue() + ">");
        }
        return new Question(question.name(), question.summary(), question.description(), question.parameters(),
                question.tags(), question.expected(), question.federated().stream().map(standIns()::get).toList(),
                question.ensures(), text);
    }

    @Test
    void someQuestionsAreFederatedAndSaySo() {
        assertTrue(questions().count() >= AT_LEAST, "only " + questions().count());
        questions().forEach(q -> assertTrue(q.tags().contains("federated"), q.name()));
        assertEquals(
                Stream.of("query.wikidata.org", "sparql.rhea-db.org", "sparql.uniprot.org", "ubergraph.apps.renci.org")
                        .toList(),
                standIns().keySet().stream().map(e -> URI.create(e).getHost()).sorted().toList());
    }

    /** {@code -Dbless} writes the expected answers anew. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void answersWithTheOthersKnowledge(Question question) throws IOException {
        HttpResponse<String> response = live.get("/api/questions/" + question.name() + "?format=tsv");
        assertEquals(200, response.statusCode(), response.body());
        Path expected = Path.of(question.expected());
        if (System.getProperty("bless") != null) {
            Files.writeString(expected, response.body());
        }
        assertTrue(response.body().lines().count() > 1, "no rows");
        assertEquals(Files.readString(expected), response.body());
        assertEquals(200, live.get("/questions/" + question.name()).statusCode());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void sayWhichOptionAllowsThemWhereTheyAreNotAllowed(Question question) {
        String endpoint = standIns().get(question.federated().get(0));
        for (String path : List.of("/api/questions/", "/questions/")) {
            HttpResponse<String> response = shut.get(path + question.name());
            assertEquals(403, response.statusCode(), response.body());
            assertTrue(response.body().contains(Federation.OPTION + " " + endpoint), response.body());
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"http://localhost:PORT/sparql.uniprot.org/query",
            "http://localhost:PORT/sparql.uniprot.org/sparql/",
            "http://localhost:PORT/sparql.uniprot.org/sparql?x=1", "http://127.0.0.1:PORT/sparql.uniprot.org/sparql",
            "https://localhost:PORT/sparql.uniprot.org/sparql", "http://user@localhost:PORT/sparql.uniprot.org/sparql",
            "http://localhost:1/sparql.uniprot.org/sparql", "http://localhost:PORT/sparql.uniprot.org/x/%2E%2E/sparql",
            "file:///etc/passwd", "ftp://localhost/sparql", "jar:file:/x!/y", "urn:x-arq:self",
            "http://169.254.169.254/latest"})
    void noOtherAddressIsAsked(String address) {
        String url = address.replace("PORT", String.valueOf(others.getPort()));
        for (String silent : List.of("", "SILENT ")) {
            HttpResponse<String> stated = live.ask("SELECT * { SERVICE " + silent + "<" + url + "> { ?s ?p ?o } }");
            assertEquals(400, stated.statusCode(), stated.body());
            assertTrue(stated.body().contains(Federation.OPTION), stated.body());
            HttpResponse<String> computed = live.ask("SELECT * { BIND(IRI('" + url + "') AS ?e) SERVICE " + silent
                    + "?e { ?s ?p ?o } }");
            assertEquals(400, computed.statusCode(), computed.body());
        }
    }

    @Test
    void anAllowedAddressMayBeComputedAndSpeltInOtherCase() {
        String url = standIns().get("https://sparql.uniprot.org/sparql");
        assertEquals(200, live.ask("SELECT * { BIND(IRI('" + url + "') AS ?e) SERVICE ?e { ?s ?p ?o } }").statusCode());
        assertEquals(200, live.ask("SELECT * { SERVICE <" + url.replace("http://localhost", "HTTP://LOCALHOST")
                + "> { ?s ?p ?o } } LIMIT 1").statusCode());
    }

    @Test
    void updatesAndShapesAskNobody() {
        assertTrue(live
                .post("/secretome/update", "application/sparql-update", "INSERT { <x:a> <x:b> ?o } WHERE { SERVICE <"
                        + standIns().values().iterator().next() + "> { ?s ?p ?o } }")
                .statusCode() >= 400);
    }

    @Test
    void theDescriptionSaysWhetherOthersAreAsked() {
        assertTrue(live.get("/secretome/sparql", "Accept", "text/turtle").body().contains("BasicFederatedQuery"));
        assertFalse(shut.get("/secretome/sparql", "Accept", "text/turtle").body().contains("BasicFederatedQuery"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void areMarkedWhereQuestionsAreListed(Question question) {
        String endpoint = standIns().get(question.federated().get(0));
        String home = shut.get("/", "Accept", "text/html").body();
        assertTrue(home.contains(question.summary() + "</a> <span class=\"small\">(federated)</span>"), home);
        assertTrue(home.contains("<code>" + endpoint + "</code>"), home);
        assertTrue(live.get("/questions/" + question.name()).body().contains("<code>" + endpoint + "</code>"));
        String table = shut.get("/api/questions?format=tsv").body();
        assertTrue(table.lines().anyMatch(row -> row.contains(question.name()) && row.contains(endpoint)), table);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"sparql.uniprot.org", "file:///etc/passwd", "https://", "https://u:p@host/sparql", "",
            "https://a b/"})
    void whatIsNoEndpointCannotBeAllowed(String address) {
        assertTrue(assertThrows(InvalidInputException.class, () -> Federation.with(List.of(address))).getMessage()
                .contains(Federation.OPTION));
        assertFalse(Federation.closed().allows(address));
    }
}
