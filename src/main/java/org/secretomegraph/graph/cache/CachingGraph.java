package org.secretomegraph.graph.cache;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.secretomegraph.graph.view.GraphView;
import org.secretomegraph.graph.view.MatchList;
import org.secretomegraph.graph.view.SelectivityHints;

/**
 * A graph that does not change for a while and caches its look-ups: to validate one claim takes some hundred look-ups
 * of the same few nodes.
 */
final class CachingGraph extends GraphBase implements GraphView, SelectivityHints {
    /** Bounds the cache of the change itself: one of a million triples must not fill the memory. */
    private static final int CAPACITY = 20_000;
    private static final int SUBJECT_THRESHOLD = 3;
    private static final int MAX_MATCHES = 100;

    private final Graph graph;
    private final TripleLookupCache shared;
    private final InvalidatedLookups invalidated;
    private final TripleLookupCache own = new TripleLookupCache(CAPACITY, SUBJECT_THRESHOLD, MAX_MATCHES);

    /**
     * @param shared      look-ups of the state before the change
     * @param invalidated the look-ups among them that the change may have altered
     */
    CachingGraph(Graph graph, TripleLookupCache shared, InvalidatedLookups invalidated) {
        this.graph = graph;
        this.shared = shared;
        this.invalidated = invalidated;
    }

    @Override
    public Graph base() {
        return graph;
    }

    /** The copy that several threads share is in memory without transactions and needs no cache. */
    @Override
    public Graph over(Graph other) {
        return other;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        Node s = pattern.getSubject();
        Node p = pattern.getPredicate();
        Node o = pattern.getObject();
        if (s.isConcrete()) {
            Optional<Map<Node, List<Triple>>> known = (invalidated.subject(s) ? own : shared).ofSubject(s, graph);
            if (known.isPresent()) {
                return answer(p.isConcrete() ? known.get().getOrDefault(p, List.of())
                        : known.get().values().stream().flatMap(List::stream).toList(), o);
            }
        } else if (p.isConcrete() && o.isConcrete()) {
            Optional<MatchList> known = (invalidated.object(pattern) ? own : shared).ofObject(pattern, graph);
            if (known.isPresent()) {
                return answer(known.get().triples(), Node.ANY);
            }
        }
        return graph.find(pattern);
    }

    @Override
    public Optional<MatchList> smallMatches(Triple pattern) {
        return pattern.getSubject().isConcrete() || !pattern.getPredicate().isConcrete()
                || !pattern.getObject().isConcrete()
                        ? Optional.empty() : (invalidated.object(pattern) ? own : shared).ofObject(pattern, graph);
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        if (pattern.isConcrete()) {
            Optional<Map<Node, List<Triple>>> known = (invalidated.subject(pattern.getSubject()) ? own : shared)
                    .ofSubject(pattern.getSubject(), graph);
            return known.map(triples -> triples.getOrDefault(pattern.getPredicate(), List.of()).contains(pattern))
                    .orElseGet(() -> graph.contains(pattern));
        }
        if (pattern.getSubject().isConcrete()
                || pattern.getPredicate().isConcrete() && pattern.getObject().isConcrete()) {
            return graphBaseFind(pattern).hasNext();
        }
        return graph.contains(pattern);
    }

    private static ExtendedIterator<Triple> answer(List<Triple> triples, Node object) {
        Iterator<Triple> all = triples.iterator();
        ExtendedIterator<Triple> answer = WrappedIterator.createNoRemove(all);
        return object.isConcrete() ? answer.filterKeep(t -> t.getObject().equals(object)) : answer;
    }
}
