package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;

/** Forty mistakes, each in a cell of its own, are forty findings at those cells and none elsewhere. */
class FortyMistakesTest {
    private static final int ROWS = 46;
    private static final int FIRST = CleanSheet.FIRST_ROW;

    @TempDir
    Path folder;

    /**
     * A planted mistake.
     *
     * @param what   what somebody did
     * @param row    which row of claims, from 0
     * @param column where
     * @param text   what stands there now
     * @param rule   which rule must find it
     * @param meant  what the suggestion must hold; empty when none can be computed
     */
    private record Mistake(String what, int row, String column, String text, String rule, String meant) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("capital letters in a key", 0, "key", "Clean 01", "Sheet-key", "clean-01"),
            new Mistake("a key used twice", 1, "key", "clean-03", "Sheet-keyTwice", "clean-02"),
            new Mistake("a key of another sheet", 3, "key", "xin2013-stroke-exosomes-01", "Sheet-keyTwice", ""),
            new Mistake("a zero short", 4, "subject", "GO:070062", "Sheet-term", "GO:0070062"),
            new Mistake("an underscore for the colon", 5, "object", "GO_0001525", "Sheet-identifier", "GO:0001525"),
            new Mistake("a misspelt prefix", 6, "object", "G0:0001525", "Sheet-prefix", "GO:0001525"),
            new Mistake("a prefix that is not declared", 7, "subject", "CHEBI:15551", "Sheet-prefix", ""),
            new Mistake("a misspelt label", 8, "object_label", "angiogenisis", "Sheet-label", "angiogenesis"),
            new Mistake("another term's label", 9, "object_label", "apoptotic process", "Sheet-label", "angiogenesis"),
            new Mistake("another term's identifier", 10, "source_cell", "CL:0000115", "Sheet-label", "CL:0002540"),
            new Mistake("one label for two identifiers", 11, "isolation_label", "ultrafiltration", "Sheet-labelCount",
                    "ultrafiltration | ultracentrifugation"),
            new Mistake("a semicolon between identifiers", 12, "isolation", "SCSO:0000305; SCSO:0000314",
                    "Sheet-identifier", "SCSO:0000305 | SCSO:0000314"),
            new Mistake("a misspelt relation", 13, "relation", "promots", "Sheet-word", "promotes"),
            new Mistake("a misspelt outcome", 14, "outcome", "suports", "Sheet-word", "supports"),
            new Mistake("a setting in words", 15, "setting", "in vitro", "Sheet-word", "inVitro"),
            new Mistake("a level in words", 16, "evidence_level", "in vitro evidence", "Sheet-word", "inVitroEvidence"),
            new Mistake("an unknown kind of study", 17, "study_kind", "primery", "Sheet-word", "primary"),
            new Mistake("an unknown depth of reading", 18, "read", "abstracts", "Sheet-word", "abstract"),
            new Mistake("no relation", 19, "relation", "", "Sheet-required", ""),
            new Mistake("no finding", 20, "finding", "", "Sheet-required", ""),
            new Mistake("no label", 21, "donor_species_label", "", "Sheet-labelCount", "Homo sapiens"),
            new Mistake("a gene that became a date", 22, "subject_as_named", "2-Sep", "Sheet-date", "SEPT2"),
            new Mistake("a range that became a date", 23, "regimen", "1-Mar", "Sheet-date", "1-3"),
            new Mistake("a date with slashes", 24, "measure", "01/03/2021", "Sheet-date", ""),
            new Mistake("a gene that became a number of days", 25, "subject_as_named", "44621", "Sheet-date", "MARCH1"),
            new Mistake("a PubMed identifier in scientific notation", 26, "pmid", "3.02E+07", "Sheet-number", ""),
            new Mistake("thousands in a PubMed identifier", 27, "pmid", "30,215,678", "Sheet-number", "30215678"),
            new Mistake("a failed formula", 28, "model", "#NAME?", "Sheet-formulaError", ""),
            new Mistake("a failed reference in the key", 29, "key", "#REF!", "Sheet-formulaError", ""),
            new Mistake("a non-breaking space", 30, "preparation_label", "exosome\u00A0isolate", "Sheet-character",
                    "exosome isolate"),
            new Mistake("a zero-width space", 31, "evidence", "ECO:0000181\u200B", "Sheet-character", "ECO:0000181"),
            new Mistake("curved quotation marks", 32, "subject_as_named", "\u201Cyoung\u201D exosomes",
                    "Sheet-typography",
                    "\"young\" exosomes"),
            new Mistake("an apostrophe before a value", 33, "doi", "'10.5555/clean-34", "Sheet-apostrophe",
                    "10.5555/clean-34"),
            new Mistake("an address as DOI", 34, "doi", "https://doi.org/10.5555/clean-35", "Sheet-publicationId",
                    "10.5555/clean-35"),
            new Mistake("letters in a PubMed Central identifier", 35, "pmcid", "PMC12O45", "Sheet-publicationId", ""),
            new Mistake("a letter in the year", 36, "year", "2O20", "Sheet-year", ""),
            new Mistake("no web address", 37, "seen_at", "www.example.org/page", "Sheet-address", ""),
            new Mistake("a stray quotation mark", 38, "note", "\"quoted and not closed", "Sheet-quote",
                    "quoted and not closed"),
            new Mistake("an unknown cell", 39, "source_cell", "CL:9999999", "Sheet-term", ""),
            new Mistake("another year for a publication", 42, "year", "2019", "Sheet-publication", "2026"));

    private static String expected(Mistake m) {
        return cell(m.row(), m.column()) + " " + m.rule();
    }

    private static String cell(int row, String column) {
        int index = ClaimColumn.named(column).orElseThrow().ordinal();
        return Location.letter(index) + (FIRST + row) + " " + column;
    }

    private static CleanSheet sheet() {
        CleanSheet sheet = new CleanSheet(ROWS);
        sheet.cite(FIRST + 41, FIRST + 40).cite(FIRST + 42, FIRST + 40);
        return sheet;
    }

    @Test
    void theSheetWasCleanBefore() throws IOException {
        assertEquals(List.of(), CleanSheet.findings(sheet().write(folder.resolve("clean.tsv"))));
    }

    @Test
    void allAreFoundInOneRunAndNothingElse() throws IOException {
        CleanSheet sheet = sheet();
        MISTAKES.forEach(m -> sheet.set(FIRST + m.row(), m.column(), m.text()));
        List<Finding> findings = CleanSheet.findings(sheet.write(folder.resolve("spoilt.tsv")));

        assertEquals(40, MISTAKES.size());
        assertEquals(String.join("\n", new TreeSet<>(MISTAKES.stream().map(FortyMistakesTest::expected).toList())),
                String.join("\n", new TreeSet<>(CleanSheet.brief(findings))));
        assertEquals(40, findings.size());
        assertEquals(findings.stream().map(f -> f.place().line()).sorted(Comparator.naturalOrder()).toList(),
                findings.stream().map(f -> f.place().line()).toList());
    }

    @TestFactory
    Stream<DynamicTest> eachAlone() {
        return MISTAKES.stream().map(m -> DynamicTest.dynamicTest(m.what(), () -> {
            CleanSheet sheet = sheet().set(FIRST + m.row(), m.column(), m.text());
            List<Finding> findings = CleanSheet.findings(sheet.write(folder.resolve("spoilt.tsv")));
            assertEquals(List.of(expected(m)), CleanSheet.brief(findings), () -> findings.toString());
            Finding found = findings.get(0);
            assertTrue(found.suggestion().contains(m.meant()), found::suggestion);
            assertTrue(found.remedy().endsWith(".") && !found.problem().isEmpty(), found::toString);
            assertTrue(m.text().isEmpty() || !found.valueText().isEmpty(), found::toString);
        }));
    }

    @Test
    void mistakesStandInCellsOfTheirOwn() {
        assertEquals(MISTAKES.size(), MISTAKES.stream().map(m -> m.row() + m.column()).distinct().count());
        assertTrue(new ArrayList<>(MISTAKES).stream().map(Mistake::rule).distinct().count() >= 15);
    }
}
