package org.secretomegraph.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.BundledGraph;

/** The answers say what an expert of the field knows, by expectations written by hand in {@code statements.tsv}. */
class ExpertStatementsTest {
    private static final Path STATEMENTS = Path.of("src/test/resources/questions/statements.tsv");
    private static final int AT_LEAST = 20;

    /** A row that an answer has, or must not have; cells by column. */
    record Statement(String text, String question, Map<String, String> parameters, boolean isThere,
            Map<String, String> cells) {
        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Statement> statements() throws IOException {
        return Files.readAllLines(STATEMENTS).stream().filter(l -> !l.startsWith("#") && !l.startsWith("statement\t"))
                .map(line -> line.split("\t"))
                .map(c -> new Statement(c[0], c[1], pairs(c[2], " "), c[3].equals("has"), pairs(c[4], " \\| ")));
    }

    @Test
    void areNotFewerThanPromised() throws IOException {
        List<String> answers = Files.readAllLines(STATEMENTS).stream().filter(l -> l.contains("\t")).skip(1)
                .map(l -> l.split("\t")[3]).distinct().sorted().toList();
        assertEquals(List.of("has", "lacks"), answers);
        assertTrue(statements().count() >= AT_LEAST);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void holds(Statement statement) {
        Question question = BundledGraph.catalogue().named(statement.question()).orElseThrow();
        Map<String, String> values = new LinkedHashMap<>(question.examples());
        values.putAll(statement.parameters());
        try (QueryExec exec =
                QueryExec.dataset(BundledGraph.snapshot().dataset()).query(question.asked(values)).build()) {
            RowSet answer = exec.select().materialize();
            List<String> columns = answer.getResultVars().stream().map(Var::getVarName).toList();
            assertTrue(columns.containsAll(statement.cells().keySet()), () -> "the answer's columns are " + columns);
            List<Binding> rows = answer.stream().toList();
            assertFalse(rows.isEmpty(), "the answer is empty");
            assertEquals(statement.isThere(), rows.stream().anyMatch(row -> hasCells(row, statement.cells())));
        }
    }

    private static boolean hasCells(Binding row, Map<String, String> cells) {
        return cells.entrySet().stream().allMatch(cell -> cell.getValue().equals(text(row.get(cell.getKey()))));
    }

    private static String text(Node node) {
        if (node == null) {
            return "";
        }
        return node.isURI() ? node.getURI().replaceAll(".*[/#]", "") : node.getLiteralLexicalForm();
    }

    private static Map<String, String> pairs(String text, String separator) {
        return Arrays.stream(text.split(separator)).filter(pair -> !pair.isBlank()).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
