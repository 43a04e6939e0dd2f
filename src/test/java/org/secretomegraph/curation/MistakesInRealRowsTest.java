package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;

/**
 * Mistakes of all kinds, each in a row of its own, among rows that people wrote: claims of the curated sheets, drawn by
 * a
 * seed, under keys and publications of their own. What is told besides what was told of the clean sheet must be one
 * finding
 * for each mistake, at its cell, by its rule.
 *
 * <p>The mistakes stand in sheets/mistakes-in-real-rows.tsv: {@code needs} says which rows a mistake can stand in
 * ({@code column~pattern}) and what else changes there ({@code column=text}); an edit is {@code =text}, {@code s/a/b/}
 * with
 * any mark for the slash, or {@code <>column} for two cells that change places.
 */
class MistakesInRealRowsTest {
    private static final int ROWS = 260;
    private static final int AT_LEAST = 90;
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9A-F]{4})");
    private static final List<Map<String, String>> CURATED = new ArrayList<>();

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

    @BeforeAll
    static void readTheCuratedRows() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("ontology/curation"))) {
            files.sorted().map(MistakesInRealRowsTest::rows).forEach(CURATED::addAll);
        }
    }

    private static List<Map<String, String>> rows(Path file) {
        try {
            List<String> lines =
                    Files.readAllLines(file).stream().filter(l -> !l.startsWith("#") && !l.isBlank()).toList();
            List<String> names = List.of(lines.get(0).split("\t", -1));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split("\t", -1);
                Map<String, String> row = new HashMap<>();
                names.forEach(name -> row.put(name, cells[names.indexOf(name)]));
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Mistake> mistakes() throws IOException {
        try (var in = MistakesInRealRowsTest.class.getResourceAsStream("/sheets/mistakes-in-real-rows.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(MistakesInRealRowsTest::unescaped)
                    .map(line -> line.split("\t", -1)).map(c -> new Mistake(c[0], c[1], c[2], c[3], c[4], c[5]))
                    .toList();
        }
    }

    private static String unescaped(String line) {
        return ESCAPED.matcher(line).replaceAll(m -> Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    /** Rows as they were curated, of publications that nobody else cites. */
    private static List<Map<String, String>> drawn(long seed) {
        List<Map<String, String>> all = new ArrayList<>(CURATED.stream()
                .filter(row -> !row.get("doi").isEmpty() && !row.get("setting").isEmpty()).toList());
        Collections.shuffle(all, new Random(seed));
        Map<String, Integer> publications = new HashMap<>();
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<String, String> curated : all.subList(0, ROWS)) {
            Map<String, String> row = new HashMap<>(curated);
            int n = publications.computeIfAbsent(row.get("doi") + row.get("study_kind"), p -> publications.size() + 1);
            String doi = "10.5555/judge.%04d".formatted(n);
            row.putAll(Map.of("key", "judge2026-%03d".formatted(rows.size() + 1), "doi", doi, "pmid",
                    Integer.toString(98_500_000 + 37 * n), "pmcid", "", "url", "", "year", "2024", "title",
                    "Made-up title " + n,
                    "seen_at", "https://doi.org/" + doi, "registration", "", "note", ""));
            rows.add(row);
        }
        return rows;
    }

    private List<Finding> findings(List<Map<String, String>> rows) throws IOException {
        CleanSheet sheet = new CleanSheet(0);
        sheet.header.add("#   CHEBI: http://purl.obolibrary.org/obo/CHEBI_");
        rows.forEach(row -> sheet.rows.add(new ArrayList<>(sheet.columns.stream().map(row::get).toList())));
        return CleanSheet.findings(sheet.write(folder.resolve("sheet.tsv")));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5, 6, 7, 8, 10, 11})
    void eachIsToldOnceAtItsCellAndNothingElse(long seed) throws IOException {
        List<Map<String, String>> rows = drawn(seed);
        Set<String> before =
                CleanSheet.brief(findings(rows)).stream().map(MistakesInRealRowsTest::cell).collect(Collectors.toSet());
        TreeSet<String> expected = new TreeSet<>();
        Set<Integer> used = new HashSet<>();
        for (Mistake m : mistakes()) {
            int row = Stream.iterate(0, i -> i < ROWS, i -> i + 1)
                    .filter(i -> !used.contains(i) && m.canStandIn(rows.get(i)))
                    .findFirst().orElseThrow(() -> new AssertionError("seed " + seed + ": no row for " + m));
            used.add(row);
            m.plant(rows.get(row));
            int column = ClaimColumn.named(m.foundAt()).orElseThrow().ordinal();
            expected.add(
                    Location.letter(column) + (CleanSheet.FIRST_ROW + 1 + row) + " " + m.foundAt() + " " + m.rule());
        }
        assertTrue(expected.size() >= AT_LEAST, expected.size() + " mistakes");
        List<Finding> findings = findings(rows);
        List<String> told = new ArrayList<>(CleanSheet.brief(findings));
        // A cell is told once: when what was told of it before does not hold any more, something else may be.
        told.removeIf(finding -> before.contains(cell(finding)) && !expected.contains(finding));
        TreeSet<String> missed = new TreeSet<>(expected);
        told.forEach(missed::remove);
        TreeSet<String> besides = new TreeSet<>(told);
        expected.forEach(besides::remove);
        assertEquals("missed [], besides []", "missed " + missed + ", besides " + besides, "seed " + seed);
        assertEquals(expected.size(), told.size());
        findings.forEach(f -> assertTrue(f.remedy().length() >= 10 && f.remedy().endsWith("."), f::toString));
    }

    private static String cell(String finding) {
        return finding.replaceFirst(" .*", "");
    }

    @Test
    void theRowsAreMany() {
        assertTrue(CURATED.size() >= 2000, CURATED.size() + " rows");
    }
}
