package org.secretomegraph.graph;

import java.util.ArrayList;
import java.util.HashMap;
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

/**
 * A graph that does not change for a while, and remembers what it was asked: judging one claim asks some hundred times
 * about the same few nodes, and the stores answer each time anew. Nodes with many triples are not remembered, so that the
 * memory follows the questions and not the graph.
 */
public final class Remembering extends GraphBase implements Laid {
    private static final int MANY = 100;
    /** From this question on, all that a subject has is read at once. */
    private static final int OFTEN = 3;

    /** So much is remembered at most: a change of a million triples must not fill the memory with answers. */
    private static final int ANSWERS = 20_000;

    private final Graph graph;
    /** By subject, then by predicate; empty for a subject that has many triples. */
    private final Map<Node, Optional<Map<Node, List<Triple>>>> subjects = new HashMap<>();
    private final Map<Node, Integer> asked = new HashMap<>();
    /** By predicate and object; empty for those that have many. */
    private final Map<Triple, Optional<List<Triple>>> objects = new HashMap<>();

    public Remembering(Graph graph) {
        this.graph = graph;
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
        if (subjects.size() + objects.size() + asked.size() > ANSWERS) {
            subjects.clear();
            objects.clear();
            asked.clear();
        }
        if (s.isConcrete()) {
            Optional<Map<Node, List<Triple>>> known = subject(s);
            if (known.isPresent()) {
                return answer(p.isConcrete() ? known.get().getOrDefault(p, List.of())
                        : known.get().values().stream().flatMap(List::stream).toList(), o);
            }
        } else if (p.isConcrete() && o.isConcrete()) {
            Optional<List<Triple>> known = objects.get(pattern);
            if (known == null) {
                known = few(pattern);
                objects.put(pattern, known);
            }
            if (known.isPresent()) {
                return answer(known.get(), Node.ANY);
            }
        }
        return graph.find(pattern);
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        if (pattern.getSubject().isConcrete() || pattern.getPredicate().isConcrete() && pattern.getObject().isConcrete()) {
            return graphBaseFind(pattern).hasNext();
        }
        return graph.contains(pattern);
    }

    private Optional<Map<Node, List<Triple>>> subject(Node subject) {
        Optional<Map<Node, List<Triple>>> known = subjects.get(subject);
        if (known == null) {
            if (asked.merge(subject, 1, Integer::sum) < OFTEN) {
                return Optional.empty();
            }
            known = few(Triple.create(subject, Node.ANY, Node.ANY)).map(triples -> {
                Map<Node, List<Triple>> byPredicate = new HashMap<>();
                triples.forEach(t -> byPredicate.computeIfAbsent(t.getPredicate(), p -> new ArrayList<>(2)).add(t));
                return byPredicate;
            });
            subjects.put(subject, known);
        }
        return known;
    }

    private Optional<List<Triple>> few(Triple pattern) {
        List<Triple> found = new ArrayList<>();
        ExtendedIterator<Triple> all = graph.find(pattern);
        try {
            while (all.hasNext()) {
                found.add(all.next());
                if (found.size() > MANY) {
                    return Optional.empty();
                }
            }
            return Optional.of(found);
        } finally {
            all.close();
        }
    }

    private static ExtendedIterator<Triple> answer(List<Triple> triples, Node object) {
        Iterator<Triple> all = triples.iterator();
        ExtendedIterator<Triple> answer = WrappedIterator.createNoRemove(all);
        return object.isConcrete() ? answer.filterKeep(t -> t.getObject().equals(object)) : answer;
    }
}
