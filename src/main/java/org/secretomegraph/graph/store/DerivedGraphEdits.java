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
 * What an edit wrote to derived graphs. Such a write is never stored by itself; after materialisation it is either met
 * or it has not. So a backup with its derived graphs can be put back, and a link that no claim supports cannot be
 * slipped in.
 */
final class DerivedGraphEdits {
    private final Map<Quad, Boolean> requested = new HashMap<>();
    private final Set<Node> cleared = new HashSet<>();
    private final Set<Quad> deleted = new HashSet<>();
    private final Set<Node> emptied = new HashSet<>();
    /** What was there, and not emptied yet, when a graph was cleared that tells of the others. */
    private final Map<Node, Set<Node>> othersWhenCleared = new HashMap<>();

    void record(Quad quad, boolean present) {
        requested.put(quad, present);
    }

    void recordCleared(Node graph, DatasetGraph base) {
        requested.keySet().removeIf(q -> q.getGraph().equals(graph));
        cleared.add(graph);
        if (NamedGraphs.DESCRIPTIONS.contains(graph)) {
            Set<Node> others =
                    Iter.toSet(Iter.filter(base.listGraphNodes(), name -> !NamedGraphs.DERIVED.contains(name)));
            others.removeAll(emptied);
            othersWhenCleared.put(graph, others);
        }
    }

    /** A graph of which nothing is derived or told was emptied as a whole. */
    void recordEmptied(Node graph) {
        emptied.add(graph);
    }

    /** With all graphs, as DROP ALL does: then those that tell of the others will soon tell that there is nothing. */
    private boolean isClearedWithAll(Node graph) {
        return othersWhenCleared.containsKey(graph) && emptied.containsAll(othersWhenCleared.get(graph));
    }

    /** Deleted as a triple of the default graph. It may stay derivable, unless that was all that the edit wanted. */
    void recordDeleted(Quad quad) {
        deleted.add(quad);
    }

    /** The first request that did not come true. */
    Optional<Quad> firstUnmet(DatasetGraph base, boolean nothingElse) {
        for (Map.Entry<Quad, Boolean> request : requested.entrySet()) {
            if (base.contains(request.getKey()) != request.getValue()) {
                return Optional.of(request.getKey());
            }
        }
        cleared.removeIf(this::isClearedWithAll);
        for (Node graph : cleared) {
            Optional<Quad> left = Iter.asStream(base.find(graph, Node.ANY, Node.ANY, Node.ANY))
                    .filter(q -> !requested.getOrDefault(q, false)).findFirst();
            if (left.isPresent()) {
                return left;
            }
        }
        return deleted.stream().filter(q -> nothingElse && base.contains(q)).findFirst();
    }
}
