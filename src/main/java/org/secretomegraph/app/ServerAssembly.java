package org.secretomegraph.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.cli.RunningServer;
import org.secretomegraph.cli.StoreOptions;
import org.secretomegraph.curation.SheetLoader;
import org.secretomegraph.graph.MetadataGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Source;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.graph.store.StoreBootstrap;
import org.secretomegraph.graph.text.VersionedTextIndex;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.server.SecretomeServer;
import org.secretomegraph.server.ServedDataset;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.server.write.PasswordFile;
import org.secretomegraph.server.write.ValidationService;
import org.secretomegraph.server.write.WriteSettings;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.vocab.Scso;
import org.slf4j.LoggerFactory;

/**
 * Assembles a server: on a snapshot when nothing can change, which is fastest, and on a store otherwise.
 *
 * @param sources      what the graph is made of
 * @param rules        the CONSTRUCT rules of the links between entities
 * @param descriptions the metadata graphs
 * @param bootstrap    the first content of a durable store
 * @param shapes       the shapes that validate changes
 * @param catalogue    the questions
 * @param clock        gives today's date
 */
public record ServerAssembly(List<Source> sources, List<Path> rules, List<MetadataGraph> descriptions,
        Supplier<StoreBootstrap> bootstrap,
        Supplier<ShapeLibrary> shapes, Supplier<Catalogue> catalogue, Clock clock) {

    public Supplier<RunningServer> server(ServerSettings settings, StoreOptions options) {
        SecretomeServer.checkAddress(settings);
        Optional<PasswordFile> users = options.users().map(PasswordFile::read);
        return () -> options.updates() || options.folder().isPresent() ? onStore(settings, options, users)
                : onSnapshot(settings, options);
    }

    private RunningServer onSnapshot(ServerSettings settings, StoreOptions options) {
        Snapshot graph = Snapshot.load(sources, rules, descriptions);
        ServedDataset served = ServedDataset.snapshot(graph).withValidation(validation(options));
        prepareSearch(graph.dataset());
        return new StartedServer(SecretomeServer.start(settings, served, catalogue),
                content(NamedGraphs.triples(graph.dataset()), claims(graph.union())), () -> {});
    }

    private RunningServer onStore(ServerSettings settings, StoreOptions options, Optional<PasswordFile> users) {
        Materializer materializer = new Materializer(rules);
        if (options.compacts()) {
            options.folder().ifPresent(bootstrap.get()::compact);
        }
        GraphStore store = options.folder().map(bootstrap.get()::open)
                .orElseGet(() -> GraphStore.memory(sources, materializer));
        try {
            store.describe(descriptions);
            ServedDataset served =
                    options.updates() ? ServedDataset.writable(store, writes(store, materializer, options, users))
                            : ServedDataset.readOnly(store);
            Consumer<Duration> refresh = wait -> store.describe(descriptions, wait);
            prepareSearch(store.readable());
            String content = content(store.triples(), store.read(dataset -> claims(dataset.getDefaultGraph())));
            return new StartedServer(
                    SecretomeServer.start(settings, served.withValidation(validation(options)).withMetadata(refresh),
                            catalogue),
                    content, store::close);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private WriteSettings writes(GraphStore store, Materializer materializer, StoreOptions options,
            Optional<PasswordFile> users) {
        Guard guard = new Guard(store, materializer, shapes.get(), options.failOn())
                .withTimeLimit(options.writeTimeout());
        return new WriteSettings(guard, options.failOn(), users, options.maxBody());
    }

    private ValidationService validation(StoreOptions options) {
        return new ValidationService(shapes, (sheet, existing) -> SheetLoader.read(sheet, existing, clock),
                options.failOn());
    }

    /** In the background: the server starts meanwhile. */
    private static void prepareSearch(DatasetGraph dataset) {
        VersionedTextIndex.search(dataset.getContext())
                .ifPresent(search -> Thread.ofPlatform().daemon().name("text index")
                        .start(() -> {
                            try {
                                search.prepare();
                            } catch (RuntimeException | Error e) {
                                LoggerFactory.getLogger(ServerAssembly.class)
                                        .error("the text index could not be prepared; the first"
                                                + " search tries again", e);
                            }
                        }));
    }

    private static String content(long triples, long claims) {
        return String.format(Locale.ROOT, "%,d triples, %,d claims", triples, claims);
    }

    private static long claims(Graph union) {
        return union.stream(Node.ANY, RDF.type.asNode(), Scso.Claim).count();
    }

    private record StartedServer(SecretomeServer server, String content, Runnable afterClose) implements RunningServer {
        @Override
        public String url() {
            return server.url();
        }

        @Override
        public void close() {
            server.close();
            afterClose.run();
        }
    }
}
