package org.secretomegraph.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.importing.record.BufferedImport;
import org.secretomegraph.importing.record.ImportFormat;
import org.secretomegraph.io.DownloadedFile;
import org.secretomegraph.io.ReadProgress;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.vocab.Terms;

/**
 * What holds of every imported graph: it passes the shapes, says where it comes from, and is the same for the same
 * file.
 */
class ImportedGraphTest {
    @TempDir
    private Path folder;

    @Test
    void importedClaimsPassTheShapes() {
        List<ImportSample> samples =
                List.of(ImportSample.read(ImportFormat.GAF, false, ImportSample.file("sample.gaf")),
                        ImportSample.read(ImportFormat.GPAD, false, ImportSample.file("sample.gpad")),
                        ImportSample.read(ImportFormat.VESICLEPEDIA, false, ReadClaims.vesiclepedia()),
                        ImportSample.read(ImportFormat.CLINICALTRIALS, false, ImportSample.file("trials-page.json")));
        samples.forEach(sample -> assertEquals(List.of(), ReadClaims.judged(sample).findings().stream()
                .filter(f -> f.severity() == Severity.VIOLATION).toList()));
    }

    /**
     * Publications that a file names by their identifiers alone gave two warnings each, which named columns of a claim
     * sheet.
     */
    @Test
    void whatAnImportCannotKnowIsNotAskedFor() {
        assertEquals(List.of(),
                ReadClaims.judged(ImportSample.read(ImportFormat.GAF, true, ImportSample.file("sample.gaf"))).findings()
                        .stream().filter(f -> f.ruleName().startsWith("Publication-")).toList());
    }

    /** Over an empty graph no term is known. */
    @Test
    void aFindingOfTheShapesLeadsBackToTheCell() {
        ImportSample gaf = ImportSample.read(ImportFormat.GAF, false, ImportSample.file("sample.gaf"));
        ValidationResult judged =
                new Validator(BundledGraph.services().shapes()).validate(GraphFactory.createDefaultGraph(),
                        List.of(BufferedImport.of(gaf.importer(), Long.MAX_VALUE).proposed().orElseThrow()));
        Finding term = judged.findings().stream().filter(f -> f.ruleName().equals("Claim-objectKnown")).findFirst()
                .orElseThrow();
        assertEquals(7, term.place().line());
    }

    @Test
    void theGraphSaysWhereItComesFrom() {
        Path file = ImportSample.file("sample.gaf");
        ImportSample gaf = ImportSample.read(ImportFormat.GAF, false, file);
        assertEquals("https://w3id.org/scso/graph/imported/gaf/sample", gaf.importer().graph().getURI());
        Graph triples = gaf.triples();
        assertTrue(ReadClaims.values(triples, Terms.description)
                .containsAll(Set.of("gaf-version: 2.2", "generated-by: GOC",
                        "date-generated: 2026-01-28T11:00",
                        "Imported from a file of another database; not curated by us.")));
        assertEquals(Set.of("sha256:" + DownloadedFile.of(file, ReadProgress.SILENT).checksum()),
                ReadClaims.values(triples, Terms.identifier));
        assertEquals(Set.of("https://creativecommons.org/licenses/by/4.0/"), ReadClaims.values(triples, Terms.license));
        assertEquals(Set.of("2026-11-23T12:00:00Z"), ReadClaims.values(triples, Terms.endedAtTime));
        assertEquals(1, triples.find(gaf.importer().graph(), Terms.wasGeneratedBy, Node.ANY).toList().size());
    }

    @Test
    void gzipAndWindowsLineEndsChangeNothing() throws IOException {
        Set<String> expected = ReadClaims
                .claims(ImportSample.read(ImportFormat.GAF, false, ImportSample.file("sample.gaf")).triples());
        byte[] windows =
                ("\uFEFF" + ImportSample.text("sample.gaf").replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        Path zipped = Files.write(folder.resolve("sample.gaf.gz"), gzip(windows));
        assertEquals(expected, ReadClaims.claims(ImportSample.read(ImportFormat.GAF, false, zipped).triples()));
    }

    @Test
    void theSameFileGivesTheSameTriples() {
        Graph first = ImportSample.read(ImportFormat.GAF, false, ImportSample.file("sample.gaf")).triples();
        assertTrue(first.isIsomorphicWith(
                ImportSample.read(ImportFormat.GAF, false, ImportSample.file("sample.gaf")).triples()));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
