package org.secretomegraph.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.Proof;
import org.secretomegraph.bench.BenchmarkData.Cut;
import org.secretomegraph.bench.GeneratedChange.Case;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.shacl.FullValidation;

/**
 * The benchmark measures what it says: its graphs are valid, its changes are what they are called, both sides agree.
 */
@Proof
class BenchmarkTest {
    private static final int CHANGES = 12;

    @TempDir
    private Path folder;

    @Test
    void guardAndRdf4jAgreeOnTheSameChanges() throws IOException {
        BenchmarkData material = BenchmarkData.open(folder);
        GeneratedClaims made = new GeneratedClaims(material.ontology(), 3_000);
        try (GraphStore store = GraphStore.memory(List.of(made), material.derivation());
                Contender rdf4j = new Rdf4jContender(plain(store), shapes(material, Cut.SHARED_CORE).getGraph())) {
            Contender guard = new GuardContender(new Guard(store, material.derivation(),
                    material.rulebooks().get(Cut.SHARED_CORE)));
            Contender whole =
                    new GuardContender(new Guard(store, material.derivation(), material.rulebooks().get(Cut.ALL)));
            Map<Case, Integer> seen = new TreeMap<>();
            for (int i = 0; i < CHANGES; i++) {
                GeneratedChange change = GeneratedChange.of(made, i);
                seen.merge(change.kind(), 1, Integer::sum);
                int triples = change.added().size() + change.removed().size();
                assertEquals(change.kind() == Case.CLAIM ? 27 : 10, triples, change::toString);
                for (Contender one : List.of(guard, whole, rdf4j)) {
                    assertEquals(!change.refused(), one.commit(change), () -> one + " " + change);
                    assertTrue(change.refused() || one.commit(change.undone()), () -> one + " undoing " + change);
                }
            }
            assertEquals(Case.values().length, seen.size());
            assertEquals(List.of(), violations(material, store), "after all changes were taken back");
        }
    }

    @Test
    void aGraphOfAnySizeIsValid() throws IOException {
        BenchmarkData material = BenchmarkData.open(folder);
        for (int triples : new int[] {3_000, 12_000}) {
            GeneratedClaims made = new GeneratedClaims(material.ontology(), triples);
            try (GraphStore store = GraphStore.memory(List.of(made), material.derivation())) {
                assertEquals(List.of(), violations(material, store));
                assertEquals(triples, plain(store).size(), triples / 2.0);
            }
        }
    }

    @Test
    void rdf4jUnderstandsMostShapes() throws IOException {
        BenchmarkData material = BenchmarkData.open(folder);
        assertTrue(shapes(material, Cut.SHARED).getTargetShapes().size() >= 35);
        assertTrue(shapes(material, Cut.SHARED_CORE).getTargetShapes().size() >= 25);
        assertTrue(shapes(material, Cut.ALL_CORE).getTargetShapes().size() >= 40);
    }

    @Test
    void itRunsAndWritesItsTable() throws Exception {
        new picocli.CommandLine(new Benchmark()).execute("--sizes", "3000", "--changes", "6", "--seconds", "1",
                "--full-runs",
                "1", "--out", folder.toString(), "--only", "guard,full");
        List<String> rows = Files.readAllLines(folder.resolve("benchmark.tsv"));
        // Seven cases, guarded and not, by four cuts of the shapes; four full validations by two.
        assertEquals(1 + 7 * 2 * 4 + 4 * 2, rows.size(), () -> String.join("\n", rows));
        assertTrue(Files.readString(folder.resolve("benchmark.json")).contains("\"median\""));
    }

    private static Shapes shapes(BenchmarkData material, Cut cut) {
        return material.rulebooks().get(cut).shapes();
    }

    private static List<ReportEntry> violations(BenchmarkData material, GraphStore store) {
        return FullValidation.of(shapes(material, Cut.ALL), plain(store)).getEntries().stream()
                .filter(e -> e.severity().equals(Severity.Violation)).toList();
    }

    private static Graph plain(GraphStore store) {
        Graph plain = GraphFactory.createDefaultGraph();
        store.read(dataset -> {
            dataset.find().forEachRemaining(quad -> plain.add(quad.asTriple()));
            return null;
        });
        return plain;
    }
}
