package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Finding;
import org.secretomegraph.table.LenientLineReader;
import org.secretomegraph.table.RawCell;

/** Sheets that are no sheets, or were saved by programs with habits: each is told in one line with its place. */
class BadSheetsTest {
    private static final int FIRST = CleanSheet.FIRST_ROW;

    @TempDir
    Path folder;

    private List<String> brief(String content) throws IOException {
        return CleanSheet.brief(CleanSheet.findings(folder, content));
    }

    @Test
    void acceptsWhatSpreadsheetsSaveHarmlessly() throws IOException {
        CleanSheet sheet = new CleanSheet(3);
        String text = sheet.text();
        assertEquals(List.of(), brief("\uFEFF" + text));
        assertEquals(List.of(), brief(text.replace("\n", "\r\n")));
        assertEquals(List.of(), brief(text.replace("\n", "\r")));
        assertEquals(List.of(), brief(text.replace("\n", "\t\t\t\n")));
        assertEquals(List.of(), brief(text.replace("\n", "\n\n")));
        assertEquals(List.of(), brief(text.stripTrailing()));
        assertEquals(List.of(), brief("\"" + text.replaceFirst("\n", "\"\n")));
        assertEquals(List.of(), brief(sheet.set(FIRST, "note", "\"a \"\"quoted\"\" word, and a comma\"").text()));
    }

    @Test
    void aColumnMayStandElsewhereAndItsLetterFollows() throws IOException {
        CleanSheet sheet = new CleanSheet(1).set(FIRST, "relation", "promots");
        sheet.columns.add(0, sheet.columns.remove(4));
        sheet.rows.get(0).add(0, sheet.rows.get(0).remove(4));
        assertEquals(List.of("A" + FIRST + " relation Sheet-word"), brief(sheet.text()));
    }

    @Test
    void findsMistakesOfTheColumnNames() throws IOException {
        CleanSheet sheet = new CleanSheet(2);
        int row = FIRST - 1;
        sheet.columns.set(1, "subjct");
        assertEquals(List.of("B" + row + " subjct Sheet-column"), brief(sheet.text()));
        sheet.columns.set(1, "subject");
        sheet.columns.set(43, "outcome");
        assertEquals(List.of("AR" + row + " outcome Sheet-columnTwice"), brief(sheet.text()));
        sheet.columns.set(43, "favourite colour");
        assertEquals(List.of("AR" + row + " favourite colour Sheet-column"), brief(sheet.text()));
        sheet.columns.set(43, "note");
        sheet.columns.remove(40);
        sheet.rows.forEach(cells -> cells.remove(40));
        assertEquals(List.of(row + " finding Sheet-columnMissing"), brief(sheet.text()));
    }

