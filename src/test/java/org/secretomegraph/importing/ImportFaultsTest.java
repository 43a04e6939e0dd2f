package org.secretomegraph.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.importing.record.ImportFormat;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;

/**
 * One fault in a good file is one violation, at its row and column, with a remedy; and all faults are told in one run.
 */
class ImportFaultsTest {
    private static final ImportFormat GAF = ImportFormat.GAF;
    private static final ImportFormat GPAD = ImportFormat.GPAD;
    private static final ImportFormat VESICLES = ImportFormat.VESICLEPEDIA;
    private static final ImportFormat TRIALS = ImportFormat.CLINICALTRIALS;

    @TempDir
    private Path folder;

    /** A text of the sample that is replaced, and the violation that follows. */
    record Case(ImportFormat format, String what, String from, String to, String place, String rule) {
        @Override
        public String toString() {
            return format + ": " + what;
        }
    }

    static List<Case> cases() {
        String tab = "\t";
        return List.of(
                new Case(GAF, "old version", "!gaf-version: 2.2", "!gaf-version: 2.1", "1", "Import-version"),
                new Case(GAF, "no version", "!gaf-version: 2.2\n", "", "1", "Import-version"),
                new Case(GAF, "another format", "!gaf-version: 2.2", "!gpad-version: 2.0", "1", "Import-version"),
                new Case(GAF, "a field too few", "ComplexPortal\t\t\n", "ComplexPortal\t\n", "7", "Import-fields"),
                new Case(GAF, "a field too many", "ComplexPortal\t\t\n", "ComplexPortal\t\t\t\n", "7", "Import-fields"),
                new Case(GAF, "no tabs", "UniProtKB\tP60709\tACTB\tinvolved_in\tGO:0008284", "UniProtKB P60709", "7",
                        "Import-fields"),
                new Case(GAF, "unknown relation", tab + "involved_in\tGO:0008284", tab + "involvedin\tGO:0008284",
                        "7:D Relation", "Sheet-word"),
                new Case(GAF, "denied the wrong way", "NOT|involved_in", "NOT involved_in", "8:D Relation",
                        "Sheet-word"),
                new Case(GAF, "no relation", tab + "involved_in\tGO:0008284", "\t\tGO:0008284", "7:D Relation",
                        "Sheet-required"),
                new Case(GAF, "unknown aspect", "NAS\t\tP", "NAS\t\tX", "7:I Aspect", "Sheet-word"),
                new Case(GAF, "aspect and relation", "NAS\t\tP", "NAS\t\tF", "7:D Relation", "Import-agreement"),
                new Case(GAF, "unknown evidence code", "\tNAS\t", "\tXYZ\t", "7:G Evidence Code", "Sheet-word"),
                new Case(GAF, "no date", "20200101", "2020-01-01", "7:N Date", "Sheet-date"),
                new Case(GAF, "no such day", "20200101", "20200230", "7:N Date", "Sheet-date"),
                new Case(GAF, "unknown database", "UniProtKB\tP14210\tHGF\tacts", "UniProtKBB\tP14210\tHGF\tacts",
                        "9:A DB",
                        "Import-database"),
                new Case(GAF, "unknown database of a reference", "PMID:29374058", "PUBMAD:29374058", "7:F Reference",
                        "Import-database"),
                new Case(GAF, "reference without a database", "PMID:29374058", "29374058", "7:F Reference",
                        "Sheet-identifier"),
                new Case(GAF, "no GO term", "GO:0008284", "GO:8284", "7:E GO ID", "Sheet-identifier"),
                new Case(GAF, "taxon of GPAD", "taxon:9606\t20200101", "NCBITaxon:9606\t20200101", "7:M Taxon",
                        "Sheet-identifier"),
                new Case(GAF, "extension without parentheses", "occurs_in(CL:0000115)", "occurs_in CL:0000115",
                        "8:P Annotation Extension", "Sheet-word"),
                new Case(GPAD, "old version", "!gpad-version: 2.0", "!gpa-version: 1.1", "1", "Import-version"),
                new Case(GPAD, "a field too few", "ComplexPortal\t\t\n", "ComplexPortal\t\n", "5", "Import-fields"),
                new Case(GPAD, "relation by name", "RO:0002331\tGO:0008284", "involved_in\tGO:0008284", "5:C Relation",
                        "Sheet-word"),
                new Case(GPAD, "evidence by code", "ECO:0000303", "NAS", "5:F Evidence_Type", "Sheet-identifier"),
                new Case(GPAD, "date of GAF", "2020-01-01", "20200101", "5:I Annotation_Date", "Sheet-date"),
                new Case(GPAD, "no such day", "2020-01-01", "2020-13-01", "5:I Annotation_Date", "Sheet-date"),
                new Case(GPAD, "denied in other words", "\tNOT\t", "\tnot\t", "6:B Negation", "Sheet-word"),
                new Case(GPAD, "no database", "UniProtKB:P60709\t\tRO:0002331\tGO:0008284",
                        "P60709\t\tRO:0002331\tGO:0008284", "5:A DB:DB_Object_ID",
                        "Sheet-identifier"),
                new Case(GPAD, "extension by name", "BFO:0000066(CL:0000115)", "occurs_in(CL:0000115)",
                        "6:K Annotation_Extensions", "Sheet-word"),
                new Case(VESICLES, "missing column", "\tGENE SYMBOL", "", "1:GENE SYMBOL", "Sheet-columnMissing"),
                new Case(VESICLES, "misspelt column", "GENE SYMBOL", "GENE SYMBOLL", "1:D GENE SYMBOLL",
                        "Sheet-column"),
                new Case(VESICLES, "extra column", "METHODS\n", "METHODS\tSCORE\n", "1:H SCORE", "Sheet-column"),
                new Case(VESICLES, "a column twice", "\tMETHODS\n", "\tGENE SYMBOL\n", "1:G GENE SYMBOL",
                        "Sheet-columnTwice"),
                new Case(VESICLES, "a field too few", "101\tprotein\t60\tACTB", "101\tprotein\tACTB", "2",
                        "Import-fields"),
                new Case(VESICLES, "number as a spreadsheet shows it", "101\tprotein\t60\t", "101\tprotein\t6E+01\t",
                        "2:C ENTREZ GENE ID", "Sheet-number"),
                new Case(VESICLES, "unknown kind of cargo", "101\tprotein", "101\tprotien", "2:B CONTENT TYPE",
                        "Sheet-word"),
                new Case(VESICLES, "empty cell", "101\tprotein\t60\tACTB", "101\tprotein\t60\t", "2:D GENE SYMBOL",
                        "Sheet-required"),
                new Case(TRIALS, "bad number", "NCT99999901", "NCT1", "1:protocolSection.identificationModule.nctId",
                        "Sheet-identifier"),
                new Case(TRIALS, "no status", "\"overallStatus\"", "\"status\"",
                        "1:protocolSection.statusModule.overallStatus", "Sheet-required"),
                new Case(TRIALS, "date in words", "\"2025-06\"", "\"June 2025\"",
                        "1:protocolSection.statusModule.startDateStruct.date", "Sheet-date"),
                new Case(TRIALS, "no study", "\"protocolSection\"", "\"section\"", "1", "Import-json"),
                new Case(TRIALS, "version 1", "\"protocolSection\"", "\"ProtocolSection\"", "1", "Import-version"),
                new Case(TRIALS, "cut", "\"hasResults\": false\n}", "", "107", "Import-json"));
    }

