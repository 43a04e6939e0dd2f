package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;

/**
 * Two values in each other's cells are one slip and one finding, and so are two headings that stand over each other's
 * cells, however many rows are below them.
 */
class SwapDetectorTest {
    private static final int FIRST = CleanSheet.FIRST_ROW;
    private static final int HEADINGS = FIRST - 1;

    @TempDir
    Path folder;

    /** Pairs of columns of which a row shows that they are exchanged, and where that is told. */
    private static final List<List<String>> CELLS = List.of(
            List.of("relation", "outcome"), List.of("doi", "pmid"), List.of("pmid", "year"), List.of("doi", "year"),
            List.of("subject", "subject_label"), List.of("isolation", "isolation_label"), List.of("setting", "read"),
            List.of("evidence", "evidence_level"), List.of("evidence_level", "study_kind"), List.of("key", "relation"),
            List.of("outcome", "finding"), List.of("setting", "model"), List.of("doi", "seen_at"),
            List.of("source_cell", "donor_species"), List.of("source_cell_label", "donor_species_label"),
            List.of("subject", "object"), List.of("subject_label", "object_label"), List.of("evidence", "title"),
            List.of("study_kind", "measure"), List.of("doi", "pmcid"));

    private static CleanSheet sheet(int rows) {
        CleanSheet sheet = new CleanSheet(rows);
        for (int i = 0; i < rows; i++) {
            sheet.set(FIRST + i, "pmid", Integer.toString(99_000_000 + i))
                    .set(FIRST + i, "pmcid", "PMC" + (99_000_000 + i))
                    .set(FIRST + i, "model", "culture " + i).set(FIRST + i, "title", "Title number " + i)
                    .set(FIRST + i, "year", "20" + (10 + i % 15));
        }
        return sheet;
    }

    private List<Finding> findings(CleanSheet sheet) throws IOException {
        return CleanSheet.findings(sheet.write(folder.resolve("sheet.tsv")));
    }

    private static String cell(String column, long row) {
        return Location.letter(ClaimColumn.named(column).orElseThrow().ordinal()) + row;
    }

    @Test
    void theSheetWasCleanBefore() throws IOException {
        assertEquals(List.of(), CleanSheet.brief(findings(sheet(6))));
    }

    @TestFactory
    Stream<DynamicTest> exchangedCellsAreToldOnce() {
        assertTrue(CELLS.size() >= 20);
        return CELLS.stream().map(pair -> DynamicTest.dynamicTest(String.join(" and ", pair), () -> {
            CleanSheet sheet = sheet(6);
            exchange(sheet, 2, pair.get(0), pair.get(1));
            List<Finding> found = findings(sheet);
            assertEquals(1, found.size(), found::toString);
            String told = found.get(0).place().column();
            assertTrue(pair.contains(told), found::toString);
            assertEquals(FIRST + 2, found.get(0).place().line());
            assertEquals("Sheet-exchanged", found.get(0).ruleName(), found::toString);
        }));
    }

    @Test
    void whatWasExchangedIsNamedAndSuggested() throws IOException {
        CleanSheet sheet = sheet(3);
        exchange(sheet, 1, "relation", "outcome");
        Finding found = findings(sheet).get(0);
        assertEquals("E" + (FIRST + 1), found.place().cell());
        assertEquals("promotes", found.suggestion());
        assertTrue(found.problem().contains("H" + (FIRST + 1) + " (outcome)"), found::problem);
        assertEquals("Exchange these two cells.", found.remedy());
    }

    /** A condition that ameliorates a growth factor: neither stands where it can. */
    @Test
    void termsAndTheirLabelsInEachOthersPlaces() throws IOException {
        CleanSheet sheet = sheet(4);
        sheet.set(FIRST + 1, "relation", "ameliorates").set(FIRST + 1, "subject", "MONDO:0005068")
                .set(FIRST + 1, "subject_label", "myocardial infarction").set(FIRST + 1, "object", "GO:0070062")
                .set(FIRST + 1, "object_label", "extracellular exosome");
        sheet.set(FIRST + 2, "source_cell", "UBERON:0002371").set(FIRST + 2, "source_cell_label", "bone marrow")
                .set(FIRST + 2, "source_tissue", "CL:0000134")
                .set(FIRST + 2, "source_tissue_label", "mesenchymal stem cell");
        assertEquals(List.of(cell("subject", FIRST + 1) + " subject Sheet-exchanged",
                cell("source_cell", FIRST + 2) + " source_cell Sheet-exchanged"), CleanSheet.brief(findings(sheet)));
    }

