package org.secretomegraph.server;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.graph.MetadataGraph;
import org.secretomegraph.graph.RdfSource;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.graph.store.StoreBootstrap;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.report.Severity;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.server.write.PasswordFile;
import org.secretomegraph.server.write.WriteSettings;
import org.secretomegraph.shacl.ShapeLibrary;

/**
 * A server that takes writes, with the store behind it: humans must have a name, and should have one age.
 *
 * @param described gets a permit each time that the graphs which tell of the others have been brought up to date
 */
record LiveStore(GraphStore store, LiveServer http, Semaphore described) implements AutoCloseable {
    private static final Path FOLDER = Path.of("src/test/resources/server");

    /** Everything that a refusal must leave alone. */
    record Content(Set<Quad> quads, Map<String, String> prefixes) {}

    static LiveStore start(GraphStore store) {
        return start(ServerSettings.local(), store, Optional.empty());
    }

    static LiveStore start(ServerSettings settings, GraphStore store, Optional<PasswordFile> users) {
        return start(settings, store, users, Duration.ZERO);
    }

    /** @param longest how long a change may take; zero for any time */
    static LiveStore start(ServerSettings settings, GraphStore store, Optional<PasswordFile> users, Duration longest) {
        return start(settings, store, users, longest, maxWait -> store.describe(List.of()));
    }

    /** With graphs that tell of the others. */
    static LiveStore described(GraphStore store, List<MetadataGraph> descriptions) {
        store.describe(descriptions);
        return start(ServerSettings.local(), store, Optional.empty(), Duration.ZERO,
                maxWait -> store.describe(descriptions)); // however slow the machine is: a reader waits
    }

    /** As a server is that people use: a reader waits for the description only as long as the server says. */
    static LiveStore describedInTime(GraphStore store, List<MetadataGraph> descriptions) {
        store.describe(descriptions);
        return start(ServerSettings.local(), store, Optional.empty(), Duration.ZERO,
                maxWait -> store.describe(descriptions, maxWait));
    }

    private static LiveStore start(ServerSettings settings, GraphStore store, Optional<PasswordFile> users,
            Duration longest, Consumer<Duration> describe) {
        Guard guard = new Guard(store, new Materializer(List.of()), rules(), Severity.VIOLATION)
                .withTimeLimit(longest);
        Semaphore described = new Semaphore(0);
        ServedDataset served =
                ServedDataset.writable(store, new WriteSettings(guard, Severity.VIOLATION, users, 4 << 20))
                        .withMetadata(maxWait -> {
                            describe.accept(maxWait);
                            described.release();
                        });
        SecretomeServer server = SecretomeServer.start(settings, served,
                () -> Catalogue.read(List.of(FOLDER.resolve("what-promotes.rq"))));
        return new LiveStore(store, LiveServer.of(server), described);
    }

    /** With a server of the test's own. */
    static LiveStore of(GraphStore store, SecretomeServer server) {
        return new LiveStore(store, LiveServer.of(server), new Semaphore(0));
    }

    static ShapeLibrary rules() {
        return ShapeLibrary.read(List.of(FOLDER.resolve("people.shapes.ttl")));
    }

    /** A store with {@code small.trig} in it. */
    static GraphStore filled() {
        return GraphStore.memory(List.of(RdfSource.ofUser(FOLDER.resolve("small.trig"))), new Materializer(List.of()));
    }

    /** The same, durable. */
    static GraphStore filled(Path folder) {
        return new StoreBootstrap(List.of(RdfSource.ofUser(FOLDER.resolve("small.trig"))), new Materializer(List.of()),
                new StoreBootstrap.Origin(true, "small.trig", "people.shapes.ttl"), note -> {}).open(folder);
    }

    /** @param kind {@code memory} or {@code tdb2} */
    static GraphStore filled(String kind, Path folder) {
        return kind.equals("memory") ? filled() : filled(folder.resolve("store"));
    }

    Content content() {
        return store.read(dataset -> new Content(Iter.toSet(dataset.find()), dataset.prefixes().getMapping().entrySet()
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
    }

    HttpResponse<String> send(String method, String path, String type, String body, String... headers) {
        return http.send(http.request(path, headers).header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body)));
    }

    @Override
    public void close() {
        http.close();
        store.close();
    }
}