    @Test
    void casesWereFound() {
        assertEquals(43, cases().size());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFaultIsToldAtItsPlace(Case c) throws IOException {
        String good = ImportSample.text(sample(c.format()));
        String bad = good.replace(c.from(), c.to());
        assertTrue(!good.equals(bad), "the case changes nothing");
        ImportSample read = read(c.format(), bad.getBytes(StandardCharsets.UTF_8));
        List<Finding> violations = violations(read);
        assertEquals(1, violations.size(), () -> violations.toString());
        Finding only = violations.get(0);
        assertEquals(c.rule(), only.ruleName());
        assertEquals(c.place(), only.place().address().replaceFirst("^.*made-up(-[a-z]+)?\\.[a-z]+:?", ""));
        assertFalse(only.problem().isBlank());
        assertFalse(only.remedy().isBlank());
    }

    @Test
    void theSamplesThemselvesAreGood() {
        Stream.of(GAF, GPAD, VESICLES, TRIALS).forEach(format -> assertEquals(List.of(),
                violations(ImportSample.read(format, false, files(format, ImportSample.file(sample(format)))))));
    }

    @Test
    void allFaultsOfAFileAreToldInOneRun() throws IOException {
        String bad = ImportSample.text("sample.gaf").replace("NAS", "N").replace("20200102", "2020")
                .replace("GO_REF", "GOREFF")
                .replace("located_in", "locatedIn");
        assertEquals(List.of("7:G Evidence Code", "8:N Date", "10:F Reference", "11:D Relation", "12:D Relation"),
                violations(read(GAF, bad.getBytes(StandardCharsets.UTF_8))).stream()
                        .map(f -> f.place().address().replaceFirst("^.*gaf:", "")).toList());
    }

    @Test
    void aFileOfTheWrongKindDoesNotFillTheMemory() throws IOException {
        String rows = Stream.generate(() -> "not a row\n").limit(5000).collect(Collectors.joining());
        ImportSample read = read(GAF, ("!gaf-version: 2.2\n" + rows).getBytes(StandardCharsets.UTF_8));
        assertEquals(ImportReport.FAULTS_AT_MOST + 1, violations(read).size());
        assertTrue(read.reading().findings().stream().anyMatch(f -> f.problem().contains("4000 more faults")));
    }

    @Test
    void bytesThatAreNotUtf8AreToldInAnnotationFiles() throws IOException {
        byte[] bytes = ImportSample.text("sample.gaf").replace("cytoplasmic 1\tACTB\tprotein\ttaxon:9606\t20200101",
                "cytoplasmic \u00e9\tACTB\tprotein\ttaxon:9606\t20200101").getBytes(StandardCharsets.ISO_8859_1);
        Finding only = violations(read(GAF, bytes)).get(0);
        assertEquals("Sheet-encoding", only.ruleName());
        assertTrue(only.suggestion().endsWith("\u00e9"), only.suggestion());
    }

    @Test
    void filesThatCannotBeUsedAreToldInOneLine() throws IOException {
        assertTold("no such file", GAF, folder.resolve("nowhere.gaf"));
        assertTold("table of experiments is not among", VESICLES, ImportSample.file("vesiclepedia-proteins.txt"));
        assertTold("table of experiments alone", VESICLES, ImportSample.file("vesiclepedia-experiments.txt"));
        assertTold("names none of the tables", VESICLES, ImportSample.file("sample.gaf"));
        assertTold("second table of experiments", VESICLES, ImportSample.file("vesiclepedia-experiments.txt"),
                ImportSample.file("vesiclepedia-experiments.txt"));
    }

    private static void assertTold(String part, ImportFormat format, Path... files) {
        String said = assertThrows(InvalidInputException.class, () -> ImportSample.importers(format, false, files))
                .getMessage();
        assertTrue(said.contains(part), said);
        assertFalse(said.contains("\n"), said);
    }

    private ImportSample read(ImportFormat format, byte[] bytes) throws IOException {
        String name = sample(format);
        Path file = Files.write(folder.resolve("made-up" + name.replaceFirst("^[^.]*", "")), bytes);
        return ImportSample.read(format, false, files(format, file));
    }

    private static Path[] files(ImportFormat format, Path file) {
        return format == VESICLES ? new Path[] {file, ImportSample.file("vesiclepedia-experiments.txt")}
                : new Path[] {file};
    }

    private static String sample(ImportFormat format) {
        return switch (format) {
            case GAF -> "sample.gaf";
            case GPAD -> "sample.gpad";
            case CLINICALTRIALS -> "trial.json";
            default -> "vesiclepedia-proteins.txt";
        };
    }

    private static List<Finding> violations(ImportSample read) {
        return read.reading().findings().stream().filter(f -> f.severity() == Severity.VIOLATION).toList();
    }
}
