package org.secretomegraph.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.BundledGraph;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What each question ensures holds for its answers, and is worth something: a query that is spoilt in the way that it
 * is meant to
 * catch breaks it. Once the answer to "Which microRNAs are vesicle cargo" was mostly proteins, and the expected answer
 * said so too.
 */
class QuestionInvariantsTest {
    private static final Path RESOURCES = Path.of("src/test/resources/questions");

    /** A question with the values that it is asked with. */
    record Asked(Question question, Map<String, String> given) {
        @Override
        public String toString() {
            return question.name() + " " + given;
        }
    }

    /**
     * A question that was made wrong.
     *
     * @param breaks what it must break
     * @param query  the spoilt query; empty when the answer is given
     * @param answer a wrong answer as tab-separated values; empty when the query is asked
     */
    record Spoilt(Asked asked, String breaks, Optional<Question> query, Optional<String> answer) {
        @Override
        public String toString() {
            return asked.question().name() + ": " + breaks;
        }
    }

    static Stream<Asked> asked() throws IOException {
        Stream<Asked> usual = BundledGraph.catalogue().questions().stream().map(q -> new Asked(q, q.examples()));
        return Stream.concat(usual, Files.readAllLines(RESOURCES.resolve("asked.tsv")).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("question\t")).map(line -> line.split("\t"))
                .map(cells -> asked(question(cells[0]), cells[1])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("asked")
    void whatIsEnsuredHoldsForTheAnswer(Asked asked) {
        assertFalse(asked.question().ensures().isEmpty(), "a question without 'ensures'");
        List<Binding> answer = answer(asked);
        asked.question().ensures().forEach(i -> assertEquals("", broken(i, asked, answer), i.that()));
    }

    static Stream<Spoilt> spoilt() {
        return spoiltByName().entrySet().stream().flatMap(e -> ((List<?>) e.getValue()).stream()
                .map(entry -> spoilt(question(String.valueOf(e.getKey())), (Map<?, ?>) entry)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void aSpoiltQuestionIsFoundOut(Spoilt spoilt) {
        Invariant invariant =
                spoilt.asked().question().ensures().stream().filter(i -> i.that().equals(spoilt.breaks())).findFirst()
                        .orElseGet(() -> fail("the question does not ensure: " + spoilt.breaks()));
        List<Binding> answer = spoilt.answer().map(QuestionInvariantsTest::rows)
                .orElseGet(() -> answer(new Asked(spoilt.query().orElseThrow(), spoilt.asked().given())));
        assertNotEquals("", broken(invariant, spoilt.asked(), answer), "it holds for the spoilt query too");
    }

    @Test
    void everyEnsuredThingHasASpoiltQuery() {
        Map<String, List<String>> ensured = new TreeMap<>();
        BundledGraph.catalogue().questions()
                .forEach(q -> ensured.put(q.name(), q.ensures().stream().map(Invariant::that).toList()));
        Map<String, List<String>> tried = new TreeMap<>();
        spoilt().forEach(
                s -> tried.computeIfAbsent(s.asked().question().name(), n -> new ArrayList<>()).add(s.breaks()));
        assertEquals(ensured, tried);
    }

    /** Why it is broken: the first rows that should not be; empty when it holds. */
    private static String broken(Invariant invariant, Asked asked, List<Binding> answer) {
        Query query = invariant.over(asked.question(), asked.given(), answer);
        try (QueryExec exec = QueryExec.dataset(BundledGraph.snapshot().dataset()).query(query).build()) {
            if (query.isAskType()) {
                return exec.ask() ? "" : "it is not so";
            }
            assertTrue(query.isSelectType(), "only ASK and SELECT can say what holds");
            return exec.select().stream().limit(3).map(Binding::toString).collect(Collectors.joining("\n"));
        }
    }

    /** Federated questions are asked by FederationTest; here their expected answers are looked at. */
    private static List<Binding> answer(Asked asked) {
        if (!asked.question().federated().isEmpty()) {
            return rows(read(Path.of(asked.question().expected())));
        }
        try (QueryExec exec = QueryExec.dataset(BundledGraph.snapshot().dataset())
                .query(asked.question().asked(asked.given())).build()) {
            return exec.select().materialize().stream().toList();
        }
    }

    private static List<Binding> rows(String tsv) {
        InputStream in = new ByteArrayInputStream(tsv.getBytes(StandardCharsets.UTF_8));
        ResultSet read = ResultSetMgr.read(in, ResultSetLang.RS_TSV);
        return RowSet.adapt(read).stream().toList();
    }

    private static Spoilt spoilt(Question question, Map<?, ?> entry) {
        Asked asked = asked(question, entry.get("asked") == null ? "" : String.valueOf(entry.get("asked")));
        String breaks = String.valueOf(entry.get("breaks"));
        if (entry.get("answer") != null) {
            return new Spoilt(asked, breaks, Optional.empty(),
                    Optional.of(padded(String.valueOf(entry.get("answer")))));
        }
        String replaced = String.valueOf(entry.get("replace"));
        assertTrue(question.text().contains(replaced), question.name() + " has no text to be spoilt: " + replaced);
        String text = question.text().lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"))
                .replace(replaced, String.valueOf(entry.get("by")));
        return new Spoilt(asked, breaks,
                Optional.of(new Question(question.name(), question.summary(), question.description(),
                        question.parameters(), question.tags(), question.expected(), question.federated(), List.of(),
                        text)),
                Optional.empty());
    }

    /** A row that ends early lacks its last cells. */
    private static String padded(String tsv) {
        int columns = tsv.lines().findFirst().orElseThrow().split("\t").length;
        return tsv.lines().map(line -> line + "\t".repeat(columns - line.split("\t").length))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Asked asked(Question question, String parameters) {
        Map<String, String> given = new LinkedHashMap<>(question.examples());
        Arrays.stream(parameters.split(" ")).filter(p -> !p.isBlank()).map(p -> p.split("=", 2))
                .forEach(p -> given.put(p[0], p[1]));
        return new Asked(question, given);
    }

    private static Question question(String name) {
        return BundledGraph.catalogue().named(name).orElseGet(() -> fail("no question is named " + name));
    }

    private static Map<?, ?> spoiltByName() {
        return (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(read(RESOURCES.resolve("spoilt.yaml")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
