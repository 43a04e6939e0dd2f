package org.secretomegraph.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.bench.BenchmarkData.Cut;
import org.secretomegraph.bench.GeneratedChange.Case;
import org.secretomegraph.graph.BulkGraph;
import org.secretomegraph.graph.RdfSource;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.graph.store.StoreBootstrap;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.shacl.FullValidation;

/** All measurements on a graph of one size. */
final class BenchmarkRun implements AutoCloseable {
    private static final int KINDS = Case.values().length;
    private static final int PAIRS = 5;
    private static final int LOADS = 3;
    private static final List<Path> RULES =
            List.of(Path.of("ontology/rules/direct-links.rq"), Path.of("ontology/rules/disputed-links.rq"));

    private final long size;
    private final BenchmarkData material;
    private final Results results;
    private final int changes;
    private final int seconds;
    private final GeneratedClaims made;
    private Graph plain = Graph.emptyGraph;
    private Optional<GraphStore> memory;
    private int wrong;

    BenchmarkRun(long size, BenchmarkData material, Results results, int changes, int seconds) {
        this.size = size;
        this.material = material;
        this.results = results;
        this.changes = changes;
        this.seconds = seconds;
        this.made = new GeneratedClaims(material.ontology(), size);
        GraphStore store = GraphStore.memory(List.of(made), material.derivation());
        this.memory = Optional.of(store);
        results.say("graph of " + store.triples() + " triples, " + made.claims() + " claims");
    }

    /** For those who read it without a store, and before the store is forgotten. */
    void copy() {
        plain = GraphFactory.createDefaultGraph();
        memory.orElseThrow().read(dataset -> {
            dataset.find().forEachRemaining(quad -> plain.add(quad.asTriple()));
            return null;
        });
    }

    /** Verdicts that were not what the change was made for. */
    int wrongVerdicts() {
        return wrong;
    }

    void guard(String name) {
        for (Cut cut : Cut.values()) {
            guard("guard, " + name, cut, memory.orElseThrow());
        }
    }

    private void guard(String system, Cut cut, GraphStore store) {
        inTurn(List.of(new Pair(system, cut, store)));
    }

    /** Graphs of several sizes take turns too, so that they can be compared. */
    static void growth(List<BenchmarkRun> courses) {
        for (Cut cut : Cut.values()) {
            courses.get(0)
                    .inTurn(courses.stream()
                            .map(course -> course.new Pair("guard, memory", cut, course.memory.orElseThrow()))
                            .toList());
        }
    }

    private void inTurn(List<Pair> pairs) {
        settle();
        // Before it counts, the compiler has seen all of it.
        long warm = System.nanoTime() + seconds * 500_000_000L;
        long end = warm + seconds * 1_000_000_000L;
        int counted = 0;
        for (int i = 0; counted < changes && (counted < KINDS || System.nanoTime() < end); i++) {
            boolean counts = i >= 2 * KINDS && (i >= changes / 2 || System.nanoTime() > warm);
            counted += counts ? 1 : 0;
            for (Pair pair : pairs) {
                pair.make(i, counts);
            }
        }
    }

    /** Guarded and unguarded take turns, so that what else happens in the machine happens to both. */
    private final class Pair {
        private final String system;
        private final Cut cut;
        private final Contender unguarded;
        private final Contender guarded;

        Pair(String system, Cut cut, GraphStore store) {
            this.system = system;
            this.cut = cut;
            this.unguarded = new GuardContender.Unguarded(store);
            this.guarded = new GuardContender(new Guard(store, material.derivation(), material.rulebooks().get(cut)));
        }

        void make(int number, boolean counts) {
            GeneratedChange change = GeneratedChange.of(made, number);
            time(unguarded, change, true, counts, system.replace("guard", "unguarded"), cut);
            unguarded.commit(change.undone());
            time(guarded, change, !change.refused(), counts, system, cut);
            if (!change.refused() && !guarded.commit(change.undone())) {
                wrong++;
            }
        }
    }

    private void time(Contender who, GeneratedChange change, boolean expected, boolean counts, String system, Cut cut) {
        long begin = System.nanoTime();
        boolean accepted = who.commit(change);
        long took = System.nanoTime() - begin;
        if (accepted != expected) {
            wrong++;
            results.say("WRONG: " + system + " " + (accepted ? "accepted " : "refused ") + change);
        }
        if (counts) {
            results.add(size, cut, system, change.kind().name(), took);
            if (change.kind() != Case.CLAIM) {
                results.add(size, cut, system, Results.TEN, took);
            }
        }
    }

