package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.FilledStore;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Severity;
import org.secretomegraph.server.SecretomeServer;
import org.secretomegraph.server.ServedDataset;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.server.write.WriteSettings;
import org.secretomegraph.target.remote.RemoteGraphStore;
import org.secretomegraph.vocab.Scso;

/** The roads of {@code secretome link import}: a store, a server, an RDF file, and a trial. */
class LinkImportCommandTest {
    private static final String SAMPLES = "src/test/resources/import/";
    private static final Node GRAPH = NamedGraphs.imported("gaf", "sample");

    @TempDir
    private Path folder;

    @Test
    void aTrialChangesNothingAndSaysWhatWouldBe() {
        CommandRun run = run("--format", "gaf", SAMPLES + "sample.gaf", "--dry-run");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().endsWith("sample.gaf: good, it would make 5 claims of 9 rows, "
                + run.out().replaceFirst("(?s)^.*rows, ", "")), run.out());
        assertTrue(run.out().contains("[Import-subject]"), run.out());
    }

    @Test
    void withoutAStoreNothingCanBeImported() {
        CommandRun run = run("--format", "gaf", SAMPLES + "sample.gaf");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("--into"), run.err());
        assertEquals(2, run("--format", "gaf", SAMPLES + "sample.gaf", "--into", "tdb2:x", "--out", "x.ttl").code());
        assertEquals(2, run("--format", "gaf", SAMPLES + "sample.gaf", "--out", "x.doc").code());
        assertEquals(2, run("--format", "gaf", SAMPLES + "sample.gaf", "--dry-run", "--source", "here").code());
    }

    /**
     * A file is one change: what it says replaces what its graph held, and a refused one leaves the store as it was.
     */
    @Test
    void aStoreTakesAFileWholeOrNotAtAll() throws IOException {
        String into = "tdb2:" + FilledStore.copyTo(folder.resolve("db"));
        Path file = Files.copy(Path.of(SAMPLES + "sample.gaf"), folder.resolve("sample.gaf"));
        assertEquals(0, run("--format", "gaf", file.toString(), "--into", into).code());
        Graph first = stored(folder.resolve("db"));
        assertEquals(5, claims(first));

        Files.writeString(file, Files.readString(file).replace("NAS", "X"));
        CommandRun refused = run("--format", "gaf", file.toString(), "--into", into);
        assertEquals(1, refused.code());
        assertTrue(refused.out().contains("sample.gaf:7:G Evidence Code: violation"), refused.out());
        assertTrue(refused.out().contains("refused, nothing was changed"), refused.out());
        assertTrue(first.isIsomorphicWith(stored(folder.resolve("db"))));

        Files.writeString(file,
                Files.readString(file).lines().filter(l -> !l.contains("\tX\t")).reduce("", (a, b) -> a + b + "\n"));
        assertEquals(0, run("--format", "gaf", file.toString(), "--into", into).code());
        assertEquals(4, claims(stored(folder.resolve("db"))));
    }

    @Test
    void aServerTakesAFileAndHasTheLastWord() {
        var snapshot = BundledGraph.snapshot().dataset();
        Materializer derivation = new Materializer(List.of());
        GraphStore store = GraphStore.memory(
                List.of(dataset -> snapshot.listGraphNodes().forEachRemaining(name -> snapshot.getGraph(name)
                        .find()
                        .forEachRemaining(t -> dataset.add(name, t.getSubject(), t.getPredicate(), t.getObject())))),
                derivation);
        Guard guard = new Guard(store, derivation, BundledGraph.services().shapes(), Severity.VIOLATION);
        try (SecretomeServer server = SecretomeServer.start(ServerSettings.local().withTimeout(Duration.ofSeconds(60)),
                ServedDataset.writable(store, new WriteSettings(guard, Severity.VIOLATION, Optional.empty())),
                BundledGraph::catalogue)) {
            CommandRun run = run("--format", "clinicaltrials", SAMPLES + "trials-page.json", "--into", server.url());
            assertEquals(0, run.code(), run.out() + run.err());
            Graph there = new RemoteGraphStore(RemoteGraphStore.graphStoreOf(server.url()), Optional.empty())
                    .get(NamedGraphs.imported("clinicaltrials", "trials-page")).graph();
            assertEquals(2, claims(there));
            assertEquals(1, run("--format", "clinicaltrials", SAMPLES + "trials-page.json", "--into", server.url(),
                    "--fail-on", "warning").code());
            sendsALargeFileWholeOrNotAtAll(
                    new RemoteGraphStore(RemoteGraphStore.graphStoreOf(server.url()), Optional.empty()));
        } finally {
            store.close();
        }
    }

    /** What is sent as it is read ends with the last row, or the server takes nothing. */
    private static void sendsALargeFileWholeOrNotAtAll(RemoteGraphStore served) {
        Consumer<Consumer<Triple>> rows = out -> {
            for (int i = 0; i < 20_000; i++) {
                out.accept(Triple.create(Scso.term("x/" + i), RDFS.comment.asNode(),
                        NodeFactory.createLiteralString("row")));
            }
        };
        assertThrows(InvalidInputException.class, () -> served.put(GRAPH, rows.andThen(out -> {
            throw new InvalidInputException("the file changed while it was read");
        })));
        assertFalse(served.get(GRAPH).exists());
        assertTrue(served.put(GRAPH, rows).isEmpty());
        assertEquals(20_000, served.get(GRAPH).graph().size());
    }

    @Test
    void anRdfFileIsWrittenWholeOrNotAtAll() throws IOException {
        Path out = folder.resolve("annotations.trig");
        assertEquals(0, run("--format", "gaf", SAMPLES + "sample.gaf", "--out", out.toString()).code());
        Dataset written = RDFDataMgr.loadDataset(out.toString());
        assertEquals(5, claims(written.asDatasetGraph().getGraph(GRAPH)));
        String before = Files.readString(out);
        Path bad = Files.writeString(folder.resolve("bad.gaf"), Files.readString(Path.of(SAMPLES + "sample.gaf"))
                .replace("20200109", "never"));
        assertEquals(1, run("--format", "gaf", bad.toString(), "--out", out.toString()).code());
        assertEquals(before, Files.readString(out));
        try (Stream<Path> there = Files.list(folder)) {
            assertEquals(2, there.count());
        }
    }

    @Test
    void theTermsThatAreMissingCanBeListedForExtract() throws IOException {
        Path list = folder.resolve("missing.txt");
        assertEquals(0,
                run("--format", "gaf", SAMPLES + "sample.gaf", "--dry-run", "--missing", list.toString()).code());
        assertEquals("GO:9999999\n", Files.readString(list));
    }

    @Test
    void findingsForProgramsAreWhole() {
        CommandRun run = run("--format", "gaf", SAMPLES + "sample.gaf", "--dry-run", "--report", "json");
        assertTrue(run.out().strip().startsWith("{"), run.out());
        assertTrue(run.err().contains("good, it would make 5 claims"), run.err());
        CommandRun text = run("--format", "gaf", SAMPLES + "sample.gaf", "--dry-run", "--report", "text");
        assertFalse(text.err().contains("Exception"), text.err());
    }

    private static long claims(Graph graph) {
        return graph.find(Node.ANY, Scso.finding, Node.ANY).toList().size();
    }

    private static Graph stored(Path db) {
        GraphStore store = GraphStore.tdb2(db);
        try {
            return store.read(dataset -> {
                Graph copy = GraphFactory.createDefaultGraph();
                dataset.getGraph(GRAPH).find().forEachRemaining(copy::add);
                return copy;
            });
        } finally {
            store.close();
        }
    }

    private static CommandRun run(String... args) {
        return CommandRun.run(Stream.concat(Stream.of("link", "import"), Stream.of(args)).toArray(String[]::new));
    }
}
