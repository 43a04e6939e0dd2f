package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.report.Finding;

/**
 * Rows that say different things of one publication, where the cell that is wrong can be told from those that are not.
 */
class PublicationMistakesTest {
    private static final int FIRST = CleanSheet.FIRST_ROW;

    @TempDir
    Path folder;

    /** Four rows: the first three of one publication, the last of another. */
    private static CleanSheet sheet() {
        return new CleanSheet(4).cite(FIRST + 1, FIRST).cite(FIRST + 2, FIRST);
    }

    private List<Finding> findings(CleanSheet sheet) throws IOException {
        return CleanSheet.findings(sheet.write(folder.resolve("sheet.tsv")));
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream().map(f -> CleanSheet.brief(f) + " " + f.severity() + " => " + f.suggestion()).toList();
    }

    @Test
    void theSheetWasCleanBefore() throws IOException {
        assertEquals(List.of(), told(findings(sheet())));
    }

    /** "this doi is that of another publication" was said at the DOI, which was right: the title agreed with more. */
    @Test
    void aTitleInCapitalsIsToldAtTheTitle() throws IOException {
        CleanSheet sheet = sheet().set(FIRST + 1, "title", "TITLE NUMBER 1");
        assertEquals(List.of("AM" + (FIRST + 1) + " title Sheet-publication violation => Title number 1"),
                told(findings(sheet)));
    }

    /**
     * Where nothing but the DOI identified the publication a slip in it made a publication of its own, told by nobody.
     */
    @Test
    void aTitleUnderNearlyTheSameDoiIsASlipInTheDoi() throws IOException {
        CleanSheet sheet = sheet();
        sheet.set(FIRST, "doi", "10.5555/clean.2137").set(FIRST + 1, "doi", "10.5555/clean.2173")
                .set(FIRST + 2, "doi", "10.5555/clean.2137");
        assertEquals(List.of("AH" + (FIRST + 1) + " doi Sheet-publication violation => 10.5555/clean.2137"),
                told(findings(sheet)));
    }

    @Test
    void versionsOfATextHaveATitleInCommon() throws IOException {
        CleanSheet sheet = sheet();
        sheet.set(FIRST, "doi", "10.5555/clean.2137.1").set(FIRST + 1, "doi", "10.5555/clean.2137.2")
                .set(FIRST + 2, "doi", "10.5555/clean.2137.1");
        assertEquals(List.of(), told(findings(sheet)));
    }

    /** A preprint has the title of its article: the sheet is accepted, and the curator is told. */
    @Test
    void aTitleUnderAnotherDoiIsAWarning() throws IOException {
        CleanSheet sheet = sheet().set(FIRST + 1, "doi", "10.7777/2024.11.05.622").set(FIRST + 1, "seen_at",
                "https://doi.org/10.7777/2024.11.05.622");
        assertEquals(List.of("AH" + (FIRST + 1) + " doi Sheet-publication warning => 10.5555/clean-1"),
                told(findings(sheet)));
    }

    /** The row that the title was copied from came first and was told too. */
    @Test
    void aCopiedTitleIsNotToldWhereItWasCopiedFrom() throws IOException {
        CleanSheet sheet = new CleanSheet(4).cite(FIRST + 2, FIRST + 1).cite(FIRST + 3, FIRST + 1)
                .set(FIRST + 3, "title", "Title number 1");
        assertEquals(List.of("AM" + (FIRST + 3) + " title Sheet-publication violation => Title number 2"),
                told(findings(sheet)));
    }

    /** Told were another title than elsewhere, and a finding in other people's words. */
    @Test
    void titleAndFindingInEachOthersCellsAreOneSlip() throws IOException {
        CleanSheet sheet = sheet();
        String finding = sheet.rows.get(1).get(sheet.columns.indexOf("finding"));
        sheet.set(FIRST + 1, "title", finding).set(FIRST + 1, "finding", "Title number 1");
        assertEquals(List.of("AM" + (FIRST + 1) + " title Sheet-exchanged violation => Title number 1"),
                told(findings(sheet)));
    }

    /** The other rows of its study were said not to report the assay that only this row has. */
    @Test
    void aRowWithoutItsDoiStillShowsWhatItsStudyReports() throws IOException {
        CleanSheet sheet = sheet().set(FIRST + 1, "doi", "");
        for (int row : new int[] {FIRST, FIRST + 2}) {
            sheet.set(row, "assay", "").set(row, "assay_label", "").set(row, "regimen", "");
        }
        List<String> told = CleanSheet.brief(findings(sheet)).stream().filter(f -> !f.contains("assayStated")).toList();
        assertEquals(1, told.size(), told::toString);
        assertEquals("AH" + (FIRST + 1) + " doi", told.get(0).replaceFirst(" [^ ]*$", ""));
    }
}
