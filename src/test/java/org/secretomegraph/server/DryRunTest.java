package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.curation.CurationResult;
import org.secretomegraph.curation.SheetCuration;
import org.secretomegraph.curation.SheetLoader;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.server.write.WriteSettings;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.target.BundledTarget;
import org.secretomegraph.target.RemoteTarget;
import org.secretomegraph.target.remote.RemoteGraphStore;

/**
 * A curator asks a running server what a sheet would change there: it answers by what it holds, and changes nothing.
 */
class DryRunTest {
    private static final Path CURATED = Path.of("ontology/curation/encyclopedia.tsv");

    @TempDir
    Path folder;

    @Test
    void theServerIsAskedAndChangesNothing() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(CURATED));
        Path sheet = folder.resolve("encyclopedia.tsv");
        Files.write(sheet, lines);
        Node graph = SheetLoader.graphOf(sheet);
        try (LiveStore live = LiveStore.start(LiveStore.filled())) {
            SheetCuration claims = claims(live);
            CurationResult first = claims.dryRun(sheet, graph);
            assertTrue(first.accepted(), first.validation().findings().toString());
            assertTrue(first.changes().changed().isEmpty() && first.changes().removed().isEmpty());
            assertFalse(live.store().<Boolean>read(d -> d.containsGraph(graph)));

            assertEquals(first.changes(), claims.write(sheet, graph).changes());
            LiveStore.Content written = live.content();
            assertTrue(claims.dryRun(sheet, graph).changes().isNothing());
            String removed = lines.remove(lines.size() - 1).replaceFirst("\t.*", "");
            Files.write(sheet, lines);
            CurationResult less = claims.dryRun(sheet, graph);
            assertEquals(List.of(removed), less.changes().removed());
            assertEquals(List.of(), less.changes().added());
            assertEquals(written, live.content());
        }
    }

    /** The server's shapes may ask for more than those that travel with the program. */
    @Test
    void whatOnlyTheServerRefusesIsToldAtTheRow() throws IOException {
        Path shapes = Files.writeString(folder.resolve("own.ttl"), """
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX scso: <https://w3id.org/scso/>
                PREFIX : <http://example.org/>
                :Dosed a sh:NodeShape ; sh:targetSubjectsOf scso:finding ; sh:property :dose .
                :dose a sh:PropertyShape ; sh:path scso:regimen ; sh:minCount 1 ; sh:severity sh:Violation ;
                    sh:message "Give the regimen." .
                """);
        GraphStore store = LiveStore.filled();
        Guard guard = new Guard(store, new Materializer(List.of()), ShapeLibrary.read(List.of(shapes)));
        SecretomeServer server = SecretomeServer.start(ServerSettings.local(), ServedDataset.writable(store,
                new WriteSettings(guard, Severity.VIOLATION, Optional.empty())), () -> Catalogue.read(List.of()));
        try (LiveStore live = LiveStore.of(store, server)) {
            LiveStore.Content before = live.content();
            CurationResult asked = claims(live).dryRun(CURATED, SheetLoader.graphOf(CURATED));
            assertFalse(asked.accepted());
            List<Finding> told =
                    asked.validation().findings().stream().filter(f -> f.ruleName().equals("dose")).toList();
            assertFalse(told.isEmpty());
            assertTrue(
                    told.stream().allMatch(f -> f.place().line() > 1 && f.place().file().equals(CURATED.toString())));
            assertFalse(asked.changes().added().isEmpty());
            assertEquals(before, live.content());
        }
    }

    /** The server may hold an ontology that does not travel with the program, or a newer one. */
    @Test
    void termsAreThoseThatTheServerKnows() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(CURATED));
        int row = (int) lines.stream().takeWhile(line -> !line.contains("\tGO:0001525\tangiogenesis\t")).count();
        Path sheet = folder.resolve("encyclopedia.tsv");
        lines.set(row,
                lines.get(row).replace("\tGO:0001525\tangiogenesis\t", "\tGO:9999999\tmade-up growth of vessels\t"));
        Files.write(sheet, lines);
        GraphStore store = LiveStore.filled();
        try (LiveStore live = LiveStore.start(store)) {
            CurationResult unknown = claims(live).dryRun(sheet, SheetLoader.graphOf(sheet));
            assertEquals(List.of("Sheet-term"),
                    unknown.validation().findings().stream().filter(f -> f.severity() == Severity.VIOLATION)
                            .map(Finding::ruleName).toList());
            String term = "<http://purl.obolibrary.org/obo/GO_9999999>";
            String known = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> " + term
                    + " rdfs:label \"made-up growth of vessels\" ; rdfs:subClassOf <http://purl.obolibrary.org/obo/GO_0001525> .";
            assertEquals(201, live.send("PUT", "/secretome/data?graph=http://example.org/newer", "text/turtle", known)
                    .statusCode());
            CurationResult curated = claims(live).dryRun(sheet, SheetLoader.graphOf(sheet));
            assertTrue(curated.accepted(), curated.validation().findings().toString());
            live.send("POST", "/secretome/data?graph=http://example.org/newer", "text/turtle", term
                    + " <http://www.w3.org/2002/07/owl#deprecated> true .");
            List<Finding> told = claims(live).dryRun(sheet, SheetLoader.graphOf(sheet)).validation().findings();
            assertEquals(List.of("Sheet-obsolete"),
                    told.stream().map(Finding::ruleName).filter(r -> r.startsWith("Sheet-")).toList());
        }
    }

    private static SheetCuration claims(LiveStore live) {
        RemoteGraphStore graphs =
                new RemoteGraphStore(RemoteGraphStore.graphStoreOf("http://localhost:" + live.http().server().port()),
                        Optional.empty());
        BundledTarget bundled = new BundledTarget(BundledGraph.snapshot(),
                new Validator(BundledGraph.services().shapes()), Severity.VIOLATION, () -> {
                    throw new AssertionError("no data here is large");
                });
        return new SheetCuration(new RemoteTarget(graphs, bundled), Clock.systemUTC());
    }
}