    @Test
    void whatWasProbablyMeantIsOfferedInAForm() throws IOException {
        String doi = "https://doi.org/10.5555/clean-1";
        for (String[] c : new String[][] {{"seen_at", doi + " https://example.org/b", doi + " | https://example.org/b"},
                {"seen_at", doi + ",https://example.org/b", doi + " | https://example.org/b"},
                {"seen_at", "pmc.ncbi.nlm.nih.gov/articles/PMC1/", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1/"},
                {"object", "GO:0001525 angiogenesis", "GO:0001525 (angiogenesis)"},
                {"object", "angiogenesis (GO:0001525)",
                        "GO:0001525 (angiogenesis)"},
                {"source_tissue", "bone marrow", "UBERON:0002371"},
                {"subject", "GO:\u00A00070062", "GO:0070062"}, {"key", "\u00C9tude 2026", "etude-2026"}}) {
            List<Finding> found = CleanSheet.findings(folder, new CleanSheet(1).set(FIRST, c[0], c[1]).text());
            assertEquals(List.of(c[2]), found.stream().map(Finding::suggestion).toList(), c[1]);
        }
    }

    /**
     * The wrong identifier was one that other claims have as often beside the rest of the row, and the label, which was
     * right, was told instead: what the row says in its sentences decides then.
     */
    @Test
    void ofIdentifierAndLabelTheOneIsToldThatTheSentencesDoNotSpeakOf() throws IOException {
        String finding =
                "Microvesicles of cells kept in low oxygen made endothelial cells form more tubes than other vesicles did.";
        CleanSheet sheet = new CleanSheet(1).set(FIRST, "finding", finding).set(FIRST, "object", "GO:0090398");
        assertEquals(List.of("F" + FIRST + " object Sheet-label"), brief(sheet.text()));
        sheet.set(FIRST, "object", "GO:0001525").set(FIRST, "object_label", "cellular senescence");
        assertEquals(List.of("G" + FIRST + " object_label Sheet-label"), brief(sheet.text()));
    }

    /** A finding on two cells that do not go together had no value, and a line that was too long was told twice. */
    @Test
    void theValueIsThatOfTheCellAlsoWhereTheShapeNamesNone() throws IOException {
        List<Finding> found =
                CleanSheet.findings(folder, new CleanSheet(1).set(FIRST, "evidence_level", "randomisedTrial").text());
        assertEquals(List.of("randomisedTrial"), found.stream().map(Finding::valueText).toList());
        assertEquals(List.of("2 Sheet-lineLength"), brief("# title: x\n" + "a".repeat(2_000_000)));
    }

    /** The row that said {@code review} took its assay away from the study, which another row was then said to lack. */
    @Test
    void aWrongKindOfStudyTakesNothingFromItsStudy() throws IOException {
        CleanSheet sheet = new CleanSheet(3).cite(FIRST + 1, FIRST).cite(FIRST + 2, FIRST);
        for (int row = FIRST; row < FIRST + 3; row++) {
            int each = row;
            Map.of("setting", "animal", "host_species", "NCBITaxon:10090", "host_species_label", "Mus musculus",
                    "evidence",
                    "ECO:0000179", "evidence_label", "animal model system study evidence", "evidence_level",
                    "animalEvidence")
                    .forEach((column, text) -> sheet.set(each, column, text));
        }
        sheet.set(FIRST, "assay", "").set(FIRST, "assay_label", "").set(FIRST + 1, "assay", "").set(FIRST + 1,
                "assay_label", "");
        assertEquals(List.of(), brief(sheet.text()));
        assertEquals(
                List.of("AF" + (FIRST + 2) + " evidence_level Claim-levelFitsStudyKind",
                        "AG" + (FIRST + 2) + " study_kind Sheet-publication"),
                brief(sheet.set(FIRST + 2, "study_kind", "review").text()));
    }

    /** With DOI and title both misspelt nobody knew the study any more; what they were meant for tells it. */
    @Test
    void aRowWhoseDoiAndTitleAreMisspeltTakesNothingFromItsStudy() throws IOException {
        CleanSheet sheet =
                new CleanSheet(2).cite(FIRST + 1, FIRST).set(FIRST, "assay", "").set(FIRST, "assay_label", "")
                        .set(FIRST + 1, "doi", "https://doi.org/10.5555/clean-1")
                        .set(FIRST + 1, "title", "Title number 1\u00A0");
        assertEquals(
                List.of("AH" + (FIRST + 1) + " doi Sheet-publicationId", "AM" + (FIRST + 1) + " title Sheet-character"),
                brief(sheet.text()));
    }

    @Test
    void columnsBehindTheNoteMayBeLeftOutAndLabelsNotWithoutTheirIdentifiers() throws IOException {
        CleanSheet sheet = new CleanSheet(2);
        int note = sheet.columns.indexOf("note");
        sheet.columns.subList(note + 1, sheet.columns.size()).clear();
        sheet.rows.forEach(row -> row.subList(note + 1, row.size()).clear());
        assertEquals(List.of(), brief(sheet.text()));
        sheet.columns.add("recipient_cell");
        sheet.rows.forEach(row -> row.add("CL:0000115"));
        assertEquals(List.of((FIRST - 1) + " recipient_cell_label Sheet-columnMissing"), brief(sheet.text()));
    }

    @Test
    void aStrayQuotationMarkSwallowsNothing() throws IOException {
        CleanSheet sheet =
                new CleanSheet(4).set(FIRST, "model", "\"cells in culture").set(FIRST + 2, "outcome", "suports");
        assertEquals(List.of("Y" + FIRST + " model Sheet-quote", "H" + (FIRST + 2) + " outcome Sheet-word"),
                brief(sheet.text()));
        CleanSheet last = new CleanSheet(2).set(FIRST, "note", "\"never closed");
        assertEquals(List.of("AR" + FIRST + " note Sheet-quote"), brief(last.text()));
    }

    @Test
    void aLineBreakInAQuotedCellIsOneFindingAndRowsAreCountedAsSpreadsheetsDo() throws IOException {
        CleanSheet sheet = new CleanSheet(3).set(FIRST, "note", "\"two\nlines\"").set(FIRST + 1, "outcome", "suports");
        assertEquals(List.of("AR" + FIRST + " note Sheet-lineBreak", "H" + (FIRST + 1) + " outcome Sheet-word"),
                brief(sheet.text()));
    }

    @Test
    void bytesOfAnotherEncodingAreFoundInTheirCells() throws IOException {
        CleanSheet sheet = new CleanSheet(3).set(FIRST + 1, "title", "The caf\u00E9 study").set(FIRST + 2, "note",
                "na\u00EFve");
        List<Finding> findings = CleanSheet.findings(folder, sheet.text().getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of("AM" + (FIRST + 1) + " title Sheet-encoding", "AR" + (FIRST + 2) + " note Sheet-encoding"),
                CleanSheet.brief(findings));
        assertEquals("The caf\u00E9 study", findings.get(0).suggestion());
        CleanSheet twice = new CleanSheet(1).set(FIRST, "title", "The caf\u00C3\u00A9 study");
        List<Finding> found = CleanSheet.findings(folder, twice.text());
        assertEquals(List.of("AM" + FIRST + " title Sheet-encoding"), CleanSheet.brief(found));
        assertEquals("The caf\u00E9 study", found.get(0).suggestion());
    }

    @Test
    void whatIsNoTextIsToldInOneLine() throws IOException {
        byte[] random = new byte[100_000];
        new Random(7).nextBytes(random);
        String text = new CleanSheet(2).text();
        record Bad(byte[] content, String rule) {}
        for (Bad bad : List.of(new Bad(new byte[0], "Sheet-empty"),
                new Bad("\n\n".getBytes(StandardCharsets.UTF_8), "Sheet-empty"),
                new Bad("# title: only a header\n".getBytes(StandardCharsets.UTF_8), "Sheet-empty"),
                new Bad(random, "Sheet-text"), new Bad(text.getBytes(StandardCharsets.UTF_16), "Sheet-text"),
                new Bad(text.getBytes(StandardCharsets.UTF_16LE), "Sheet-text"),
                new Bad(text.getBytes(StandardCharsets.UTF_16BE), "Sheet-text"),
                new Bad("PK\u0003\u0004 and more".getBytes(StandardCharsets.UTF_8), "Sheet-text"))) {
            List<Finding> findings = CleanSheet.findings(folder, bad.content());
            assertEquals(1, findings.size(), findings.toString());
            assertEquals(bad.rule(), findings.get(0).ruleName());
            assertTrue(findings.get(0).place().line() > 0);
            assertTrue((findings.get(0).problem() + findings.get(0).remedy()).indexOf('\n') < 0);
        }
    }

    @Test
    void aHugeLineIsPassedOverInBoundedMemory() throws IOException {
        Path file = folder.resolve("huge.tsv");
        CleanSheet sheet = new CleanSheet(2).set(FIRST + 1, "outcome", "suports");
        String[] parts = sheet.text().split("(?<=\n)");
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < parts.length; i++) {
                out.write(parts[i].getBytes(StandardCharsets.UTF_8));
                for (int mb = 0; i == FIRST - 2 && mb < 200; mb++) {
                    out.write(block);
                }
                out.write(i == FIRST - 2 ? new byte[] {'\n'} : new byte[0]);
            }
        }
        long before = used();
        assertEquals(List.of(FIRST + " Sheet-lineLength", "H" + (FIRST + 2) + " outcome Sheet-word"),
                CleanSheet.brief(CleanSheet.findings(file)));
        assertTrue(used() - before < 100L << 20, "the line was kept in memory");
        Files.delete(file);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void whatCannotBeOpenedIsToldInOneLine() throws IOException {
        Path sheet = new CleanSheet(1).write(folder.resolve("sheet.tsv"));
        for (Path bad : List.of(folder, folder.resolve("missing.tsv"), sheet.resolve("within.tsv"))) {
            InvalidInputException told = assertThrows(InvalidInputException.class, () -> CleanSheet.findings(bad));
            assertTrue(told.getMessage().startsWith(bad + ": ") && told.getMessage().indexOf('\n') < 0,
                    told::getMessage);
        }
        Files.setPosixFilePermissions(sheet, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(sheet), "the superuser may read anything");
        assertTrue(assertThrows(InvalidInputException.class, () -> CleanSheet.findings(sheet)).getMessage()
                .contains("may not be read"));
    }

