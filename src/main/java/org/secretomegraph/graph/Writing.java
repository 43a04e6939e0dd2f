package org.secretomegraph.graph;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.graph.text.TextIndexed;

/** A write transaction on its way: what it changed so far, and the state that would be committed. */
public final class Writing {
    private final DatasetGraph base;
    private final TextIndexed texts;
    private final Memory memory;
    private final Delta delta = new Delta();
    private final Edited edited;
    private final Ledger ledger;
    private final TimeLimit limit;
    private boolean committed;
    private Known known = new Known(delta.version(), new TripleDelta(Set.of(), Set.of()));

    /** What changed in the union, and at which version of the delta that was so. */
    private record Known(int version, TripleDelta delta) {}

    Writing(DatasetGraph base, TextIndexed texts, Memory memory, TimeLimit limit) {
        this.base = base;
        this.texts = texts;
        this.memory = memory;
        this.limit = limit;
        this.edited = new Edited(base, delta, limit);
        this.ledger = new Ledger(base);
    }

    /** The dataset for an edit: every write to it is recorded. */
    public DatasetGraph dataset() {
        return edited;
    }

    /** What changed so far. */
    public Delta delta() {
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

    /** How many triples the union had before. */
    public long triples() {
        return ledger.triples();
    }

    /** Makes it last, in the dataset and in the text index. Without this everything is undone. */
    public void commit() {
        if (ledger.isKept()) {
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
            because.addSuppressed(e);                             // TDB2, out of its transaction: it has undone them itself
        }
    }

    /** The same for a graph that tells of the others: it is not part of what there is. */
    void commitUncounted() {
        ledger.advance(delta.graphs());
        memory.forget(delta);
        texts.commit(delta.added(), delta.removed(), base::commit);
        committed = true;
    }

    /** A triple that the edit wrote to a derived graph, or deleted from it, although it does not follow so. */
    public Optional<Quad> underivable() {
        return edited.wishes().broken(base, delta.isEmpty());
    }

    Ledger ledger() {
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
