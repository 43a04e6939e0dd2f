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
 * What a store's writers were answered, kept from change to change: they ask again and again of the same terms, what
 * they are called and what is above them. What a change touches is asked anew within its transaction, and forgotten
 * when the change is about to last; so a change that is undone leaves nothing behind. For the store's one writer.
 */
public final class WriterCache {
    /** In each of two halves, of each of three views: some ten megabytes at most. */
    private static final int ROOM = 50_000;
    /** A larger change is best told from all that is known by forgetting it. */
    private static final int LARGE = 5_000;
    /** What is asked for the third time is asked often. */
    private static final int OFTEN = 3;
    private static final int MANY = 100;
    /** In annotation files a gene has some thousand claims at most, which stand together. */
    private static final int MANY_OF_LARGE = 2_000;

    /** By the graphs that the view leaves out. */
    private final Map<Set<Node>, TripleLookupCache> views = new HashMap<>();

    /**
     * The union of a dataset's graphs within a write transaction, without some of them. Not to be used after more
     * changes.
     */
    public Graph over(DatasetGraph base, Set<Node> without, QuadDelta delta) {
        Graph union = UnionGraph.without(without, base);
        // After a large change each of many nodes is asked a hundred questions, one node after the other.
        return isLarge(delta)
                ? new CachingGraph(union, new TripleLookupCache(ROOM, 1, MANY_OF_LARGE),
                        new InvalidatedLookups(new QuadDelta(LARGE)))
                : new CachingGraph(union, views.computeIfAbsent(without, v -> new TripleLookupCache(ROOM, OFTEN, MANY)),
                        new InvalidatedLookups(delta));
    }

    /** Before a commit: to forget too much does no harm. */
    public void forget(QuadDelta delta) {
        if (isLarge(delta)) {
            forgetAll();
        } else {
            Stream.concat(delta.added().stream(), delta.removed().stream()).map(Quad::asTriple)
                    .forEach(changed -> views.values().forEach(answers -> answers.forget(changed)));
        }
    }

    public void forgetAll() {
        views.values().forEach(TripleLookupCache::forgetAll);
    }

    private static boolean isLarge(QuadDelta delta) {
        return delta.isLarge() || delta.gained() + delta.lost() > LARGE;
    }
}