    private static void exchange(CleanSheet sheet, int row, String one, String other) {
        Collections.swap(sheet.rows.get(row), sheet.columns.indexOf(one), sheet.columns.indexOf(other));
    }

    @TestFactory
    Stream<DynamicTest> exchangedHeadingsAreToldOnceAndTheRowsAreChecked() {
        List<List<String>> pairs = new ArrayList<>(CELLS);
        pairs.add(List.of("title", "finding"));
        pairs.add(List.of("host_species", "source_tissue"));
        return pairs.stream().map(pair -> DynamicTest.dynamicTest(String.join(" and ", pair), () -> {
            CleanSheet sheet = sheet(12);
            for (int i = 0; i < 5; i++) {
                sheet.set(FIRST + i, "host_species", "NCBITaxon:10090")
                        .set(FIRST + i, "host_species_label", "Mus musculus")
                        .set(FIRST + i, "source_tissue", "UBERON:0002371")
                        .set(FIRST + i, "source_tissue_label", "bone marrow");
            }
            sheet.set(FIRST + 7, "read", "abstracts");
            long other = findings(sheet).size();
            Collections.swap(sheet.columns, sheet.columns.indexOf(pair.get(0)), sheet.columns.indexOf(pair.get(1)));
            Map<Long, List<Finding>> found =
                    findings(sheet).stream().collect(Collectors.groupingBy(f -> f.place().line()));
            assertEquals(1, found.getOrDefault((long) HEADINGS, List.of()).size(), found::toString);
            Finding heading = found.get((long) HEADINGS).get(0);
            assertEquals("Sheet-exchanged", heading.ruleName());
            assertTrue(pair.stream().allMatch(heading.problem()::contains), heading::problem);
            assertTrue(pair.contains(heading.place().column()) && pair.contains(heading.suggestion()),
                    heading::toString);
            assertEquals(other + 1, found.values().stream().mapToLong(List::size).sum(), found::toString);
        }));
    }

    /** The column and the column of its labels were moved together: that are four headings and one slip. */
    @Test
    void headingsAndThoseOfTheirLabelsAreOneFinding() throws IOException {
        CleanSheet sheet = sheet(5);
        Collections.swap(sheet.columns, sheet.columns.indexOf("source_cell"), sheet.columns.indexOf("donor_species"));
        Collections.swap(sheet.columns, sheet.columns.indexOf("source_cell_label"),
                sheet.columns.indexOf("donor_species_label"));
        List<Finding> found = findings(sheet);
        assertEquals(List.of("I" + HEADINGS + " donor_species Sheet-exchanged"), CleanSheet.brief(found));
        assertTrue(found.get(0).remedy().contains("and those of their labels"), found::toString);
    }

    /** Two rows are no proof: then the cells are told. */
    @Test
    void aSlipInTwoRowsIsNoSlipOfTheHeadings() throws IOException {
        CleanSheet sheet = sheet(8);
        exchange(sheet, 1, "relation", "outcome");
        exchange(sheet, 5, "relation", "outcome");
        assertEquals(
                List.of("E" + (FIRST + 1) + " relation Sheet-exchanged",
                        "E" + (FIRST + 5) + " relation Sheet-exchanged"),
                CleanSheet.brief(findings(sheet)));
    }

    /** Columns may stand in any order: only headings without their cells are wrong. */
    @Test
    void columnsThatWereMovedWithTheirCellsAreFine() throws IOException {
        CleanSheet sheet = sheet(5);
        Collections.rotate(sheet.columns, 7);
        sheet.rows.forEach(row -> Collections.rotate(row, 7));
        assertEquals(List.of(), CleanSheet.brief(findings(sheet)));
    }

    /** The curated sheets hold nothing of the kind. */
    @Test
    void noCuratedSheetLooksExchanged() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("ontology/curation"))) {
            List<Path> sheets = files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList();
            assertTrue(sheets.size() >= 7);
            for (Path file : sheets) {
                List<String> told =
                        CleanSheet.brief(SheetLoader.read(file, BundledGraph.snapshot().dataset(), CleanSheet.CLOCK)
                                .textFindings()).stream().filter(f -> f.contains("Sheet-exchanged")).toList();
                assertEquals(List.of(), told, file.toString());
            }
        }
    }
}
