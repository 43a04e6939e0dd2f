package org.secretomegraph.importing.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.importing.ImportSample;
import org.secretomegraph.importing.ReadClaims;
import org.secretomegraph.importing.record.ImportFormat;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Severity;
import org.secretomegraph.vocab.Scso;

/** What studies of ClinicalTrials.gov become, in whichever form they were downloaded. */
class ImportedTrialsTest {
    @TempDir
    private Path folder;

    @Test
    void trialsAreStudiesAndClaims() {
        ImportSample page =
                ImportSample.read(ImportFormat.CLINICALTRIALS, false, ImportSample.file("trials-page.json"));
        assertEquals(Set.of("extracellular exosome studiedFor osteoarthritis, knee supports ECO_0000180 row 1",
                "mesenchymal stem cell studiedFor stroke disorder supports ECO_0000180 row 3"),
                ReadClaims.claims(page.triples()));
        assertEquals(Set.of("PHASE1", "PHASE2", "PHASE3"), ReadClaims.values(page.triples(), Scso.phase));
        assertEquals(Set.of("2025-06"), ReadClaims.values(page.triples(), Scso.startDate));
        assertEquals(Set.of("RECRUITING", "COMPLETED"), ReadClaims.values(page.triples(), Scso.trialStatus));
        assertTrue(ReadClaims.values(page.triples(), Scso.conditionAsNamed).contains("Made-up condition"));
        assertEquals("Made-up condition", page.of("Import-name").get(0).valueText());
        assertEquals("prostaglandin E2", page.of("Import-noStatement").get(0).valueText());
        assertEquals(1, page.of("Import-subject").size());
        assertEquals(Severity.WARNING, page.of("Import-json").get(0).severity());
    }

    @Test
    void trialsMayComeInAnyOfTheFormsOfADownload() throws IOException {
        Set<String> expected = ReadClaims.claims(ImportSample.read(ImportFormat.CLINICALTRIALS, false,
                ImportSample.file("trials-page.json")).triples());
        Path zip = folder.resolve("ctg-studies.json.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("ctg-studies/trials.json"));
            out.write(Files.readAllBytes(ImportSample.file("trials-list.json")));
        }
        Path studies = Files.createDirectory(folder.resolve("studies"));
        List<String> lines = ImportSample.text("trials.ndjson").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Files.writeString(studies.resolve("NCT" + i + ".json"), lines.get(i));
        }
        for (Path form : List.of(ImportSample.file("trials-list.json"), ImportSample.file("trials.ndjson"), zip,
                studies)) {
            ImportSample read = ImportSample.read(ImportFormat.CLINICALTRIALS, false, form);
            assertEquals(ReadClaims.withoutRows(expected), ReadClaims.withoutRows(ReadClaims.claims(read.triples())),
                    form::toString);
            assertEquals(3, read.reading().rows(), form::toString);
        }
    }

    /** Cut off between two files, it was read as one that holds the first alone. */
    @Test
    void aZipWhoseEndIsMissingIsNotReadAsAShorterOne() throws IOException {
        Path zip = folder.resolve("ctg-studies.json.zip");
        long second;
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("first.json"));
            out.write(Files.readAllBytes(ImportSample.file("trials-list.json")));
            out.closeEntry();
            out.flush();
            second = Files.size(zip);
            out.putNextEntry(new ZipEntry("second.json"));
            out.write(Files.readAllBytes(ImportSample.file("trials-page.json")));
        }
        byte[] whole = Files.readAllBytes(zip);
        for (int length : new int[] {(int) second, (int) second + 10, whole.length - 30}) {
            Files.write(zip, Arrays.copyOf(whole, length));
            InvalidInputException wrong = assertThrows(InvalidInputException.class,
                    () -> ImportSample.read(ImportFormat.CLINICALTRIALS, false, zip));
            assertEquals(zip + ": is a zip whose end is missing; download it again", wrong.getMessage());
        }
    }

    /** Expanded access and withheld records may state no condition: they are left out, and the others are taken. */
    @Test
    void aStudyWithoutConditionsIsLeftOutAndTheOthersAreTaken() throws IOException {
        Path page = Files.writeString(folder.resolve("page.json"), ImportSample.text("trials-page.json")
                .replaceFirst("(?s)\"conditions\": \\[.*?\\]", "\"conditions\": []"));
        ImportSample read = ImportSample.read(ImportFormat.CLINICALTRIALS, false, page);
        assertEquals(Set.of("mesenchymal stem cell studiedFor stroke disorder supports ECO_0000180 row 3"),
                ReadClaims.claims(read.triples()));
        assertEquals(0, read.reading().findings().stream().filter(f -> f.severity() == Severity.VIOLATION).count());
        assertTrue(read.of("Import-noStatement").stream().anyMatch(f -> f.valueText().equals("NCT99999901")));
    }

    @Test
    void allStudiesAreDescribedWhenEverythingIsWanted() {
        ImportSample all = ImportSample.read(ImportFormat.CLINICALTRIALS, true, ImportSample.file("trials-page.json"));
        assertEquals(Set.of("NCT99999901", "NCT99999902", "NCT99999903"),
                ReadClaims.values(all.triples(), Scso.registeredAs));
        assertEquals(0, ReadClaims.judged(all).count(Severity.VIOLATION));
    }
}
