package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.report.Location;

/**
 * More than a hundred single mistakes, all in one sheet: as many findings, each at its cell, and none elsewhere. The
 * mistakes stand in sheets/single-mistakes.tsv; in their texts @K is the number of the row's key, @N that of its
 * publication, and backslash u with four digits a character. Each spoilt row has a good one of the same publication
 * before
 * it, because a finding at the wrong one of two rows is a finding at the wrong cell.
 */
class SingleMistakesTest {
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9A-F]{4})");

    @TempDir
    Path folder;

    private record Mistake(String what, String column, String text, String also, String foundAt, String rule) {
        String textIn(int row) {
            return ESCAPED.matcher(text.replace("@K", number(row)).replace("@N", number(row / 2)))
                    .replaceAll(m -> Matcher.quoteReplacement(
                            String.valueOf((char) Integer.parseInt(m.group(1), 16))));
        }
    }

    private static String number(int n) {
        return "%04d".formatted(n + 1);
    }

    private static List<Mistake> mistakes() throws IOException {
        try (var in = SingleMistakesTest.class.getResourceAsStream("/sheets/single-mistakes.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(c -> new Mistake(c[0], c[1], c[2], c[3], c[4], c[5])).toList();
        }
    }

    private static CleanSheet clean(int rows) {
        CleanSheet sheet = new CleanSheet(rows);
        for (int i = 0; i < rows; i++) {
            String publication = number(i / 2);
            sheet.set(CleanSheet.FIRST_ROW + i, "key", "clean-" + number(i))
                    .set(CleanSheet.FIRST_ROW + i, "doi", "10.5555/clean-" + publication)
                    .set(CleanSheet.FIRST_ROW + i, "pmid", "9900" + publication)
                    .set(CleanSheet.FIRST_ROW + i, "title", "Title number " + publication)
                    .set(CleanSheet.FIRST_ROW + i, "seen_at", "https://doi.org/10.5555/clean-" + publication)
                    .set(CleanSheet.FIRST_ROW + i, "model", "culture " + number(i));
        }
        return sheet;
    }

    @Test
    void theSheetWasCleanBefore() throws IOException {
        assertEquals(List.of(), CleanSheet.brief(CleanSheet.findings(clean(20).write(folder.resolve("clean.tsv")))));
    }

    @Test
    void allAreFoundTogetherAtTheirCellsAndNothingElse() throws IOException {
        List<Mistake> mistakes = mistakes();
        assertTrue(mistakes.size() >= 100, mistakes.size() + " mistakes");
        CleanSheet sheet = clean(2 * mistakes.size());
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < mistakes.size(); i++) {
            Mistake m = mistakes.get(i);
            int row = CleanSheet.FIRST_ROW + 2 * i + 1;
            sheet.set(row, m.column(), m.textIn(2 * i + 1));
            Arrays.stream(m.also().split(";")).filter(also -> !also.isEmpty()).map(also -> also.split("=", 2))
                    .forEach(also -> sheet.set(row, also[0], also[1]));
            expected.add(cell(row, m.foundAt()) + " " + m.rule());
        }
        List<String> found = CleanSheet.brief(CleanSheet.findings(sheet.write(folder.resolve("spoilt.tsv"))));
        TreeSet<String> missed = new TreeSet<>(expected);
        found.forEach(missed::remove);
        TreeSet<String> besides = new TreeSet<>(found);
        expected.forEach(besides::remove);
        assertEquals("missed [], besides []", "missed " + missed + ", besides " + besides);
        assertEquals(mistakes.size(), found.size());
    }

    private static String cell(int row, String column) {
        return Location.letter(ClaimColumn.named(column).orElseThrow().ordinal()) + row + " " + column;
    }
}
