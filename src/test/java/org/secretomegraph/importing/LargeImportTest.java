package org.secretomegraph.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.Scale;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.importing.record.BufferedImport;
import org.secretomegraph.importing.record.ImportFormat;
import org.secretomegraph.importing.record.ImportResult;
import org.secretomegraph.importing.record.Importer;
import org.secretomegraph.report.Severity;
import org.secretomegraph.target.LocalTarget;

/**
 * A file is read as a stream: one of a megabyte in the daily run, one of 100 in the proof. That this fits into 1 GB is
 * shown
 * by
 *
 * <pre>mvn test -Pproof -Dtest=LargeImportTest -DargLine=-Xmx1g</pre>
 *
 * <p>One row in a hundred is about a gene that the graph knows. Of the others nothing is kept but their number, so that
 * memory grows with what is taken and not with the file; with --all each row leaves a digest, and goes on to the RDF
 * file.
 */
class LargeImportTest {
    private static final long SIZE = Scale.of(1, 100) * 1_000_000L;
    private static final String ROW =
            "UniProtKB\t%s\t%s\tinvolved_in\tGO:0001525\tPMID:%d\tIDA\t\tP\tA made-up protein with a name"
                    + " of ordinary length\tMADEUP|ALIAS-1|ALIAS-2\tprotein\ttaxon:9606\t20200101\tUniProt\t\t\n";

    @TempDir
    private Path folder;

    @Test
    void readsALargeAnnotationFileAsAStream() throws IOException {
        Path file = folder.resolve("large.gaf");
        long rows = write(file);
        Importer importer = ImportSample.importers(ImportFormat.GAF, false, file).get(0);
        long[] triples = new long[1];
        Importer.Reading reading = importer.read(t -> triples[0]++);
        assertEquals(rows, reading.rows());
        assertEquals((rows + 99) / 100, reading.claims());
        assertTrue(triples[0] > 15 * reading.claims(), () -> triples[0] + " triples");
        assertEquals(
                "rows left out about genes and products that the graph does not know: " + (rows - reading.claims()),
                reading.findings().get(0).problem());
    }

    @Test
    void writesAllOfALargeAnnotationFileAsAStream() throws IOException {
        Path file = folder.resolve("large.gaf");
        long rows = write(file);
        Path out = folder.resolve("large.nt");
        ImportResult outcome = new RdfFileTarget(out, Severity.VIOLATION)
                .write(List.of(ImportSample.importers(ImportFormat.GAF, true, file).get(0)), false);
        assertTrue(outcome.accepted());
        assertEquals(rows, outcome.reading().claims());
        try (var lines = Files.lines(out)) {
            assertEquals(outcome.triples(), lines.count());
        }
    }

    /**
     * A file went into memory as a whole, several times over, before a store took it. Now it goes into the store's
     * transaction as it is read, and what it changes to the disk; here a memory of two hundred quads stands for one
     * that is too small. A fault in the last of its rows undoes all of it.
     */
    @Test
    void aStoreTakesAFileThatIsLargerThanItsMemoryWholeOrNotAtAll() throws IOException {
        Path file = folder.resolve("large.gaf");
        long rows = write(file, 60_000);
        var bundled = BundledGraph.snapshot().dataset();
        Materializer derivation = new Materializer(List.of());
        try (GraphStore store =
                GraphStore.memory(List.of(to -> bundled.find().forEachRemaining(to::add)), derivation)
                        .spillingAfter(200)) {
            List<String> steps = new ArrayList<>();
            Guard guard = new Guard(store, derivation, BundledGraph.services().shapes())
                    .withProgress((step, done) -> steps.add(step));
            ImportRun into = new ImportRun(new LocalTarget(store, guard, Severity.VIOLATION));
            ImportResult outcome = into.write(ImportSample.importers(ImportFormat.GAF, true, file).get(0));
            assertTrue(outcome.accepted(), () -> outcome.validation().findings().toString());
            assertEquals(rows, outcome.reading().claims());
            long triples = store.triples();
            String state = store.versions().ofAll();
            assertTrue(steps.contains("triples written"), "progress is told");
            assertTrue(triples > outcome.triples());

            Files.writeString(file, ROW.formatted("P14210", "HGF", 1).replace("IDA", "XXX"), StandardOpenOption.APPEND);
            ImportResult refused = into.write(ImportSample.importers(ImportFormat.GAF, true, file).get(0));
            assertEquals(List.of(false, rows + 4), List.of(refused.accepted(),
                    refused.validation().findings().get(refused.validation().findings().size() - 1).place().line()));
            assertEquals(List.of(triples, state), List.of(store.triples(), store.versions().ofAll()));

            assertTrue(into.write(ImportSample.importers(ImportFormat.GAF, true, mended(file)).get(0)).accepted());
            assertEquals(triples, store.triples(), "the same file again changes nothing");
        }
    }

    private static Path mended(Path file) throws IOException {
        return Files.writeString(file, Files.readString(file).replaceFirst("[^\n]*XXX[^\n]*\n", ""));
    }

    @Test
    void whatIsTooLargeToBeJudgedInMemoryIsNotHeld() throws IOException {
        Path file = folder.resolve("large.gaf");
        write(file, 60_000);
        BufferedImport read = BufferedImport.of(ImportSample.importers(ImportFormat.GAF, true, file).get(0), 100);
        assertTrue(read.triples().isEmpty());
        assertTrue(read.counted().triples() > 1_000);
    }

    private static long write(Path file) throws IOException {
        return write(file, SIZE);
    }

    private static long write(Path file, long size) throws IOException {
        long written = 0;
        long row = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("!gaf-version: 2.2\n!generated-by: GOC\n!date-generated: 2026-01-28\n");
            while (written < size) {
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
