package org.secretomegraph.server;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.graph.Store;
import org.secretomegraph.graph.Versions;

/**
 * What a server answers from.
 *
 * @param dataset  read under READ transactions; its default graph is the union of the named graphs
 * @param triples  how many triples the graphs have, those aside that tell of the others; within a transaction of the dataset, as that sees it
 * @param versions which state the graphs are in
 * @param changes  whether it can change while it is served, so that nothing made from it may be kept
 * @param writes   how it may be changed; empty for a server that takes no updates
 * @param proofing how proposals are judged without being made; empty for a server without rules
 * @param describe brings the graphs that tell of the others up to date; does nothing when they are
 */
public record Served(DatasetGraph dataset, LongSupplier triples, Versions versions, boolean changes,
                     Optional<Writes> writes, Optional<Proofing> proofing, Runnable describe) {

    /** A graph that stays as it was loaded. */
    public static Served snapshot(Snapshot graph) {
        return new Served(graph.dataset(), () -> NamedGraphs.triples(graph.dataset()),
                Versions.ofFixed(graph.dataset()), false, Optional.empty(), Optional.empty(), () -> {});
    }

    /** A store that is only read. */
    public static Served readOnly(Store store) {
        return new Served(store.readable(), store::triples, store.versions(), false, Optional.empty(),
                Optional.empty(), () -> {});
    }

    /** A store that takes changes. */
    public static Served writable(Store store, Writes writes) {
        return new Served(store.readable(), store::triples, store.versions(), true, Optional.of(writes),
                Optional.empty(), () -> {});
    }

    /** The same, with rules to judge proposals by. */
    public Served with(Proofing judging) {
        return new Served(dataset, triples, versions, changes, writes, Optional.of(judging), describe);
    }

    /** The same, with graphs that tell of the others. */
    public Served describedBy(Runnable description) {
        return new Served(dataset, triples, versions, changes, writes, proofing, description);
    }
}