    @Test
    void linesOfAnyEndAndAnyBytesAreRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("\uFEFFone\r\ntwo\nthree\n\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {'f', (byte) 0xFC, 'r', (byte) 0xE2, (byte) 0x82});
        assertEquals(List.of("one", "two", "three", "", "f\uDCFCr\uDCE2\uDC82"), lines(bytes.toByteArray()));
        assertEquals("f\u00FCr", RawCell.asWindows("f\uDCFCr"));
    }

    /** A carriage return in a cell tore its row in two, 12,337 times in Vesiclepedia's table of microRNAs. */
    @ParameterizedTest
    @CsvSource({"'one|two', 'one\ntwo\n'", "'one|t\rwo|three', 'one\nt\rwo\nthree'", "'one|t\rwo', 'one\r\nt\rwo\r\n'",
            "'one|\rtwo|\r', 'one\n\rtwo\n\r\r'", "'one|two|three', 'one\rtwo\nthree'",
            "'one|two||three', 'one\rtwo\r\rthree\r'",
            "'one', 'one\r'", "'one|two\r', 'one\r\ntwo\r\r\n'"})
    void aBareCarriageReturnEndsLinesOnlyWhereItEndsTheFirst(String expected, String text) throws IOException {
        assertEquals(List.of(expected.split("\\|")), lines(text.getBytes(StandardCharsets.UTF_8)));
        String far = "x".repeat((1 << 16) - 6);
        assertEquals(List.of((far + expected).split("\\|")), lines((far + text).getBytes(StandardCharsets.UTF_8)),
                "where the buffer ends");
    }

