package org.secretomegraph;

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
import org.secretomegraph.cli.Keeping;
import org.secretomegraph.cli.Serving;
import org.secretomegraph.curation.SheetProposal;
import org.secretomegraph.graph.Beginning;
import org.secretomegraph.graph.Derivation;
import org.secretomegraph.graph.Description;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.graph.Source;
import org.secretomegraph.graph.Store;
import org.secretomegraph.graph.text.TextIndexed;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.guard.Rulebook;
import org.secretomegraph.server.Proofing;
import org.secretomegraph.server.SecretomeServer;
import org.secretomegraph.server.Served;
import org.secretomegraph.server.ServerSettings;
import org.secretomegraph.server.Users;
import org.secretomegraph.server.Writes;
import org.secretomegraph.vocab.Scso;

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
record ServerWiring(List<Source> sources, List<Path> rules, List<Description> descriptions, Supplier<Beginning> beginning,
                    Supplier<Rulebook> rulebook, Supplier<Catalogue> catalogue, Clock clock) {

    Supplier<Serving> server(ServerSettings settings, Keeping what) {
        SecretomeServer.checkAddress(settings);
        Optional<Users> users = what.users().map(Users::read);
        return () -> what.updates() || what.folder().isPresent() ? onStore(settings, what, users) : onSnapshot(settings, what);
    }

    private Serving onSnapshot(ServerSettings settings, Keeping what) {
        Snapshot graph = Snapshot.load(sources, rules, descriptions);
        Served served = Served.snapshot(graph).with(proofing(what));
        prepareSearch(graph.dataset());
        return new Answering(SecretomeServer.start(settings, served, catalogue),
                content(NamedGraphs.triples(graph.dataset()), claims(graph.union())), () -> {});
    }

    private Serving onStore(ServerSettings settings, Keeping what, Optional<Users> users) {
        Derivation derivation = new Derivation(rules);
        if (what.compacts()) {
            what.folder().ifPresent(beginning.get()::compact);
        }
        Store store = what.folder().map(beginning.get()::open)
                .orElseGet(() -> Store.memory(sources, derivation));
        try {
            store.describe(descriptions);
            Served served = what.updates() ? Served.writable(store, writes(store, derivation, what, users))
                    : Served.readOnly(store);
            Consumer<Duration> describe = patience -> store.describe(descriptions, patience);
            prepareSearch(store.readable());
            String content = content(store.triples(), store.read(dataset -> claims(dataset.getDefaultGraph())));
            return new Answering(SecretomeServer.start(settings, served.with(proofing(what)).describedBy(describe), catalogue),
                    content, store::close);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private Writes writes(Store store, Derivation derivation, Keeping what, Optional<Users> users) {
        Guard guard = new Guard(store, derivation, rulebook.get(), what.failOn(), List.of())
                .withTimeLimit(what.writeTimeout());
        return new Writes(guard, what.failOn(), users, what.longestBody());
    }

    private Proofing proofing(Keeping what) {
        return new Proofing(rulebook, (sheet, believed) -> SheetProposal.read(sheet, believed, clock), what.failOn());
    }

    /** Beside the start, which does not wait for it. */
    private static void prepareSearch(DatasetGraph dataset) {
        TextIndexed.search(dataset.getContext()).ifPresent(search -> Thread.ofPlatform().daemon().name("text index")
                .start(search::prepare));
    }

    private static String content(long triples, long claims) {
        return String.format(Locale.ROOT, "%,d triples, %,d claims", triples, claims);
    }

    private static long claims(Graph union) {
        return union.stream(Node.ANY, RDF.type.asNode(), Scso.Claim).count();
    }

    private record Answering(SecretomeServer server, String content, Runnable after) implements Serving {
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
