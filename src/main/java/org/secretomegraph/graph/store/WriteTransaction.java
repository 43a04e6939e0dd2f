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
    private final WriterCache cache;
    private final QuadDelta delta;
    private final PriorSnapshot prior;
    private final RecordingDataset recording;
    private final StoreMetadata metadata;
    private final Deadline deadline;
    private boolean committed;
    private ProgressListener progress = ProgressListener.SILENT;
    private UnionDelta unionDelta;

    /** What changed in the union, and at which version of the delta that was so. */
    private record UnionDelta(int version, TripleDelta delta) {}

    /** A part of what changed in a union of graphs, and that union as it was before all of it. */
    public record Part(TripleDelta change, Graph before) {}

    WriteTransaction(DatasetGraph base, Optional<VersionedTextIndex> texts, WriterCache cache, Deadline deadline,
            QuadDelta delta) {
        this.base = base;
        this.texts = texts;
        this.cache = cache;
        this.deadline = deadline;
        this.delta = delta;
        this.prior = new PriorSnapshot(base);
        this.unionDelta = new UnionDelta(delta.version(), new TripleDelta(Set.of(), Set.of()));
        this.recording = new RecordingDataset(base, delta, deadline);
        this.metadata = new StoreMetadata(base);
    }

    /** The dataset for an edit: every write to it is recorded. */
    public DatasetGraph dataset() {
        return recording;
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
        return within(cache.over(base, graphs, delta));
    }

    /** The same graph, which fails when the time of this change is over. */
    Graph within(Graph graph) {
        return deadline.within(graph);
    }

    /** What changed so far in the union of the named graphs. */
    public TripleDelta unionDelta() {
        if (unionDelta.version() != delta.version()) {
            unionDelta = new UnionDelta(delta.version(), delta.triples(base, graph -> true));
        }
        return unionDelta.delta();
    }

    /**
     * What changed so far in the union of some graphs, in one part, or in many when it is large. Whoever is told a part
     * may write.
     *
     * @param included the graphs that make the union
     * @param now     that union now
     */
    public void forEachPart(Predicate<Node> included, Graph now, Consumer<Part> use) {
        if (delta.isLarge()) {
            Graph before = prior.union(included);
            new ChunkedDelta(delta, base, prior, included).forEachChunk(change -> use.accept(new Part(change, before)));
        } else {
            TripleDelta change = delta.triples(base, included);
            use.accept(new Part(change, new PriorGraph(now, change)));
        }
    }

    /** The union of the named graphs as it was before a large change. */
    public Graph before() {
        return prior.union(graph -> true);
    }

    /** Those of some nodes that were in a triple before the change. */
    public Set<Node> describedBefore(Set<Node> nodes) {
        return prior.read(old -> nodes.stream().filter(n -> old.findNG(Node.ANY, n, Node.ANY, Node.ANY).hasNext()
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

    /** Reports from now on the progress of a large change. */
    public void reportTo(ProgressListener listener) {
        this.progress = listener;
        recording.reportTo(listener);
    }

    public ProgressListener progress() {
        return progress;
    }

    @Override
    public void close() {
        try {
            prior.close();
        } finally {
            delta.close();
        }
    }

    /** How many triples the union had before. */
    public long triples() {
        return metadata.triples();
    }

    /** Commits the change to the dataset and the text index. Without this everything is undone. */
    public void commit() {
        if (metadata.exists() && !delta.isLarge()) {
            metadata.add((long) unionDelta().added().size() - unionDelta().removed().size());
        } else {
            metadata.count();
        }
        Runnable undo = recording.storePrefixes();
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

    /** The same for a metadata graph, whose triples are not counted. */
    void commitUncounted() {
        metadata.advance(delta.graphs());
        cache.invalidate(delta);
        texts.ifPresentOrElse(index -> index.commit(change -> delta.forEach(change::accept), base::commit),
                base::commit);
        committed = true;
    }

    /** A triple that the edit wrote to a derived graph, or deleted from it, although it does not follow so. */
    public Optional<Quad> underivable() {
        return recording.derivedEdits().firstUnmet(base, delta.isEmpty());
    }

    StoreMetadata metadata() {
        return metadata;
    }

    boolean isCommitted() {
        return committed;
    }

    DatasetGraph base() {
        return base;
    }

    /** Writes to a derived graph, which edits may not. */
    void derive(Quad quad, boolean holds) {
        deadline.check();
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
