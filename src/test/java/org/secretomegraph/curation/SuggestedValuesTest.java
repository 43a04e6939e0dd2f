package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.report.Finding;

/**
 * What was meant is offered wherever it can be computed: a DOI with its zero typed as a letter, an address with a slash
 * too
 * few. The cases stand in sheets/meant.tsv, all in one sheet, each in a row and of a publication of its own; @N is the
 * number of the publication.
 */
class SuggestedValuesTest {
    private static final int AT_LEAST = 35;

    @TempDir
    Path folder;

    private record Case(String column, String text, String meant) {}

    private static List<Case> cases() throws IOException {
        try (var in = SuggestedValuesTest.class.getResourceAsStream("/sheets/meant.tsv")) {
            String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            return IntStream.range(1, lines.length)
                    .mapToObj(i -> lines[i].replace("@N", "%02d".formatted(i)).split("\t", -1))
                    .map(c -> new Case(c[0], c[1], c[2])).toList();
        }
    }

    @Test
    void theValueThatWasMeantIsOffered() throws IOException {
        List<Case> cases = cases();
        assertTrue(cases.size() >= AT_LEAST, cases.size() + " cases");
        CleanSheet sheet = new CleanSheet(cases.size());
        for (int i = 0; i < cases.size(); i++) {
            sheet.set(CleanSheet.FIRST_ROW + i, cases.get(i).column(), cases.get(i).text());
        }
        Map<Long, List<Finding>> told = CleanSheet.findings(sheet.write(folder.resolve("meant.tsv"))).stream()
                .collect(Collectors.groupingBy(f -> f.place().line()));
        for (int i = 0; i < cases.size(); i++) {
            Case c = cases.get(i);
            List<Finding> here = told.getOrDefault((long) CleanSheet.FIRST_ROW + i, List.of());
            assertEquals(List.of(c.column() + " " + c.meant()), here.stream().map(f -> f.place().column() + " "
                    + f.suggestion()).toList(), c.text());
        }
    }
}
