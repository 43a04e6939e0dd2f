package org.secretomegraph.graph.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.graph.NamedGraphs;

/**
 * What an edit wrote to derived graphs. Such a write is never stored by itself; after deriving it has either come true
 * or it has not. So a backup with its derived graphs can be put back, and a link that no claim supports cannot be
 * slipped in.
 */
final class DerivedGraphEdits {
    private final Map<Quad, Boolean> wished = new HashMap<>();
    private final Set<Node> cleared = new HashSet<>();
    private final Set<Quad> gone = new HashSet<>();
    private final Set<Node> emptied = new HashSet<>();
    /** What was there, and not emptied yet, when a graph was cleared that tells of the others. */
    private final Map<Node, Set<Node>> besides = new HashMap<>();

    void holds(Quad quad, boolean holds) {
        wished.put(quad, holds);
    }

    void isCleared(Node graph, DatasetGraph base) {
        wished.keySet().removeIf(q -> q.getGraph().equals(graph));
        cleared.add(graph);
        if (NamedGraphs.DESCRIPTIONS.contains(graph)) {
            Set<Node> others =
                    Iter.toSet(Iter.filter(base.listGraphNodes(), name -> !NamedGraphs.DERIVED.contains(name)));
            others.removeAll(emptied);
            besides.put(graph, others);
        }
    }

    /** A graph of which nothing is derived or told was emptied as a whole. */
    void isEmptied(Node graph) {
        emptied.add(graph);
    }

    /** With all graphs, as DROP ALL does: then those that tell of the others will soon tell that there is nothing. */
    private boolean isClearedWithAll(Node graph) {
        return besides.containsKey(graph) && emptied.containsAll(besides.get(graph));
    }

    /** Deleted as a triple of the default graph. It may stay derivable, unless that was all that the edit wanted. */
    void isGone(Quad quad) {
        gone.add(quad);
    }

    /** The first wish that did not come true. */
    Optional<Quad> broken(DatasetGraph base, boolean nothingElse) {
        for (Map.Entry<Quad, Boolean> wish : wished.entrySet()) {
            if (base.contains(wish.getKey()) != wish.getValue()) {
                return Optional.of(wish.getKey());
            }
        }
        cleared.removeIf(this::isClearedWithAll);
        for (Node graph : cleared) {
            Optional<Quad> left = Iter.asStream(base.find(graph, Node.ANY, Node.ANY, Node.ANY))
                    .filter(q -> !wished.getOrDefault(q, false)).findFirst();
            if (left.isPresent()) {
                return left;
            }
        }
        return gone.stream().filter(q -> nothingElse && base.contains(q)).findFirst();
    }
}
