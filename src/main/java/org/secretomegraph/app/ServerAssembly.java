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
 * Wiring of a server: a plain snapshot when nothing can change, which is fastest, and a store otherwise.
 *
 * @param sources   what makes the graph
 * @param rules     the CONSTRUCT rules of what follows from it
 * @param descriptions what tells of the graph
 * @param beginning how a durable store begins with it
 * @param rulebook  the shapes
 * @param catalogue the questions
 * @param clock     tells which day it is
 */
public record ServerAssembly(List<Source> sources, List<Path> rules, List<MetadataGraph> descriptions,
        Supplier<StoreBootstrap> beginning,
        Supplier<ShapeLibrary> rulebook, Supplier<Catalogue> catalogue, Clock clock) {

    public Supplier<RunningServer> server(ServerSettings settings, StoreOptions what) {
        SecretomeServer.checkAddress(settings);
        Optional<PasswordFile> users = what.users().map(PasswordFile::read);
        return () -> what.updates() || what.folder().isPresent() ? onStore(settings, what, users)
                : onSnapshot(settings, what);
    }

    private RunningServer onSnapshot(ServerSettings settings, StoreOptions what) {
        Snapshot graph = Snapshot.load(sources, rules, descriptions);
        ServedDataset served = ServedDataset.snapshot(graph).with(proofing(what));
        prepareSearch(graph.dataset());
        return new Answering(SecretomeServer.start(settings, served, catalogue),
                content(NamedGraphs.triples(graph.dataset()), claims(graph.union())), () -> {});
    }

    private RunningServer onStore(ServerSettings settings, StoreOptions what, Optional<PasswordFile> users) {
        Materializer derivation = new Materializer(rules);
        if (what.compacts()) {
            what.folder().ifPresent(beginning.get()::compact);
        }
        GraphStore store = what.folder().map(beginning.get()::open)
                .orElseGet(() -> GraphStore.memory(sources, derivation));
        try {
            store.describe(descriptions);
            ServedDataset served =
                    what.updates() ? ServedDataset.writable(store, writes(store, derivation, what, users))
                            : ServedDataset.readOnly(store);
            Consumer<Duration> describe = patience -> store.describe(descriptions, patience);
            prepareSearch(store.readable());
            String content = content(store.triples(), store.read(dataset -> claims(dataset.getDefaultGraph())));
            return new Answering(
                    SecretomeServer.start(settings, served.with(proofing(what)).describedBy(describe), catalogue),
                    content, store::close);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private WriteSettings writes(GraphStore store, Materializer derivation, StoreOptions what,
            Optional<PasswordFile> users) {
        Guard guard = new Guard(store, derivation, rulebook.get(), what.failOn())
                .withTimeLimit(what.writeTimeout());
        return new WriteSettings(guard, what.failOn(), users, what.longestBody());
    }

    private ValidationService proofing(StoreOptions what) {
        return new ValidationService(rulebook, (sheet, believed) -> SheetLoader.read(sheet, believed, clock),
                what.failOn());
    }

    /** Beside the start, which does not wait for it. */
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

    private record Answering(SecretomeServer server, String content, Runnable after) implements RunningServer {
        @Override
        public String url() {
            return server.url();
        }

        @Override
        public void close() {
            server.close();
            after.run();
        }
    }
}
