package org.secretomegraph.graph.store;

import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.graph.cache.WriterCache;
import org.secretomegraph.graph.change.ChunkedDelta;
import org.secretomegraph.graph.change.PriorSnapshot;
import org.secretomegraph.graph.change.QuadDelta;
import org.secretomegraph.graph.change.TripleDelta;
import org.secretomegraph.graph.text.VersionedTextIndex;
import org.secretomegraph.graph.view.Deadline;
import org.secretomegraph.graph.view.PriorGraph;
import org.secretomegraph.io.ProgressListener;

/** A write transaction on its way: what it changed so far, and the state that would be committed. */
public final class WriteTransaction implements AutoCloseable {
    private final DatasetGraph base;
    private final Optional<VersionedTextIndex> texts;
    private final WriterCache memory;
    private final QuadDelta delta;
    private final PriorSnapshot past;
    private final RecordingDataset edited;
    private final StoreMetadata ledger;
    private final Deadline limit;
    private boolean committed;
    private ProgressListener progress = ProgressListener.SILENT;
    private Known known;

    /** What changed in the union, and at which version of the delta that was so. */
    private record Known(int version, TripleDelta delta) {}

    /** A part of what changed in a union of graphs, and that union as it was before all of it. */
    public record Part(TripleDelta change, Graph before) {}

    WriteTransaction(DatasetGraph base, Optional<VersionedTextIndex> texts, WriterCache memory, Deadline limit,
            QuadDelta delta) {
        this.base = base;
        this.texts = texts;
        this.memory = memory;
        this.limit = limit;
        this.delta = delta;
        this.past = new PriorSnapshot(base);
        this.known = new Known(delta.version(), new TripleDelta(Set.of(), Set.of()));
        this.edited = new RecordingDataset(base, delta, limit);
        this.ledger = new StoreMetadata(base);
    }

    /** The dataset for an edit: every write to it is recorded. */
    public DatasetGraph dataset() {
        return edited;
    }

    /** What changed so far. */
    public QuadDelta delta() {
        return delta;
    }

    /** The union of the named graphs as it would be. To be asked for again after more changes. */
    public Graph union() {
        return without(Set.of());
    }

    /** The same without some of the graphs. */
    Graph without(Set<Node> graphs) {
        return within(memory.over(base, graphs, delta));
    }

    /** The same graph, which fails when the time of this change is over. */
    Graph within(Graph graph) {
        return limit.within(graph);
    }

    /** What changed so far in the union of the named graphs. */
    public TripleDelta unionDelta() {
        if (known.version() != delta.version()) {
            known = new Known(delta.version(), delta.triples(base, graph -> true));
        }
        return known.delta();
    }

    /**
     * What changed so far in the union of some graphs, in one part, or in many when it is large. Whoever is told a part
     * may write.
     *
     * @param counted the graphs that make the union
     * @param now     that union now
     */
    public void eachPart(Predicate<Node> counted, Graph now, Consumer<Part> use) {
        if (delta.isLarge()) {
            Graph before = past.union(counted);
            new ChunkedDelta(delta, base, past, counted).each(change -> use.accept(new Part(change, before)));
        } else {
            TripleDelta change = delta.triples(base, counted);
            use.accept(new Part(change, new PriorGraph(now, change)));
        }
    }

    /** The union of the named graphs as it was before a large change. */
    public Graph before() {
        return past.union(graph -> true);
    }

    /** Those of some nodes that something was said of before. */
    public Set<Node> knownBefore(Set<Node> nodes) {
        return past.ask(old -> nodes.stream().filter(n -> old.findNG(Node.ANY, n, Node.ANY, Node.ANY).hasNext()
                || old.findNG(Node.ANY, Node.ANY, Node.ANY, n).hasNext()).collect(Collectors.toSet()));
    }

    /**
     * Triples of the union, one after the other and each as often as it is stated: they are never all in memory.
     * Nothing may be written meanwhile.
     */
    public Iterator<Triple> each(Triple pattern) {
        return Iter.map(base.findNG(Node.ANY, pattern.getSubject(), pattern.getPredicate(), pattern.getObject()),
                Quad::asTriple);
    }

    /** Tells from now on how far a large change has come. */
    public void watchedBy(ProgressListener watcher) {
        this.progress = watcher;
        edited.watchedBy(watcher);
    }

    public ProgressListener progress() {
        return progress;
    }

    @Override
    public void close() {
        try {
            past.close();
        } finally {
            delta.close();
        }
    }

    /** How many triples the union had before. */
    public long triples() {
        return ledger.triples();
    }

    /** Makes it last, in the dataset and in the text index. Without this everything is undone. */
    public void commit() {
        if (ledger.isKept() && !delta.isLarge()) {
            ledger.add((long) unionDelta().added().size() - unionDelta().removed().size());
        } else {
            ledger.count();
        }
        Runnable undo = edited.keepPrefixes();
        try {
            commitUncounted();
        } catch (RuntimeException | Error e) {
            undoPrefixes(undo, e);
            throw e;
        }
    }

    private static void undoPrefixes(Runnable undo, Throwable because) {
        try {
            undo.run();
        } catch (RuntimeException e) {
            because.addSuppressed(e); // TDB2, out of its transaction: it has undone them itself
        }
    }

    /** The same for a graph that tells of the others: it is not part of what there is. */
    void commitUncounted() {
        ledger.advance(delta.graphs());
        memory.forget(delta);
        texts.ifPresentOrElse(index -> index.commit(change -> delta.each(change::accept), base::commit), base::commit);
        committed = true;
    }

    /** A triple that the edit wrote to a derived graph, or deleted from it, although it does not follow so. */
    public Optional<Quad> underivable() {
        return edited.wishes().broken(base, delta.isEmpty());
    }

    StoreMetadata ledger() {
        return ledger;
    }

    boolean isCommitted() {
        return committed;
    }

    DatasetGraph base() {
        return base;
    }

    /** Writes to a derived graph, which edits may not. */
    void derive(Quad quad, boolean holds) {
        limit.check();
        if (base.contains(quad) == holds) {
            return;
        }
        if (holds) {
            base.add(quad);
            delta.add(quad);
        } else {
            base.delete(quad);
            delta.remove(quad);
        }
    }
}
