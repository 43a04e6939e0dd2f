package org.secretomegraph;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secretomegraph.app.ServerAssembly;
import org.secretomegraph.app.TargetResolver;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.catalogue.QuestionGraph;
import org.secretomegraph.cli.HttpOptions;
import org.secretomegraph.cli.RunningServer;
import org.secretomegraph.cli.SecretomeCommand;
import org.secretomegraph.cli.Services;
import org.secretomegraph.cli.StoreOptions;
import org.secretomegraph.curation.ClaimSheetSource;
import org.secretomegraph.curation.ClaimTarget;
import org.secretomegraph.curation.ComponentSheetSource;
import org.secretomegraph.curation.SheetLoader;
import org.secretomegraph.curation.ValidationBatch;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.MetadataGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.RdfSource;
import org.secretomegraph.graph.Source;
import org.secretomegraph.graph.describe.VoidDescription;
import org.secretomegraph.graph.federation.Federation;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.graph.store.StoreBootstrap;
import org.secretomegraph.importing.ImportTarget;
import org.secretomegraph.io.BundledFiles;
import org.secretomegraph.io.Checksum;
import org.secretomegraph.io.ProgressListener;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.linking.check.CheckedFile;
import org.secretomegraph.linking.sssom.MappingSetSource;
import org.secretomegraph.report.Severity;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.shacl.ShapeLibrary;

/** Wiring only: which sources make the graph, and which commands get it. */
public final class Main {
    private static final int FAILED = 2;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command line and returns its exit code. */
    public static int run(String... args) {
        try (BundledFiles bundle = BundledFiles.open()) {
            return SecretomeCommand.commandLine(wiring(bundle)).execute(args);
        } catch (VirtualMachineError e) {
            System.err.println("secretome: " + told(e));
            return FAILED;
        }
    }

    /**
     * What the machine lacked, in one line. The files of a store are mapped memory: a full disk shows as a fault of it.
     */
    private static String told(VirtualMachineError e) {
        return e instanceof InternalError ? "a file of the store cannot be read or written; is the disk full?"
                : "the memory did not suffice; give the program more with java -Xmx (" + e.getMessage() + ")";
    }

    /** The commands' view of the folders that travel with the program. */
    static Services wiring(BundledFiles bundle) {
        return new BundledWiring(bundle, Clock.systemDefaultZone(), new AtomicReference<>());
    }

