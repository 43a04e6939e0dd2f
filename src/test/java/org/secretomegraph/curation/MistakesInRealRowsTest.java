package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.Scale;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.report.Severity;

/**
 * Mistakes of all kinds, each in a row of its own, among rows that people wrote: one finding for each mistake, at its
 * cell, by its rule, and no other finding than the sheet had before.
 *
 * <p>The rows stand in sheets/real-rows.tsv, a copy of curated claims under made-up publications: rows that are added
 * to ontology/curation do not change what is drawn here. A seed decides their order and which row gets which mistake.
 * The mistakes stand in sheets/mistakes-in-real-rows.tsv: {@code needs} says which rows a mistake can stand in
 * ({@code column~pattern}) and what else changes there ({@code column=text}); an edit is {@code =text}, {@code s/a/b/}
 * with any mark for the slash, or {@code <>column} for two cells that change places.
 */
class MistakesInRealRowsTest {
    private static final int AT_LEAST = 90;
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9A-F]{4})");

    @TempDir
    Path folder;

    private record Mistake(String what, String column, String needs, String edit, String foundAt, String rule) {
        private Stream<String> needs(String mark) {
            return Arrays.stream(needs.split(";")).filter(need -> need.matches("\\w+" + mark + ".*"));
        }

        boolean canStandIn(Map<String, String> row) {
            boolean isThere = needs("~").anyMatch(n -> n.startsWith(column + "~")) || edit.startsWith("=")
                    || !row.get(column).isEmpty();
            boolean canSwap = !edit.startsWith("<>") || !row.get(edit.substring(2)).isEmpty();
            return isThere && canSwap && needs("~").map(n -> n.split("~", 2)).allMatch(n -> row.get(n[0]).matches(n[1]))
                    && !edited(row).equals(row.get(column));
        }

        void plant(Map<String, String> row) {
            String before = row.get(column);
            row.put(column, edited(row));
            if (edit.startsWith("<>")) {
                row.put(edit.substring(2), before);
            }
            needs("=").map(n -> n.split("=", 2)).forEach(n -> row.put(n[0], n[1]));
        }

        private String edited(Map<String, String> row) {
            if (edit.startsWith("<>")) {
                return row.get(edit.substring(2));
            }
            if (edit.startsWith("=")) {
                return edit.substring(1);
            }
            String[] parts = edit.substring(2).split(Pattern.quote(edit.substring(1, 2)), -1);
            return row.get(column).replaceFirst(parts[0], parts[1]);
        }
    }

    private static List<String> lines(String resource) throws IOException {
        try (var in = MistakesInRealRowsTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<Mistake> mistakes() throws IOException {
        return lines("/sheets/mistakes-in-real-rows.tsv").stream().skip(1).map(MistakesInRealRowsTest::unescaped)
                .map(line -> line.split("\t", -1)).map(c -> new Mistake(c[0], c[1], c[2], c[3], c[4], c[5])).toList();
    }

    private static String unescaped(String line) {
        return ESCAPED.matcher(line).replaceAll(m -> Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    /** The curated rows in an order of chance; keys count the rows as a curator would. */
    private static List<Map<String, String>> shuffled(long seed) throws IOException {
        List<String> lines = lines("/sheets/real-rows.tsv").stream().filter(line -> !line.startsWith("#")).toList();
        List<String> names = List.of(lines.get(0).split("\t", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new HashMap<>();
            Arrays.stream(ClaimColumn.values()).forEach(column -> row.put(column.heading(), ""));
            names.forEach(name -> row.put(name, cells[names.indexOf(name)]));
            rows.add(row);
        }
        Collections.shuffle(rows, new Random(seed));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).put("key", "judge2026-%03d".formatted(i + 1));
        }
        return rows;
    }

    private List<Finding> findings(List<Map<String, String>> rows) throws IOException {
        CleanSheet sheet = new CleanSheet(0);
        sheet.header.add("#   CHEBI: http://purl.obolibrary.org/obo/CHEBI_");
        rows.forEach(row -> sheet.rows.add(new ArrayList<>(sheet.columns.stream().map(row::get).toList())));
        return CleanSheet.findings(sheet.write(folder.resolve("sheet.tsv")));
    }

    /** Which row each mistake goes to: those that fit into few rows choose first. */
    private static Map<Mistake, Integer> assigned(List<Mistake> mistakes, List<Map<String, String>> rows) {
        Map<Mistake, List<Integer>> fitting = new HashMap<>();
        mistakes.forEach(m -> fitting.put(m,
                Stream.iterate(0, i -> i < rows.size(), i -> i + 1).filter(i -> m.canStandIn(rows.get(i))).toList()));
        Map<Mistake, Integer> rowOf = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        mistakes.stream().sorted(Comparator.comparing(m -> fitting.get(m).size())).forEach(m -> {
            int row = fitting.get(m).stream().filter(i -> !used.contains(i)).findFirst()
                    .orElseThrow(() -> new AssertionError("no row for " + m));
            used.add(row);
            rowOf.put(m, row);
        });
        return rowOf;
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Scale.of(25, 200));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachIsReportedOnceAtItsCellAndNothingElse(long seed) throws IOException {
        List<Map<String, String>> rows = shuffled(seed);
        Set<String> before = findings(rows).stream().map(f -> f.place().cell()).collect(Collectors.toSet());
        TreeSet<String> expected = new TreeSet<>();
        assigned(mistakes(), rows).forEach((mistake, row) -> {
            mistake.plant(rows.get(row));
            int column = ClaimColumn.named(mistake.foundAt()).orElseThrow().ordinal();
            expected.add(Location.letter(column) + (CleanSheet.FIRST_ROW + 1 + row) + " " + mistake.foundAt() + " "
                    + mistake.rule());
        });
        List<Finding> findings = findings(rows);
        List<String> found = new ArrayList<>();
        // A cell is reported once: when what was found there before is gone, something else may be found.
        findings.stream().filter(f -> !before.contains(f.place().cell()) || expected.contains(CleanSheet.brief(f)))
                .forEach(f -> found.add(CleanSheet.brief(f)));
        TreeSet<String> missed = new TreeSet<>(expected);
        found.forEach(missed::remove);
        TreeSet<String> besides = new TreeSet<>(found);
        expected.forEach(besides::remove);
        assertEquals("missed [], besides []", "missed " + missed + ", besides " + besides, "seed " + seed);
        assertEquals(expected.size(), found.size());
        findings.forEach(f -> assertTrue(f.remedy().length() >= 10 && f.remedy().endsWith("."), f::toString));
    }

    /** What the rows do not state is a warning; nothing in them is a mistake. */
    @Test
    void theRowsHeldNoMistakeBefore() throws IOException {
        assertEquals(List.of(),
                findings(shuffled(1)).stream().filter(f -> f.severity() == Severity.VIOLATION).toList());
    }

    @Test
    void rowsAndMistakesAreManyAndOfManyKinds() throws IOException {
        List<Map<String, String>> rows = shuffled(1);
        assertTrue(rows.size() >= 120, rows.size() + " rows");
        assertTrue(rows.stream().map(row -> row.get("relation")).distinct().count() >= 12);
        assertTrue(mistakes().size() >= AT_LEAST, mistakes().size() + " mistakes");
        assertTrue(mistakes().stream().map(Mistake::rule).collect(Collectors.toSet()).size() >= 25);
    }
}
