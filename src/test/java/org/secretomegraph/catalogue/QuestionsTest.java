package org.secretomegraph.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.graph.store.Snapshot;

/**
 * Every question of the catalogue is run against the bundled graph and compared with its expected answer, columns and
 * rows. {@code -Dbless} writes the expected answers anew, by hand and to be read before they are committed.
 */
class QuestionsTest {
    private static final int AT_LEAST = 30;
    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
    /** A check is a question whose rows mean trouble: its good answer is empty. */
    private static final Set<String> EMPTY_IS_GOOD = Set.of("deprecated-terms-in-use");

    static Stream<Question> questions() {
        return BundledGraph.catalogue().questions().stream();
    }

    /**
     * Without those that ask other endpoints too: {@code FederationTest} runs them, against a server that plays their
     * parts.
     */
    static Stream<Question> ofThisGraph() {
        return questions().filter(question -> question.federated().isEmpty());
    }

    @Test
    void areNotFewerThanPromised() {
        long alone = ofThisGraph().count();
        assertTrue(alone >= AT_LEAST, "only " + alone + " questions are asked here");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void namesItsColumnsItsOrderAndTheFileOfItsAnswer(Question question) {
        assertTrue(question.query().hasOrderBy(), "no ORDER BY");
        assertFalse(question.query().isQueryResultStar(), "SELECT * names no columns");
        assertEquals("queries/expected/" + question.name() + ".tsv", question.expected(), "the expected file's name");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofThisGraph")
    void answerIsTheExpectedOne(Question question) throws IOException {
        String answer = answer(question);
        Path expected = Path.of(question.expected());
        if (System.getProperty("bless") != null) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, answer);
        }
        assertTrue(Files.exists(expected), expected + " is missing; look at the answer, then write it with -Dbless");
        assertEquals(Files.readString(expected), answer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofThisGraph")
    void answerIsNotEmpty(Question question) {
        boolean empty = answer(question).lines().count() < 2;
        assertEquals(EMPTY_IS_GOOD.contains(question.name()), empty, question.name());
    }

    /** A graph that was filled in another order gives its rows in another order, but for what ORDER BY decides. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("ofThisGraph")
    void answerHasATotalOrder(Question question) {
        assertEquals(answer(question), tsv(Shuffled.DATASET, question.asked(question.examples())));
    }

    /** Links and remote endpoints get the query as text, with the values in it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void isPlainSparqlWithItsValuesToo(Question question) {
        String text = question.asked(question.examples()).serialize();
        Query plain = QueryFactory.create(text);
        assertEquals(question.query().getResultVars(), plain.getResultVars(), text);
        if (question.federated().isEmpty()) {
            assertEquals(answer(question), tsv(BundledGraph.snapshot().dataset(), plain), text);
        }
    }

    /**
     * A parameter without a value leaves a plain SPARQL query that any endpoint runs; a used prefix is a declared one.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void declaresOnlyThePrefixesItUses(Question question) {
        Query query = question.query();
        String body = question.text().lines().filter(l -> !l.startsWith("#") && !l.startsWith("PREFIX"))
                .collect(Collectors.joining("\n"));
        for (String prefix : query.getPrefixMapping().getNsPrefixMap().keySet()) {
            assertTrue(body.contains(prefix + ":"), "PREFIX " + prefix + ": is not used");
        }
    }

    /** The rows of the encyclopedia that the graph must be able to give back, each by a question that is not empty. */
    @Test
    void everyRowOfTheSubjectHasAnAnswer() throws IOException {
        Set<String> rows = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("queries/coverage.tsv"))) {
            if (line.startsWith("#") || line.startsWith("row\t") || line.isBlank()) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            Question question = BundledGraph.catalogue().named(cells[1])
                    .orElseGet(() -> fail("row " + cells[0] + " names no question: " + cells[1]));
            assertTrue(tsv(BundledGraph.snapshot().dataset(), question.asked(given(cells[2]))).lines().count() >= 2,
                    cells[0] + " is not answered by "
                            + cells[1] + " " + cells[2]);
            rows.add(cells[0]);
        }
        assertEquals(IntStream.rangeClosed(1, 25).mapToObj("S%02d"::formatted).toList(), List.copyOf(rows));
    }

    private static Map<String, String> given(String parameters) {
        return parameters.isBlank() ? Map.of() : Arrays.stream(parameters.split(" ")).map(p -> p.split("=", 2))
                .collect(Collectors.toMap(p -> p[0], p -> p[1], (a, b) -> b, LinkedHashMap::new));
    }

    private static String answer(Question question) {
        return ANSWERS.computeIfAbsent(question.name(),
                name -> tsv(BundledGraph.snapshot().dataset(), question.asked(question.examples())));
    }

    private static String tsv(DatasetGraph dataset, Query query) {
        try (QueryExec exec = QueryExec.dataset(dataset).query(query).build()) {
            RowSet rows = exec.select();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultSetMgr.write(out, ResultSet.adapt(rows), ResultSetLang.RS_TSV);
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    /** The bundled graph once more, filled in an order by chance. */
    private static final class Shuffled {
        private static final DatasetGraph DATASET = dataset();

        private static DatasetGraph dataset() {
            DatasetGraph bundled = BundledGraph.snapshot().dataset();
            List<Quad> quads = new ArrayList<>(Iter.toList(bundled.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)));
            Collections.shuffle(quads, new Random(1));
            DatasetGraph shuffled = Snapshot.load(List.of(to -> quads.forEach(to::add)), List.of()).dataset();
            assertEquals(Iter.toSet(bundled.find()), Iter.toSet(shuffled.find()));
            return shuffled;
        }
    }
}
