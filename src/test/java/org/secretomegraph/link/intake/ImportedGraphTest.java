package org.secretomegraph.link.intake;

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
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.guard.Validation;
import org.secretomegraph.link.source.DataFile;
import org.secretomegraph.link.source.Progress;
import org.secretomegraph.vocab.Terms;

/**
 * What holds of every imported graph: it passes the shapes, says where it comes from,
 * and is the same for the same file.
 */
class ImportedGraphTest {
    @TempDir
    private Path folder;

    @Test
    void importedClaimsPassTheShapes() {
        List<Sample> samples = List.of(Sample.read(ImportFormat.GAF, false, Sample.file("sample.gaf")),
                Sample.read(ImportFormat.GPAD, false, Sample.file("sample.gpad")),
                Sample.read(ImportFormat.VESICLEPEDIA, false, ReadClaims.vesiclepedia()),
                Sample.read(ImportFormat.CLINICALTRIALS, false, Sample.file("trials-page.json")));
        samples.forEach(sample -> assertEquals(List.of(), ReadClaims.judged(sample).findings().stream()
                .filter(f -> f.severity() == Severity.VIOLATION).toList()));
    }

    /** Publications that a file names by their identifiers alone gave two warnings each, which named columns of a claim sheet. */
    @Test
    void whatAnImportCannotKnowIsNotAskedFor() {
        assertEquals(List.of(), ReadClaims.judged(Sample.read(ImportFormat.GAF, true, Sample.file("sample.gaf"))).findings()
                .stream().filter(f -> f.ruleName().startsWith("Publication-")).toList());
    }

    /** Over an empty graph no term is known. */
    @Test
    void aFindingOfTheShapesLeadsBackToTheCell() {
        Sample gaf = Sample.read(ImportFormat.GAF, false, Sample.file("sample.gaf"));
        Judgement judged = new Validation(BundledGraph.wiring().rulebook()).judge(GraphFactory.createDefaultGraph(),
                List.of(ReadIntake.of(gaf.intake(), Long.MAX_VALUE).proposed().orElseThrow()));
        Finding term = judged.findings().stream().filter(f -> f.ruleName().equals("Claim-objectKnown")).findFirst()
                .orElseThrow();
        assertEquals(7, term.place().line());
    }

    @Test
    void theGraphSaysWhereItComesFrom() {
        Path file = Sample.file("sample.gaf");
        Sample gaf = Sample.read(ImportFormat.GAF, false, file);
        assertEquals("https://w3id.org/scso/graph/imported/gaf/sample", gaf.intake().graph().getURI());
        Graph triples = gaf.triples();
        assertTrue(ReadClaims.values(triples, Terms.description).containsAll(Set.of("gaf-version: 2.2", "generated-by: GOC",
                "date-generated: 2026-01-28T11:00", "Imported from a file of another database; not curated by us.")));
        assertEquals(Set.of("sha256:" + DataFile.of(file, Progress.SILENT).checksum()), ReadClaims.values(triples, Terms.identifier));
        assertEquals(Set.of("https://creativecommons.org/licenses/by/4.0/"), ReadClaims.values(triples, Terms.license));
        assertEquals(Set.of("2026-11-23T12:00:00Z"), ReadClaims.values(triples, Terms.endedAtTime));
        assertEquals(1, triples.find(gaf.intake().graph(), Terms.wasGeneratedBy, Node.ANY).toList().size());
    }

    @Test
    void gzipAndWindowsLineEndsChangeNothing() throws IOException {
        Set<String> expected = ReadClaims.claims(Sample.read(ImportFormat.GAF, false, Sample.file("sample.gaf")).triples());
        byte[] windows = ("\uFEFF" + Sample.text("sample.gaf").replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        Path zipped = Files.write(folder.resolve("sample.gaf.gz"), gzip(windows));
        assertEquals(expected, ReadClaims.claims(Sample.read(ImportFormat.GAF, false, zipped).triples()));
    }

    @Test
    void theSameFileGivesTheSameTriples() {
        Graph first = Sample.read(ImportFormat.GAF, false, Sample.file("sample.gaf")).triples();
        assertTrue(first.isIsomorphicWith(Sample.read(ImportFormat.GAF, false, Sample.file("sample.gaf")).triples()));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
