package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;

/**
 * Rows whose words say something else than their codes are warned of, and rows that say the same in other words are
 * not. The cases stand in sheets/words-against-codes.tsv: what the row shows, the cells that differ from a clean row,
 * and the cell and rule of the warning; empty when there is none.
 */
class WordsAgainstCodesTest {
    private static final Set<String> RULES =
            Set.of("Sheet-named", "Sheet-direction", "Sheet-origin", "Sheet-note");

    @TempDir
    Path folder;

    private record Case(String what, String cells, String found) {}

    private static List<Case> cases() throws IOException {
        try (var in = WordsAgainstCodesTest.class.getResourceAsStream("/sheets/words-against-codes.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> line.split("\t", -1)).map(c -> new Case(c[0], c[1], c[2])).toList();
        }
    }

    @Test
    void contradictionsAreWarnedOfAndOtherWordsAreNot() throws IOException {
        List<Case> cases = cases();
        CleanSheet sheet = new CleanSheet(cases.size());
        for (int i = 0; i < cases.size(); i++) {
            int row = CleanSheet.FIRST_ROW + i;
            Arrays.stream(cases.get(i).cells().split(";")).map(cell -> cell.split("=", 2))
                    .forEach(cell -> sheet.set(row, cell[0], cell[1]));
        }
        Map<Long, List<Finding>> found = CleanSheet.findings(sheet.write(folder.resolve("sheet.tsv"))).stream()
                .filter(f -> RULES.contains(f.ruleName())).collect(Collectors.groupingBy(f -> f.place().line()));
        for (int i = 0; i < cases.size(); i++) {
            Case c = cases.get(i);
            List<Finding> here = found.getOrDefault((long) CleanSheet.FIRST_ROW + i, List.of());
            assertEquals(c.found(), here.stream().map(f -> f.place().column() + " " + f.ruleName())
                    .collect(Collectors.joining(", ")), c.what());
            assertTrue(here.stream().allMatch(f -> f.severity() == Severity.WARNING), c.what());
        }
    }

    @Test
    void eachRuleHasCasesOfBothKinds() throws IOException {
        assertEquals(RULES, cases().stream().filter(c -> !c.found().isEmpty())
                .map(c -> c.found().replaceFirst(".* ", "")).collect(Collectors.toSet()));
        assertTrue(cases().stream().filter(c -> c.found().isEmpty()).count() >= 10);
    }
}
