package org.secretomegraph.link.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.guard.Severity;

/**
 * A file is read as a stream. The ordinary run reads a few megabytes; larger ones are read by
 *
 * <pre>mvn test -Dtest=LargeImportTest -Dimport.megabytes=100 -DargLine=-Xmx1g</pre>
 *
 * <p>One row in a hundred is about a gene that the graph knows. Of the others nothing is kept but their number, so that
 * memory grows with what is taken and not with the file; with --all each row leaves a digest, and goes on to the RDF file.
 */
class LargeImportTest {
    private static final long SIZE = Long.getLong("import.megabytes", 3) * 1_000_000;
    private static final String ROW =
            "UniProtKB\t%s\t%s\tinvolved_in\tGO:0001525\tPMID:%d\tIDA\t\tP\tA made-up protein with a name"
            + " of ordinary length\tMADEUP|ALIAS-1|ALIAS-2\tprotein\ttaxon:9606\t20200101\tUniProt\t\t\n";

    @TempDir
    private Path folder;

    @Test
    void readsALargeAnnotationFileAsAStream() throws IOException {
        Path file = folder.resolve("large.gaf");
        long rows = write(file);
        Intake intake = Sample.intakes(ImportFormat.GAF, false, file).get(0);
        long[] triples = new long[1];
        Intake.Reading reading = intake.read(t -> triples[0]++);
        assertEquals(rows, reading.rows());
        assertEquals((rows + 99) / 100, reading.claims());
        assertTrue(triples[0] > 15 * reading.claims(), () -> triples[0] + " triples");
        assertEquals("rows left out about genes and products that the graph does not know: " + (rows - reading.claims()),
                reading.findings().get(0).problem());
    }

    @Test
    void writesAllOfALargeAnnotationFileAsAStream() throws IOException {
        Path file = folder.resolve("large.gaf");
        long rows = write(file);
        Path out = folder.resolve("large.nt");
        IntakeOutcome outcome = new IntakeFile(out, Severity.VIOLATION)
                .write(List.of(Sample.intakes(ImportFormat.GAF, true, file).get(0)), false);
        assertTrue(outcome.accepted());
        assertEquals(rows, outcome.reading().claims());
        try (var lines = Files.lines(out)) {
            assertEquals(outcome.triples(), lines.count());
        }
    }

    private static long write(Path file) throws IOException {
        long written = 0;
        long row = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("!gaf-version: 2.2\n!generated-by: GOC\n!date-generated: 2026-01-28\n");
            while (written < SIZE) {
                boolean known = row % 100 == 0;
                String text = ROW.formatted(known ? "P14210" : "A0A" + row, known ? "HGF" : "MADEUP" + row, row + 1);
                out.write(text);
                written += text.length();
                row++;
            }
        }
        return row;
    }
}
