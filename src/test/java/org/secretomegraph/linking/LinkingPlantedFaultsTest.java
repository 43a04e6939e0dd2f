package org.secretomegraph.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.io.ReadProgress;
import org.secretomegraph.linking.check.CheckedFile;
import org.secretomegraph.linking.check.IdentifierCheck;
import org.secretomegraph.linking.release.OntologyRelease;
import org.secretomegraph.report.Finding;

/** Each row of {@code faults/more.tsv} with one fault: it is found once, where it is, with the advice that mends it. */
class LinkingPlantedFaultsTest {
    private static final Path FILES = Path.of("src/test/resources/link/faults");

    private static Map<Long, List<Finding>> found = Map.of();

    /** A row with its line and what its last two columns say. */
    private record Row(long line, String identifiers, String fault, String advice) {}

    @BeforeAll
    static void check() {
        found = IdentifierCheck.of(List.of(CheckedFile.of(FILES.resolve("more.tsv"))), BundledGraph.snapshot(),
                List.of(OntologyRelease.open(FILES.resolve("more.obo"), ReadProgress.SILENT))).judgement().findings()
                .stream()
                .collect(Collectors.groupingBy(f -> f.place().line()));
    }

    static List<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(FILES.resolve("more.tsv"));
        return IntStream.range(2, lines.size()).mapToObj(i -> {
            String[] cells = lines.get(i).split("\t", -1);
            return new Row(i + 1, cells[1] + " " + cells[4], cells[cells.length - 2], cells[cells.length - 1]);
        }).toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isFoundOnceWithItsRemedy(Row row) {
        List<Finding> here = found.getOrDefault(row.line(), List.of());
        assertEquals(row.fault().equals("-") ? List.of() : List.of(row.fault()),
                here.stream().map(Finding::ruleName).toList());
        here.forEach(f -> assertTrue(f.advice().contains(row.advice()) && !f.place().letter().isEmpty(),
                f + " " + f.advice()));
    }

    @Test
    void thereAreMoreThanThirty() throws IOException {
        assertTrue(rows().stream().filter(row -> !row.fault().equals("-")).count() > 30);
        assertTrue(rows().stream().filter(row -> row.fault().equals("-")).count() >= 3);
    }
}
