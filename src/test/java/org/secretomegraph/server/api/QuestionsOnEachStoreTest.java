package org.secretomegraph.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.catalogue.Parameter;
import org.secretomegraph.catalogue.Question;
import org.secretomegraph.graph.store.CopiedStore;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.server.LiveServer;
import org.secretomegraph.server.ServedDataset;
import org.secretomegraph.server.http.ServerSettings;

/**
 * Every question over REST, of each kind of store: the same rows in the same order, also where the values that are
 * asked for
 * are good identifiers that hit nothing. Ten questions failed on a TDB2 store then, until Jena 6.2 (apache/jena#3763).
 */
class QuestionsOnEachStoreTest {
    /** A gene and a process of the graph, each well formed and of no use where the other is asked for. */
    private static final String GENE = "HGNC:6018";
    private static final String PROCESS = "GO:0001525";
    private static final Map<String, GraphStore> STORES = new LinkedHashMap<>();
    private static final Map<String, LiveServer> SERVERS = new LinkedHashMap<>();

    @BeforeAll
    static void start(@TempDir Path folder) {
        STORES.put("memory", CopiedStore.memory(BundledGraph.snapshot().dataset()));
        STORES.put("tdb2", CopiedStore.tdb2(BundledGraph.snapshot().dataset(), folder));
        ServerSettings settings = ServerSettings.local().withTimeout(Duration.ofHours(1));
        SERVERS.put("snapshot", LiveServer.start(settings, ServedDataset.snapshot(BundledGraph.snapshot())));
        STORES.forEach((kind, store) -> SERVERS.put(kind, LiveServer.start(settings, ServedDataset.readOnly(store))));
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(LiveServer::close);
        STORES.values().forEach(GraphStore::close);
    }

    static Stream<Arguments> asked() {
        Function<String, String> missing = value -> value.replaceAll("[0-9]", "9");
        Function<String, String> other = value -> value.startsWith("HGNC") ? PROCESS : GENE;
        return BundledGraph.catalogue().questions().stream().filter(question -> question.federated().isEmpty())
                .flatMap(question -> question.parameters().isEmpty() ? Stream.of(Arguments.of(question.name(), ""))
                        : Stream.of(values(question, value -> value), values(question, missing),
                                values(question, other))
                                .map(values -> Arguments.of(question.name(), values)));
    }

    private static String values(Question question, Function<String, String> value) {
        return question.parameters().stream().map(parameter -> parameter.name() + "="
                + URLEncoder.encode(value.apply(parameter.example()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "&", ""));
    }

    @ParameterizedTest(name = "{0}{1}")
    @MethodSource("asked")
    void isAnsweredAlike(String question, String values) {
        Map<String, String> answers = new LinkedHashMap<>();
        SERVERS.forEach((kind, server) -> {
            HttpResponse<String> response = server.get("/api/questions/" + question + "?format=tsv" + values);
            assertTrue(response.statusCode() == 200 || response.statusCode() == 400, kind + ": " + response.body());
            answers.put(kind, response.statusCode() + "\n" + response.body());
        });
        answers.forEach((kind, answer) -> assertEquals(answers.get("snapshot"), answer, kind));
    }

    /** Or the test above would show less than it says. */
    @Test
    void theMissingIdentifiersAreMissing() {
        Graph graph = BundledGraph.snapshot().union();
        for (Question question : BundledGraph.catalogue().questions()) {
            for (Parameter parameter : question.parameters()) {
                String absent = parameter.example().replaceAll("[0-9]", "9");
                Node missing = parameter.node(absent);
                assertFalse(!absent.equals(parameter.example())
                        && (graph.contains(missing, Node.ANY, Node.ANY) || graph.contains(Node.ANY, Node.ANY, missing)),
                        missing.toString());
            }
        }
    }
}
