package org.secretomegraph.server;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.GraphVersions;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.graph.view.ChangeTimeoutException;
import org.secretomegraph.server.write.ValidationService;
import org.secretomegraph.server.write.WriteSettings;

/**
 * What a server serves.
 *
 * @param dataset         read in READ transactions; its default graph is the union of the named graphs
 * @param triples         the number of triples without the metadata graphs; in a transaction of the dataset, as that
 *                        sees it
 * @param versions        the versions of the graphs, for entity tags
 * @param isMutable       whether the dataset can change while it is served, so that caches must revalidate
 * @param writes          how it may be changed; empty for a read-only server
 * @param validation      how data is validated without being written; empty for a server without shapes
 * @param refreshMetadata brings the metadata graphs up to date; receives how long it may wait for writers, zero for any
 *                        time
 */
public record ServedDataset(DatasetGraph dataset, LongSupplier triples, GraphVersions versions, boolean isMutable,
        Optional<WriteSettings> writes, Optional<ValidationService> validation, Consumer<Duration> refreshMetadata) {
    /** How long a reader of the metadata waits for writers, so that it is current. */
    private static final Duration READER_WAIT = Duration.ofMillis(500);

    /** A graph that does not change. */
    public static ServedDataset snapshot(Snapshot graph) {
        return new ServedDataset(graph.dataset(), () -> NamedGraphs.triples(graph.dataset()),
                GraphVersions.ofFixed(graph.dataset()), false, Optional.empty(), Optional.empty(), wait -> {});
    }

    /** A store that is only read. */
    public static ServedDataset readOnly(GraphStore store) {
        return new ServedDataset(store.readable(), store::triples, store.versions(), false, Optional.empty(),
                Optional.empty(), wait -> {});
    }

    /** A store that accepts changes. */
    public static ServedDataset writable(GraphStore store, WriteSettings writes) {
        return new ServedDataset(store.readable(), store::triples, store.versions(), true, Optional.of(writes),
                Optional.empty(), wait -> {});
    }

    public ServedDataset withValidation(ValidationService service) {
        return new ServedDataset(dataset, triples, versions, isMutable, writes, Optional.of(service), refreshMetadata);
    }

    public ServedDataset withMetadata(Consumer<Duration> refresh) {
        return new ServedDataset(dataset, triples, versions, isMutable, writes, validation, refresh);
    }

    /** Brings the metadata graphs up to date; while a long change is being made they describe the state before it. */
    void refreshMetadataForReader() {
        try {
            refreshMetadata.accept(READER_WAIT);
        } catch (ChangeTimeoutException e) {
            // Readers do not wait for writers; the refresher does it when that change has been made.
        }
    }
}
