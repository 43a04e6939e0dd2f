package org.secretomegraph.graph.store;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.JenaTransactionException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.RdfTermCheck;
import org.secretomegraph.graph.change.QuadDelta;
import org.secretomegraph.graph.view.Deadline;
import org.secretomegraph.graph.view.UnionDefaultDataset;
import org.secretomegraph.io.ProgressListener;

/**
 * The dataset as an edit sees it inside a write transaction. It records the net change, whichever way it is written: by
 * quads, graph views, patterns, whole graphs or SPARQL Update.
 *
 * <p>The default graph is the union of the named graphs, so it has no content of its own. A triple that is added
 * without a graph goes to {@link NamedGraphs#DATA}; a triple that is deleted without a graph leaves every graph which
 * states it, or it would still be seen; clearing the default graph clears {@code DATA} only, or the ontology would be
 * lost by mistake. Derived graphs follow from the others: a write to them is recorded and checked after deriving.
 */
final class RecordingDataset extends DatasetGraphWrapper implements DatasetGraphWrapperView {
    private static final int BATCH = 20_000;

    private final DatasetGraph base;
    private final DatasetGraph view;
    private final QuadDelta delta;
    private final Deadline deadline;
    private final DerivedGraphEdits derivedEdits = new DerivedGraphEdits();
    // A refused change must leave the prefixes alone too, and the memory store cannot undo them.
    private @Nullable PrefixMap prefixes;
    private ProgressListener progress = ProgressListener.SILENT;
    private long written;

    RecordingDataset(DatasetGraph base, QuadDelta delta, Deadline deadline) {
        super(base);
        this.base = base;
        this.view = UnionDefaultDataset.of(base);
        this.delta = delta;
        this.deadline = deadline;
    }

    void reportTo(ProgressListener watcher) {
        this.progress = watcher;
    }

    /** The writes of the edit to derived graphs. */
    DerivedGraphEdits derivedEdits() {
        return derivedEdits;
    }

