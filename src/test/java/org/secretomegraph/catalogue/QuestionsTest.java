package org.secretomegraph.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.BundledGraph;

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

    private static void assumeThatItAsksThisGraphOnly(Question question) {
        assumeTrue(question.federated().isEmpty(), () -> "asks " + String.join(", ", question.federated())
                + " too; FederationTest runs it, against a server that plays their parts");
    }

    @Test
    void areNotFewerThanPromised() {
        long alone = questions().filter(q -> q.federated().isEmpty()).count();
        assertTrue(alone >= AT_LEAST, "only " + alone + " questions are asked here");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void answerIsTheExpectedOne(Question question) throws IOException {
        assertEquals("queries/expected/" + question.name() + ".tsv", question.expected(), "the expected file's name");
        assumeThatItAsksThisGraphOnly(question);
        String answer = ANSWERS.computeIfAbsent(question.name(), name -> tsv(question, Map.of()));
        Path expected = Path.of(question.expected());
        if (System.getProperty("bless") != null) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, answer);
        }
        assertTrue(Files.exists(expected), expected + " is missing; look at the answer, then write it with -Dbless");
        assertEquals(Files.readString(expected), answer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void answerIsNotEmpty(Question question) {
        assumeThatItAsksThisGraphOnly(question);
        boolean empty = ANSWERS.computeIfAbsent(question.name(), name -> tsv(question, Map.of())).lines().count() < 2;
        assertEquals(EMPTY_IS_GOOD.contains(question.name()), empty, question.name());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void answerHasATotalOrder(Question question) {
        assertTrue(question.query().hasOrderBy(), "no ORDER BY");
        assertFalse(question.query().isQueryResultStar(), "SELECT * names no columns");
        assumeThatItAsksThisGraphOnly(question);
        assertEquals(ANSWERS.computeIfAbsent(question.name(), name -> tsv(question, Map.of())),
                tsv(question, Map.of()));
    }

    /** Links and remote endpoints get the query as text, with the values in it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void isPlainSparqlWithItsValuesToo(Question question) {
        String text = question.asked(Map.of()).serialize();
        assertEquals(question.query().getResultVars(), QueryFactory.create(text).getResultVars(), text);
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
            assertTrue(tsv(question, given(cells[2])).lines().count() >= 2, cells[0] + " is not answered by "
                    + cells[1] + " " + cells[2]);
            rows.add(cells[0]);
        }
        assertEquals(IntStream.rangeClosed(1, 25).mapToObj("S%02d"::formatted).toList(), List.copyOf(rows));
    }

    private static Map<String, String> given(String parameters) {
        return parameters.isBlank() ? Map.of() : Arrays.stream(parameters.split(" ")).map(p -> p.split("=", 2))
                .collect(Collectors.toMap(p -> p[0], p -> p[1], (a, b) -> b, LinkedHashMap::new));
    }

    private static String tsv(Question question, Map<String, String> given) {
        try (QueryExec exec = QueryExec.dataset(BundledGraph.snapshot().dataset()).query(question.asked(given))
                .build()) {
            RowSet rows = exec.select();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultSetMgr.write(out, ResultSet.adapt(rows), ResultSetLang.RS_TSV);
            return out.toString(StandardCharsets.UTF_8);
        }
    }
}
