package org.secretomegraph.graph;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** A write transaction on its way: what it changed so far, and the state that would be committed. */
public final class Writing {
    private final DatasetGraph base;
    private final Delta delta = new Delta();
    private final Edited edited;

    Writing(DatasetGraph base) {
        this.base = base;
        this.edited = new Edited(base, delta);
    }

    /** The dataset for an edit: every write to it is recorded. */
    public DatasetGraph dataset() {
        return edited;
    }

    /** What changed so far. */
    public Delta delta() {
        return delta;
    }

    /** The union of the named graphs as it would be. */
    public Graph union() {
        return UnionGraph.of(base);
    }

    /** What changed so far in the union of the named graphs. */
    public TripleDelta unionDelta() {
        return delta.triples(base, graph -> true);
    }

    /** Makes it last. Without this everything is undone. */
    public void commit() {
        edited.keepPrefixes();
        base.commit();
    }

    /** A triple that the edit wrote to a derived graph, or deleted from it, although it does not follow so. */
    public Optional<Quad> underivable() {
        return edited.wishes().broken(base, delta.isEmpty());
    }

    DatasetGraph base() {
        return base;
    }

    /** Writes to a derived graph, which edits may not. */
    void derive(Quad quad, boolean holds) {
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
