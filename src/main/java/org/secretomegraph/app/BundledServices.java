package org.secretomegraph.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.catalogue.QuestionGraph;
import org.secretomegraph.cli.HttpOptions;
import org.secretomegraph.cli.RunningServer;
import org.secretomegraph.cli.Services;
import org.secretomegraph.cli.StoreOptions;
import org.secretomegraph.curation.ClaimSheetSource;
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
import org.secretomegraph.io.BundledFiles;
import org.secretomegraph.io.Checksum;
import org.secretomegraph.io.ProgressListener;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.linking.check.CheckedFile;
import org.secretomegraph.linking.sssom.MappingSetSource;
import org.secretomegraph.linking.standing.StandingTable;
import org.secretomegraph.report.Severity;
import org.secretomegraph.server.http.Lazy;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.target.Target;

/**
 * The commands' services over the files that are bundled with the program.
 *
 * @param snapshot  the bundled graph, loaded when it is first used
 * @param questions the bundled catalogue, read when it is first used
 */
public record BundledServices(BundledFiles files, Clock clock, Lazy<Snapshot> snapshot, Lazy<Catalogue> questions)
        implements Services {

    public static BundledServices of(BundledFiles files) {
        Lazy<Catalogue> questions = new Lazy<>(() -> Catalogue.read(files.files("queries", ".rq")));
        return new BundledServices(files, Clock.systemDefaultZone(),
                new Lazy<>(() -> Snapshot.load(sources(files), rules(files), descriptions(questions))), questions);
    }

    @Override
    public Snapshot bundledGraph() {
        return snapshot.get();
    }

    private static List<Source> sources(BundledFiles files) {
        List<Source> sources = new ArrayList<>();
        sources.add(new RdfSource(files.file("ontology/scso.ttl"), NamedGraphs.ONTOLOGY));
        sources.add(new ComponentSheetSource(files.file("ontology/components.tsv")));
        sources.add(new StandingTable(files.file("ontology/standing.tsv")));
        files.files("ontology/imports", ".ttl")
                .forEach(f -> sources.add(new RdfSource(f, NamedGraphs.importOf(stem(f)))));
        files.files("ontology/curation", ".tsv").forEach(f -> sources.add(new ClaimSheetSource(f)));
        files.files("ontology/mappings", ".sssom.tsv").forEach(f -> sources.add(new MappingSetSource(f)));
        return sources;
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    private static List<Path> rules(BundledFiles files) {
        return files.files("ontology/rules", ".rq");
    }

    private static List<MetadataGraph> descriptions(Lazy<Catalogue> questions) {
        return List.of(new QuestionGraph(questions), new VoidDescription());
    }

    @Override
    public Snapshot graphOf(List<Path> data) {
        return Snapshot.load(sourcesOf(data), rules(files), descriptions(questions));
    }

    private static List<Source> sourcesOf(List<Path> data) {
        return data.stream().<Source>map(RdfSource::ofUser).toList();
    }

    /** The first content of a durable store: the user's files or, when there are none, the bundled graph. */
    private StoreBootstrap bootstrap(List<Path> data) {
        List<Path> content = data.isEmpty() ? Stream.of("ttl", "tsv")
                .flatMap(suffix -> files.files("ontology", "." + suffix).stream()).toList() : data;
        return new StoreBootstrap(data.isEmpty() ? sources(files) : sourcesOf(data), new Materializer(rules(files)),
                new StoreBootstrap.Origin(!data.isEmpty(), Checksum.of(content), Checksum.of(shapesFiles())),
                note -> System.err.println("secretome: " + note));
    }

    @Override
    public ShapeLibrary shapes() {
        return ShapeLibrary.read(shapesFiles());
    }

    private List<Path> shapesFiles() {
        return files.files("shapes", ".ttl").stream().filter(file -> file.resolveSibling("").endsWith("shapes"))
                .toList();
    }

    @Override
    public List<CandidateData> candidates(List<Path> given, Snapshot bundled,
            Function<SyntaxException, CandidateData> unreadable) {
        List<Path> sheets = given.stream().filter(SheetLoader::isSheet).distinct().toList();
        Map<Path, CandidateData> candidates = new LinkedHashMap<>();
        given.stream().filter(file -> !SheetLoader.isSheet(file)).distinct()
                .forEach(file -> candidates.put(file, candidate(unreadable,
                        () -> CandidateData.ofFile(file.toString(), RdfSource.triples(file)))));
        ValidationBatch batch = new ValidationBatch(bundled.dataset(), List.copyOf(candidates.values()), sheets, clock);
        sheets.forEach(file -> candidates.put(file, candidate(unreadable, () -> batch.sheet(file))));
        return given.stream().distinct().map(candidates::get).toList();
    }

    private static CandidateData candidate(Function<SyntaxException, CandidateData> unreadable,
            Supplier<CandidateData> reader) {
        try {
            return reader.get();
        } catch (SyntaxException e) {
            return unreadable.apply(e);
        }
    }

    @Override
    public Path readings() {
        return files.file("ontology/readings.tsv");
    }

    @Override
    public List<CheckedFile> filesWithIdentifiers() {
        return Stream.of(List.of(files.file("ontology/scso.ttl"), files.file("ontology/components.tsv")),
                files.files("ontology/curation", ".tsv"), files.files("ontology/mappings", ".sssom.tsv"))
                .flatMap(List::stream).map(file -> new CheckedFile(files.name(file), file)).toList();
    }

    @Override
    public Target target(Optional<String> into, Optional<String> user, boolean dryRun, Severity failOn,
            ProgressListener progress) {
        return new TargetResolver(this, () -> bootstrap(List.of()), failOn, progress).resolve(into, user, dryRun);
    }

    @Override
    public Catalogue catalogue() {
        return questions.get();
    }

    @Override
    public Supplier<RunningServer> server(HttpOptions http, StoreOptions store) {
        ServerSettings settings = ServerSettings.local().at(http.host(), http.port()).withTimeout(http.timeout())
                .withAnyOrigin(http.anyOrigin()).withVerbose(http.verbose())
                .withFederation(Federation.with(http.services()));
        return new ServerAssembly(store.data().isEmpty() ? sources(files) : sourcesOf(store.data()), rules(files),
                descriptions(questions), () -> bootstrap(store.data()), this::shapes, this::catalogue, clock)
                .server(settings, store);
    }
}
