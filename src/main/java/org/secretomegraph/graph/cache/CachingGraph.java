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
 * A graph that does not change for a while, and remembers what it was asked: judging one claim asks some hundred times
 * about the same few nodes, and the stores answer each time anew.
 */
final class CachingGraph extends GraphBase implements GraphView, SelectivityHints {
    /** So much is remembered of a change itself: one of a million triples must not fill the memory with answers. */
    private static final int ROOM = 20_000;
    private static final int OFTEN = 3;
    private static final int MANY = 100;

    private final Graph graph;
    private final TripleLookupCache before;
    private final InvalidatedLookups touched;
    private final TripleLookupCache own = new TripleLookupCache(ROOM, OFTEN, MANY);

    /**
     * @param before  what the graph answered before this change, and still answers
     * @param touched but for this
     */
    CachingGraph(Graph graph, TripleLookupCache before, InvalidatedLookups touched) {
        this.graph = graph;
        this.before = before;
        this.touched = touched;
    }

    @Override
    public Graph base() {
        return graph;
    }

    /** Plain memory, as which many threads see a graph, answers as fast as a memory of answers. */
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
            Optional<Map<Node, List<Triple>>> known = (touched.subject(s) ? own : before).ofSubject(s, graph);
            if (known.isPresent()) {
                return answer(p.isConcrete() ? known.get().getOrDefault(p, List.of())
                        : known.get().values().stream().flatMap(List::stream).toList(), o);
            }
        } else if (p.isConcrete() && o.isConcrete()) {
            Optional<MatchList> known = (touched.object(pattern) ? own : before).ofObject(pattern, graph);
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
                        ? Optional.empty() : (touched.object(pattern) ? own : before).ofObject(pattern, graph);
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        if (pattern.isConcrete()) {
            Optional<Map<Node, List<Triple>>> known = (touched.subject(pattern.getSubject()) ? own : before)
                    .ofSubject(pattern.getSubject(), graph);
            return known.map(said -> said.getOrDefault(pattern.getPredicate(), List.of()).contains(pattern))
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
