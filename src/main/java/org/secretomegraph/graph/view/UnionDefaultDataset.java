package org.secretomegraph.graph.view;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.secretomegraph.graph.text.VersionedTextIndex;

/**
 * A dataset for reading whose default graph is the union of its named graphs. Jena's own union of the transactional
 * in-memory dataset is not used: it looks through the whole graph whenever the subject is not given.
 */
public class UnionDefaultDataset extends DatasetGraphReadOnly {
    private final Optional<VersionedTextIndex> texts;

    private UnionDefaultDataset(DatasetGraph base, Optional<VersionedTextIndex> texts) {
        super(base);
        this.texts = texts;
    }

    /** For queries through this view, inside a transaction that others began. */
    public static UnionDefaultDataset of(DatasetGraph base) {
        return new Viewed(base, Optional.empty());
    }

    /**
     * The same, or for queries by the base's own engine, which was told to do the same: TDB2's is faster on its own
     * indexes.
     */
    public static UnionDefaultDataset forQueries(DatasetGraph base) {
        return forQueries(base, Optional.empty());
    }

    /** For those who begin their own transactions, each with its version of the text index. */
    public static UnionDefaultDataset forQueries(DatasetGraph base, VersionedTextIndex texts) {
        return forQueries(base, Optional.of(texts));
    }

    private static UnionDefaultDataset forQueries(DatasetGraph base, Optional<VersionedTextIndex> texts) {
        return TDBInternal.isTDB2(base) ? new UnionDefaultDataset(base, texts) : new Viewed(base, texts);
    }

    private static final class Viewed extends UnionDefaultDataset implements DatasetGraphWrapperView {
        Viewed(DatasetGraph base, Optional<VersionedTextIndex> texts) {
            super(base, texts);
        }
    }

    @Override
    public Graph getDefaultGraph() {
        return UnionGraph.of(this);
    }

    @Override
    public Graph getUnionGraph() {
        return UnionGraph.of(this);
    }

    @Override
    public Graph getGraph(Node name) {
        return Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) ? UnionGraph.of(this)
                : GraphView.createNamedGraph(this, name);
    }

    @Override
    public boolean containsGraph(Node name) {
        return Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) || getR().containsGraph(name);
    }

    @Override
    public boolean isEmpty() {
        return !listGraphNodes().hasNext();
    }

    @Override
    public Iterator<Quad> find() {
        return find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
    }

    @Override
    public Iterator<Quad> find(Quad q) {
        return find(q.getGraph(), q.getSubject(), q.getPredicate(), q.getObject());
    }

    /** With any graph, only the named graphs answer: the default graph holds nothing else. */
    @Override
    public Iterator<Quad> find(Node g, Node s, Node p, Node o) {
        if (g != null && (Quad.isDefaultGraph(g) || Quad.isUnionGraph(g))) {
            return Iter.map(UnionGraph.of(this).find(s, p, o), t -> Quad.create(g, t));
        }
        return g == null || g.equals(Node.ANY) ? getR().findNG(Node.ANY, s, p, o) : getR().find(g, s, p, o);
    }

    @Override
    public Stream<Quad> stream() {
        return Iter.asStream(find());
    }

    @Override
    public Stream<Quad> stream(Node g, Node s, Node p, Node o) {
        return Iter.asStream(find(g, s, p, o));
    }

    @Override
    public boolean contains(Quad q) {
        return contains(q.getGraph(), q.getSubject(), q.getPredicate(), q.getObject());
    }

    @Override
    public boolean contains(Node g, Node s, Node p, Node o) {
        if (g == null || g.equals(Node.ANY) || Quad.isDefaultGraph(g) || Quad.isUnionGraph(g)) {
            return getR().findNG(Node.ANY, s, p, o).hasNext();
        }
        return getR().contains(g, s, p, o);
    }

    @Override
    public void begin() {
        begin(TxnType.READ);
    }

    /** A reader who asks to be allowed to write later stays a reader. */
    @Override
    public void begin(TxnType type) {
        DatasetGraph base = getR();
        texts.ifPresentOrElse(index -> index.begin(base), () -> base.begin(TxnType.READ));
    }

    @Override
    public void begin(ReadWrite mode) {
        begin(TxnType.READ);
    }

    @Override
    public void end() {
        try {
            getT().end();
        } finally {
            texts.ifPresent(VersionedTextIndex::end);
        }
    }
}
