package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.curation.rdf.SheetWriter;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.io.ProgressListener;
import org.secretomegraph.report.Severity;

/**
 * From TSV to RDF and back, nothing is lost: the rows of each curated sheet come out of the graph as they went in.
 * {@code -Dbless} writes the sheets in their canonical form: values of a cell sorted, what one row says of a
 * publication
 * said in each row that cites it.
 */
class RoundTripTest {
    /** After the dates of all sheets. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2100-01-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Path SHEETS = Path.of("ontology/curation");
    private static final DatasetGraph GRAPH = BundledGraph.snapshot().dataset();

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> curatedSheetsComeBack() throws IOException {
        return sheets().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> comesBack(file)));
    }

    private static List<Path> sheets() throws IOException {
        try (Stream<Path> files = Files.list(SHEETS)) {
            List<Path> sheets = files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList();
            assertTrue(sheets.size() >= 7, sheets + ": are these all?");
            return sheets;
        }
    }

    private static void comesBack(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> head = lines.stream().takeWhile(line -> line.startsWith("#")).toList();
        List<String> rows = lines.subList(head.size() + 1, lines.size());
        Node graph = SheetLoader.graphOf(file);
        List<ClaimColumn> columns = Stream.of(lines.get(head.size()).split("\t"))
                .map(name -> ClaimColumn.named(name).orElseThrow()).toList();
        List<String> written = new SheetWriter(GRAPH.getGraph(graph), GRAPH.getDefaultGraph()).rows(columns);
        if (Boolean.getBoolean("bless")) {
            Files.writeString(file, String.join("\n", head) + "\n" + lines.get(head.size()) + "\n"
                    + String.join("\n", written) + "\n");
            return;
        }
        assertTrue(rows.size() > 10, file + " has only " + rows.size() + " rows");
        assertEquals(withoutEmptyEnds(rows), withoutEmptyEnds(written));
    }

    /** A row may end early when the cells behind its last one are empty. */
    private static String withoutEmptyEnds(List<String> rows) {
        return rows.stream().map(row -> row.replaceFirst("\t+$", "")).collect(Collectors.joining("\n"));
    }

    /** From the graph to a file and back: header, claims, publications and studies, over all sheets. */
    @TestFactory
    Stream<DynamicTest> aWrittenSheetWouldChangeNothing() throws IOException {
        SheetCuration claims =
                new SheetCuration(BundledGraph.services().target(Optional.empty(), Optional.empty(), true,
                        Severity.VIOLATION, ProgressListener.SILENT), CLOCK);
        return sheets().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            Node graph = SheetLoader.graphOf(file);
            Path copy = Files.writeString(folder.resolve(file.getFileName()), claims.sheet(graph).orElseThrow());
            CurationResult again = claims.dryRun(copy, graph);
            assertTrue(again.accepted(), () -> again.validation().findings().toString());
            assertTrue(again.changes().isNothing(), () -> again.changes().toString());
            assertEquals(claims.sheet(graph).orElseThrow(), Files.readString(copy));
        }));
    }

    @Test
    void aWrittenSheetIsReadAgain() throws IOException {
        Path file = SHEETS.resolve("encyclopedia.tsv");
        Node graph = SheetLoader.graphOf(file);
        Graph claims = GRAPH.getGraph(graph);
        String sheet = new SheetWriter(claims, GRAPH.getDefaultGraph()).sheet(graph);
        Path copy = Files.writeString(folder.resolve("encyclopedia.tsv"), sheet);
        Graph again = SheetLoader.read(copy, GRAPH, CLOCK).triples();
        List<String> rows = new SheetWriter(again, GRAPH.getDefaultGraph()).rows();
        assertEquals(new SheetWriter(claims, GRAPH.getDefaultGraph()).rows(), rows);
    }

    @Test
    void cellsThatNeedQuotationMarksComeBack() throws IOException {
        CleanSheet sheet = new CleanSheet(2).set(CleanSheet.FIRST_ROW, "note", "\"\"\"Quoted\"\" at the beginning\"")
                .set(CleanSheet.FIRST_ROW + 1, "note", "a \"word\" within");
        Path file = sheet.write(folder.resolve("quoted.tsv"));
        assertEquals(List.of(), CleanSheet.findings(file));
        Graph claims = SheetLoader.read(file, GRAPH, CLOCK).triples();
        String written = String.join("\n", new SheetWriter(claims, GRAPH.getDefaultGraph()).rows());
        assertEquals(sheet.text(), sheet.text().substring(0, sheet.text().indexOf("clean-01")) + written + "\n");
    }
}
