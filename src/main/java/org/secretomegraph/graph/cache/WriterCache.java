package org.secretomegraph.graph.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.graph.change.QuadDelta;
import org.secretomegraph.graph.view.UnionGraph;

/**
 * The look-up caches of a store's writer, kept across transactions: changes look up the same terms, labels and
 * superclasses again and again. A transaction looks up anew what its change touches, and the entries are invalidated
 * before the commit; a change that is undone leaves nothing behind. For the store's one writer.
 */
public final class WriterCache {
    /** Of each of two generations, in each of three views: some ten megabytes at most. */
    private static final int CAPACITY = 50_000;
    /** After a larger change it costs less to drop the cache than to invalidate its entries. */
    private static final int LARGE_CHANGE = 5_000;
    /** A subject is cached on its third look-up. */
    private static final int SUBJECT_THRESHOLD = 3;
    private static final int MAX_MATCHES = 100;
    /** In annotation files a gene has some thousand claims at most, in rows that follow each other. */
    private static final int MAX_MATCHES_LARGE_CHANGE = 2_000;

    /** The key is the set of graphs that the view leaves out. */
    private final Map<Set<Node>, TripleLookupCache> views = new HashMap<>();

    /**
     * The union of a dataset's graphs within a write transaction, without some of them. Not to be used after more
     * changes.
     */
    public Graph over(DatasetGraph base, Set<Node> without, QuadDelta delta) {
        Graph union = UnionGraph.without(without, base);
        // After a large change there are a hundred look-ups of each of many nodes, one node after the other.
        return isLarge(delta)
                ? new CachingGraph(union, new TripleLookupCache(CAPACITY, 1, MAX_MATCHES_LARGE_CHANGE),
                        new InvalidatedLookups(new QuadDelta(LARGE_CHANGE)))
                : new CachingGraph(union,
                        views.computeIfAbsent(without,
                                v -> new TripleLookupCache(CAPACITY, SUBJECT_THRESHOLD, MAX_MATCHES)),
                        new InvalidatedLookups(delta));
    }

    /** To be called before a commit; to invalidate too much does no harm. */
    public void invalidate(QuadDelta delta) {
        if (isLarge(delta)) {
            invalidateAll();
        } else {
            Stream.concat(delta.added().stream(), delta.removed().stream()).map(Quad::asTriple)
                    .forEach(changed -> views.values().forEach(cache -> cache.invalidate(changed)));
        }
    }

    public void invalidateAll() {
        views.values().forEach(TripleLookupCache::invalidateAll);
    }

    private static boolean isLarge(QuadDelta delta) {
        return delta.isLarge() || delta.addedCount() + delta.removedCount() > LARGE_CHANGE;
    }
}
