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
 * What a server answers from.
 *
 * @param dataset  read under READ transactions; its default graph is the union of the named graphs
 * @param triples  how many triples the graphs have, those aside that tell of the others; within a transaction of the
 * dataset, as that sees it
 * @param versions which state the graphs are in
 * @param changes  whether it can change while it is served, so that nothing made from it may be kept
 * @param writes   how it may be changed; empty for a server that takes no updates
 * @param proofing how proposals are judged without being made; empty for a server without rules
 * @param describe brings the graphs that tell of the others up to date; told how long writers may keep it waiting, zero
 * for
 *                 any time
 */
public record ServedDataset(DatasetGraph dataset, LongSupplier triples, GraphVersions versions, boolean changes,
        Optional<WriteSettings> writes, Optional<ValidationService> proofing, Consumer<Duration> describe) {
    /** So long a reader waits for writers, so as to be told what is true now. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** A graph that stays as it was loaded. */
    public static ServedDataset snapshot(Snapshot graph) {
        return new ServedDataset(graph.dataset(), () -> NamedGraphs.triples(graph.dataset()),
                GraphVersions.ofFixed(graph.dataset()), false, Optional.empty(), Optional.empty(), patience -> {});
    }

    /** A store that is only read. */
    public static ServedDataset readOnly(GraphStore store) {
        return new ServedDataset(store.readable(), store::triples, store.versions(), false, Optional.empty(),
                Optional.empty(), patience -> {});
    }

    /** A store that takes changes. */
    public static ServedDataset writable(GraphStore store, WriteSettings writes) {
        return new ServedDataset(store.readable(), store::triples, store.versions(), true, Optional.of(writes),
                Optional.empty(), patience -> {});
    }

    /** The same, with rules to judge proposals by. */
    public ServedDataset with(ValidationService judging) {
        return new ServedDataset(dataset, triples, versions, changes, writes, Optional.of(judging), describe);
    }

    /** The same, with graphs that tell of the others. */
    public ServedDataset describedBy(Consumer<Duration> description) {
        return new ServedDataset(dataset, triples, versions, changes, writes, proofing, description);
    }

    /**
     * Brings those graphs up to date for a reader, unless a long change is being made: then they tell what was before
     * it.
     */
    void describeForReader() {
        try {
            describe.accept(PATIENCE);
        } catch (ChangeTimeoutException e) {
            // Readers are never kept waiting by writers; it is done when that change has been made.
        }
    }
}