    private record BundledWiring(BundledFiles bundle, Clock clock, AtomicReference<Snapshot> loaded)
            implements Services {
        /** Loaded when it is first asked for, and once: it does not change. */
        @Override
        public synchronized Snapshot bundledGraph() {
            if (loaded.get() == null) {
                loaded.set(Snapshot.load(sources(), rules(), descriptions()));
            }
            return loaded.get();
        }

        private List<Source> sources() {
            List<Source> sources = new ArrayList<>();
            sources.add(new RdfSource(bundle.file("ontology/scso.ttl"), NamedGraphs.ONTOLOGY));
            sources.add(new ComponentSheetSource(bundle.file("ontology/components.tsv")));
            bundle.files("ontology/imports", ".ttl")
                    .forEach(f -> sources.add(new RdfSource(f, NamedGraphs.importOf(stem(f)))));
            bundle.files("ontology/curation", ".tsv").forEach(f -> sources.add(new ClaimSheetSource(f)));
            bundle.files("ontology/mappings", ".sssom.tsv").forEach(f -> sources.add(new MappingSetSource(f)));
            return sources;
        }

        /** How a durable store begins: with the user's own files, or without such with the graph that travels along. */
        private StoreBootstrap beginning(List<Path> own) {
            List<Path> content = own.isEmpty() ? Stream.of("ttl", "tsv")
                    .flatMap(suffix -> bundle.files("ontology", "." + suffix).stream()).toList() : own;
            return new StoreBootstrap(own.isEmpty() ? sources() : sourcesOf(own), new Materializer(rules()),
                    new StoreBootstrap.Origin(!own.isEmpty(), Checksum.of(content), Checksum.of(shapes())),
                    note -> System.err.println("secretome: " + note));
        }

        @Override
        public Snapshot graphOf(List<Path> files) {
            return Snapshot.load(sourcesOf(files), rules(), descriptions());
        }

        private List<MetadataGraph> descriptions() {
            return List.of(new QuestionGraph(this::catalogue), new VoidDescription());
        }

        private static List<Source> sourcesOf(List<Path> files) {
            return files.stream().<Source>map(RdfSource::ofUser).toList();
        }

        @Override
        public ShapeLibrary rulebook() {
            return ShapeLibrary.read(shapes());
        }

        private List<Path> shapes() {
            return bundle.files("shapes", ".ttl").stream().filter(file -> file.getParent().endsWith("shapes")).toList();
        }

        @Override
        public List<CandidateData> proposed(List<Path> files, Snapshot bundled,
                Function<SyntaxException, CandidateData> unread) {
            Map<Path, CandidateData> all = new LinkedHashMap<>();
            Map<Boolean, List<Path>> kinds = files.stream().distinct()
                    .collect(Collectors.partitioningBy(SheetLoader::isSheet));
            List<Path> sheets = kinds.get(true);
            kinds.get(false).forEach(file -> all.put(file, rdf(file, unread)));
            ValidationBatch together = new ValidationBatch(bundled.dataset(), List.copyOf(all.values()), sheets, clock);
            sheets.forEach(file -> all.put(file, sheet(file, together, unread)));
            return files.stream().distinct().map(all::get).toList();
        }

        private static CandidateData rdf(Path file, Function<SyntaxException, CandidateData> unread) {
            try {
                return CandidateData.ofFile(file.toString(), RdfSource.triples(file));
            } catch (SyntaxException e) {
                return unread.apply(e);
            }
        }

        private static CandidateData sheet(Path file, ValidationBatch together,
                Function<SyntaxException, CandidateData> unread) {
            try {
                return together.sheet(file);
            } catch (SyntaxException e) {
                return unread.apply(e);
            }
        }

        @Override
        public List<CheckedFile> filesWithIdentifiers() {
            return Stream.of(List.of(bundle.file("ontology/scso.ttl"), bundle.file("ontology/components.tsv")),
                    bundle.files("ontology/curation", ".tsv"), bundle.files("ontology/mappings", ".sssom.tsv"))
                    .flatMap(List::stream).map(file -> new CheckedFile(bundle.name(file), file)).toList();
        }

        @Override
        public ClaimTarget claimStore(Optional<String> into, Optional<String> user, boolean trial, Severity floor) {
            return stores().claims(into, user, trial, floor);
        }

        @Override
        public ImportTarget intakeStore(Optional<String> into, Optional<String> user, boolean trial, Severity floor,
                ProgressListener progress) {
            return stores().intake(into, user, trial, floor, progress);
        }

        private TargetResolver stores() {
            return new TargetResolver(this::bundledGraph, this::rulebook, () -> beginning(List.of()), clock);
        }

        @Override
        public Catalogue catalogue() {
            return Catalogue.read(bundle.files("queries", ".rq"));
        }

        @Override
        public Supplier<RunningServer> server(HttpOptions where, StoreOptions what) {
            ServerSettings settings = ServerSettings.local().at(where.host(), where.port()).withTimeout(where.timeout())
                    .withAnyOrigin(where.anyOrigin()).withVerbose(where.verbose())
                    .withFederation(Federation.with(where.services()));
            return new ServerAssembly(what.data().isEmpty() ? sources() : sourcesOf(what.data()), rules(),
                    descriptions(),
                    () -> beginning(what.data()), this::rulebook, this::catalogue, clock).server(settings, what);
        }

        private List<Path> rules() {
            return bundle.files("ontology/rules", ".rq");
        }

        private static String stem(Path file) {
            return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
        }
    }
}