    /**
     * Ours is run more often than its peer: the gain of a second thread is smaller than what one run differs from
     * another.
     */
    void full(int runs) {
        for (Cut cut : List.of(Cut.ALL, Cut.ALL_CORE)) {
            Shapes shapes = material.rulebooks().get(cut).shapes();
            int all = Runtime.getRuntime().availableProcessors();
            for (int i = -1; i < runs; i++) {
                long found = full(cut, "full, jena-shacl", i, () -> ShaclValidator.get().validate(shapes, plain));
                for (int pair = 0; pair < PAIRS; pair++) {
                    long one = full(cut, "full, 1 thread", i, () -> FullValidation.of(shapes, plain, 1));
                    long many = full(cut, "full, " + all + " threads", i, () -> FullValidation.of(shapes, plain, all));
                    wrong += found == one && found == many ? 0 : 1;
                    full(cut, "full, " + all + " at once", i,
                            () -> atOnce(all, () -> FullValidation.of(shapes, plain, 1)));
                }
                results.say(cut + " whole graph: " + found + " findings");
            }
        }
    }

    /** The same work done apart by so many threads: what they lose beside one alone is lost to the machine. */
    private static ValidationReport atOnce(int threads, Supplier<ValidationReport> work) {
        try (ExecutorService apart = Executors.newFixedThreadPool(threads)) {
            return Stream.generate(() -> CompletableFuture.supplyAsync(work, apart)).limit(threads).toList().stream()
                    .map(CompletableFuture::join).reduce((one, other) -> other).orElseThrow();
        }
    }

    private long full(Cut cut, String system, int run, Supplier<ValidationReport> work) {
        settle();
        long begin = System.nanoTime();
        ValidationReport report = work.get();
        long took = System.nanoTime() - begin;
        if (run >= 0) {
            results.add(size, cut, system, "whole graph", took);
        }
        return report.getEntries().size();
    }

    /** The memory is needed for others. */
    void forgetStore() {
        memory.ifPresent(GraphStore::close);
        memory = Optional.empty();
    }

    void rdf4j() {
        for (Cut cut : List.of(Cut.SHARED, Cut.SHARED_CORE)) {
            settle();
            try (Contender rdf4j = new Rdf4jContender(plain, material.rulebooks().get(cut).shapes().getGraph())) {
                results.say("RDF4J has loaded");
                settle();
                long warm = System.nanoTime() + seconds * 500_000_000L;
                long end = warm + seconds * 1_000_000_000L;
                int counted = 0;
                // With queries a single change can take many seconds: a few must do then.
                for (int i = 0; counted < changes && (counted < 3 || System.nanoTime() < end); i++) {
                    boolean counts = i >= 2 * KINDS || i > 0 && System.nanoTime() > warm;
                    counted += counts ? 1 : 0;
                    GeneratedChange change = GeneratedChange.of(made, i);
                    time(rdf4j, change, !change.refused(), counts, "RDF4J", cut);
                    if (!change.refused() && !rdf4j.commit(change.undone())) {
                        wrong++;
                    }
                }
            }
        }
    }

    void tdb2() throws IOException {
        Path folder = Files.createTempDirectory("secretome-benchmark");
        StoreBootstrap beginning =
                new StoreBootstrap(List.of(made), material.derivation(), new StoreBootstrap.Origin(true, "made", ""),
                        results::say);
        try (GraphStore store = beginning.open(folder)) {
            results.say("TDB2 has loaded");
            guard("guard, TDB2", Cut.ALL, store);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    /**
     * Loading a file of all that is asserted: by Jena into its default graph, and as {@code serve --data} does it, with
     * direct links, entailments and the union. The CPU time of all threads is measured, the collector's included.
     */
    void load() throws IOException {
        DatasetGraph named = BulkGraph.dataset();
        made.addTo(named);
        Graph asserted = new BulkGraph();
        named.find().forEachRemaining(quad -> asserted.add(quad.asTriple()));
        Path file = Files.createTempFile("secretome-benchmark", ".nt");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                RDFDataMgr.write(out, asserted, Lang.NTRIPLES);
            }
            for (int run = 0; run < LOADS; run++) {
                load("load, Jena", () -> RDFDataMgr.read(GraphMemFactory.createDefaultGraph(), file.toString()));
                load("load, serve", () -> Snapshot.load(List.of(RdfSource.ofUser(file)), RULES));
            }
        } finally {
            Files.delete(file);
        }
    }

    private void load(String system, Runnable work) {
        settle();
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long begin = process.getProcessCpuTime();
        work.run();
        results.add(size, Cut.ALL, system, "file, CPU", process.getProcessCpuTime() - begin);
    }

    private static void settle() {
        System.gc();
    }

    @Override
    public void close() {
        forgetStore();
    }
}