    @Override
    protected DatasetGraph getR() {
        return view;
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getUnionGraph() {
        return view.getUnionGraph();
    }

    @Override
    public Graph getGraph(Node name) {
        return Quad.isUnionGraph(name) ? getUnionGraph() : GraphView.createNamedGraph(this, name);
    }

    /** COPY and MOVE add to one graph while they read another whole one, which TDB2's indexes do not allow. */
    @Override
    public Iterator<Quad> find(Node g, Node s, Node p, Node o) {
        deadline.check();
        Iterator<Quad> found = view.find(g, s, p, o);
        return isAny(s) && isAny(p) && isAny(o) ? Iter.toList(found).iterator() : found;
    }

    @Override
    public void add(Quad q) {
        add(q.getGraph(), q.getSubject(), q.getPredicate(), q.getObject());
    }

    @Override
    public void add(Node g, Node s, Node p, Node o) {
        deadline.check();
        Node graph = isDefault(g) ? NamedGraphs.DATA : g;
        RdfTermCheck.check(graph, s, p, o);
        if (NamedGraphs.DERIVED.contains(graph)) {
            derivedEdits.record(Quad.create(graph, s, p, o), true);
        } else if (!base.contains(graph, s, p, o)) {
            base.add(graph, s, p, o);
            delta.add(asStored(graph, s, p, o));
            progress.at("triples written", ++written);
        }
    }

    /** TDB2 keeps some literals by value: 01 comes back as 1. What counts is what is stored. */
    private Quad asStored(Node g, Node s, Node p, Node o) {
        boolean mayDiffer = o.isLiteral() && !Util.isSimpleString(o) && !Util.isLangString(o);
        return mayDiffer ? base.find(g, s, p, o).next() : Quad.create(g, s, p, o);
    }

    @Override
    public void delete(Quad q) {
        delete(q.getGraph(), q.getSubject(), q.getPredicate(), q.getObject());
    }

    @Override
    public void delete(Node g, Node s, Node p, Node o) {
        deleteAll(Iter.toList(base.findNG(isDefault(g) ? Node.ANY : g, s, p, o)), isDefault(g));
    }

    @Override
    public void deleteAny(Node g, Node s, Node p, Node o) {
        boolean everything = isAny(s) && isAny(p) && isAny(o);
        if (isDefault(g) && everything) {
            removeGraph(NamedGraphs.DATA);
        } else if (everything && NamedGraphs.DERIVED.contains(g)) {
            derivedEdits.recordCleared(g, base);
        } else if (everything && !isAny(g)) {
            derivedEdits.recordEmptied(g);
            deleteInBatches(g);
        } else {
            deleteAll(Iter.toList(base.findNG(isDefault(g) ? Node.ANY : g, s, p, o)), isDefault(g));
        }
    }

    /** A graph may be larger than the memory, and cannot be read while it is written. */
    private void deleteInBatches(Node g) {
        for (List<Quad> batch = batch(g); !batch.isEmpty(); batch = batch(g)) {
            deleteAll(batch, false);
        }
    }

    private List<Quad> batch(Node g) {
        return Iter.toList(Iter.limit(base.find(g, Node.ANY, Node.ANY, Node.ANY), BATCH));
    }

    /** @param everywhere whether the delete named no graph: what is derived then goes when its reasons go */
    private void deleteAll(List<Quad> quads, boolean everywhere) {
        for (Quad quad : quads) {
            deadline.check();
            if (!NamedGraphs.DERIVED.contains(quad.getGraph())) {
                base.delete(quad);
                delta.remove(quad);
            } else if (everywhere) {
                derivedEdits.recordDeleted(quad);
            } else {
                derivedEdits.record(quad, false);
            }
        }
    }

    @Override
    public void clear() {
        for (Node name : Iter.toList(base.listGraphNodes())) {
            removeGraph(name);
        }
    }

    @Override
    public void removeGraph(Node name) {
        deleteAny(isDefault(name) ? NamedGraphs.DATA : name, Node.ANY, Node.ANY, Node.ANY);
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        List<Triple> triples = graph.find().toList();
        removeGraph(name);
        triples.forEach(t -> add(name, t.getSubject(), t.getPredicate(), t.getObject()));
    }

    private static boolean isDefault(Node g) {
        return g == null || Quad.isDefaultGraph(g);
    }

    private static boolean isAny(Node node) {
        return node == null || Node.ANY.equals(node);
    }

    @Override
    public PrefixMap prefixes() {
        if (prefixes == null) {
            prefixes = PrefixMapFactory.create(base.prefixes());
        }
        return prefixes;
    }

    /** Hands the prefixes that the edit left to the base. Returns what undoes it, for the memory store cannot. */
    Runnable storePrefixes() {
        if (prefixes == null) {
            return () -> {};
        }
        PrefixMap before = PrefixMapFactory.create(base.prefixes());
        setPrefixes(prefixes);
        return () -> setPrefixes(before);
    }

    private void setPrefixes(PrefixMap wanted) {
        PrefixMap stored = base.prefixes();
        List.copyOf(stored.getMapping().keySet()).stream().filter(p -> !wanted.containsPrefix(p))
                .forEach(stored::delete);
        wanted.getMapping().forEach((prefix, iri) -> {
            if (!iri.equals(stored.get(prefix))) {
                stored.add(prefix, iri);
            }
        });
    }

    @Override
    public void close() {
        throw notAllowed();
    }

    @Override
    public void begin() {
        throw notAllowed();
    }

    @Override
    public void begin(TxnType type) {
        throw notAllowed();
    }

    @Override
    public void begin(ReadWrite mode) {
        throw notAllowed();
    }

    @Override
    public void commit() {
        throw notAllowed();
    }

    @Override
    public void abort() {
        throw notAllowed();
    }

    @Override
    public void end() {
        throw notAllowed();
    }

    private static JenaTransactionException notAllowed() {
        return new JenaTransactionException("an edit does not begin or end its transaction: the guard decides");
    }
}