    @Test
    void aCarriageReturnInACellIsOneFindingThere() throws IOException {
        CleanSheet sheet = new CleanSheet(2).set(FIRST, "model", "ligation of the\rartery");
        List<Finding> found = CleanSheet.findings(folder, sheet.text());
        assertEquals(List.of("Y" + FIRST + " model Sheet-lineBreak"), CleanSheet.brief(found));
        assertEquals("ligation of the artery", found.get(0).suggestion());
    }

    private static List<String> lines(byte[] bytes) throws IOException {
        List<String> read = new ArrayList<>();
        try (LenientLineReader lines = new LenientLineReader(new ByteArrayInputStream(bytes))) {
            for (Optional<LenientLineReader.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                read.add(line.get().text());
            }
        }
        return read;
    }

    /**
     * The relation was told, which was right, and the subject too: the sentences speak of the object, wherever it
     * stands.
     */
    @Test
    void anObjectCopiedOverTheSubjectIsOneFindingAtTheSubject() throws IOException {
        CleanSheet sheet =
                new CleanSheet(1).set(FIRST, "relation", "ameliorates").set(FIRST, "subject", "MONDO:0005178")
                        .set(FIRST, "subject_label", "osteoarthritis").set(FIRST, "object", "MONDO:0005178")
                        .set(FIRST, "object_label", "osteoarthritis")
                        .set(FIRST, "finding", "The exosomes eased osteoarthritis in rats.");
        assertEquals(List.of("B" + FIRST + " subject Claim-subjectKind"),
                CleanSheet.brief(CleanSheet.findings(folder, sheet.text())));
    }

    @Test
    void joinedLettersAndAnAddressWithinAnAddressAreFound() throws IOException {
        CleanSheet sheet = new CleanSheet(2).set(FIRST, "model", "modi\uFB01ed cells")
                .set(FIRST + 1, "seen_at", "https://https://doi.org/10.5555/clean-2");
        List<Finding> found = CleanSheet.findings(folder, sheet.text());
        assertEquals(List.of("Y" + FIRST + " model Sheet-typography", "AQ" + (FIRST + 1) + " seen_at Sheet-address"),
                CleanSheet.brief(found));
        assertEquals("modified cells", found.get(0).suggestion());
    }

    /**
     * "Growth factor" stood in the title, and the relation was told, though no relation has a function as its object.
     */
    @Test
    void aTermThatNoRelationTakesIsToldThoughTheTitleSpeaksOfIt() throws IOException {
        CleanSheet sheet = new CleanSheet(1).set(FIRST, "object", "GO:0008083").set(FIRST, "object_label",
                "growth factor activity").set(FIRST, "title", "Wounds close faster by the growth factor HGF");
        assertEquals(List.of("F" + FIRST + " object Claim-objectKind"),
                CleanSheet.brief(CleanSheet.findings(folder, sheet.text())));
    }
}
