package org.secretomegraph.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * Matches triple patterns from what is known already. ARQ takes patterns in the order of the text, which for a rule that
 * begins with "a claim of this kind" means all claims; here the next pattern is always one that hangs on a known node,
 * and among those the one with the fewest matches. What is wholly known is asked first.
 */
final class Matches {
    private final Graph graph;
    private final BiPredicate<Map<Var, Node>, Set<Var>> worthIt;
    private final Function<Map<Var, Node>, List<Map<Var, Node>>> listed;

    /**
     * @param worthIt whether a half-made match can still become one, and which of its variables are new
     * @param listed  the same match with each of the values that a variable must have, where it has none yet
     */
    Matches(Graph graph, BiPredicate<Map<Var, Node>, Set<Var>> worthIt,
            Function<Map<Var, Node>, List<Map<Var, Node>>> listed) {
        this.graph = graph;
        this.worthIt = worthIt;
        this.listed = listed;
    }

    void each(List<Triple> patterns, Map<Var, Node> known, Consumer<Map<Var, Node>> found) {
        each(patterns, known, known.keySet(), found);
    }

    private void each(List<Triple> patterns, Map<Var, Node> known, Set<Var> fresh, Consumer<Map<Var, Node>> found) {
        if (!worthIt.test(known, fresh)) {
            return;
        }
        if (patterns.isEmpty()) {
            found.accept(known);
            return;
        }
        if (patterns.stream().noneMatch(p -> isKnown(p.getSubject(), known))) {
            List<Map<Var, Node>> all = listed.apply(known);
            if (all.size() != 1 || all.get(0).size() > known.size()) {
                all.forEach(more -> each(patterns, more, found));
                return;
            }
        }
        Choice choice = choose(patterns, known);
        Set<Var> open = open(choice.pattern(), known);
        List<Triple> rest = new ArrayList<>(patterns);
        rest.remove(choice.pattern());
        for (Triple triple : choice.matches()) {
            Map<Var, Node> more = new HashMap<>(known);
            if (unify(choice.pattern(), triple, more)) {
                each(rest, more, open, found);
            }
        }
    }

    private static boolean isKnown(Node node, Map<Var, Node> known) {
        return !Var.isVar(node) || known.containsKey(Var.alloc(node));
    }

    private static Set<Var> open(Triple pattern, Map<Var, Node> known) {
        return Stream.of(pattern.getSubject(), pattern.getPredicate(), pattern.getObject())
                .filter(node -> !isKnown(node, known)).map(Var::alloc).collect(Collectors.toSet());
    }

    private record Choice(Triple pattern, List<Triple> matches) {}

    private Choice choose(List<Triple> patterns, Map<Var, Node> known) {
        for (Triple pattern : patterns) {
            Triple asked = asked(pattern, known);
            if (asked.isConcrete()) {
                return new Choice(pattern, graph.contains(asked) ? List.of(asked) : List.of());
            }
        }
        List<Triple> fromObject = new ArrayList<>();
        for (Triple pattern : patterns) {
            Triple asked = asked(pattern, known);
            if (asked.getSubject().isConcrete()) {
                return new Choice(pattern, graph.find(asked).toList());
            }
            if (asked.getObject().isConcrete()) {
                fromObject.add(pattern);
            }
        }
        List<Triple> eligible = fromObject.isEmpty() ? patterns : fromObject;
        return few(eligible, known).orElseGet(() -> race(eligible, known));
    }

    /** Of patterns whose matches are known to be few, the one with the fewest. */
    private Optional<Choice> few(List<Triple> patterns, Map<Var, Node> known) {
        return graph instanceof Recalling memory ? patterns.stream()
                .flatMap(p -> memory.few(asked(p, known)).map(found -> new Choice(p, found)).stream())
                .min(Comparator.comparingInt(choice -> choice.matches().size())) : Optional.empty();
    }

    /** The pattern with the fewest matches, at the cost of those few: all are read in step until one has no more. */
    private Choice race(List<Triple> patterns, Map<Var, Node> known) {
        List<ExtendedIterator<Triple>> running = patterns.stream().map(p -> graph.find(asked(p, known))).toList();
        List<List<Triple>> read = patterns.stream().<List<Triple>>map(p -> new ArrayList<>()).toList();
        try {
            while (true) {
                for (int i = 0; i < running.size(); i++) {
                    if (!running.get(i).hasNext()) {
                        return new Choice(patterns.get(i), read.get(i));
                    }
                    read.get(i).add(running.get(i).next());
                }
            }
        } finally {
            running.forEach(ExtendedIterator::close);
        }
    }

    private static Triple asked(Triple pattern, Map<Var, Node> known) {
        return Triple.create(asked(pattern.getSubject(), known), asked(pattern.getPredicate(), known),
                asked(pattern.getObject(), known));
    }

    private static Node asked(Node node, Map<Var, Node> known) {
        return Var.isVar(node) ? known.getOrDefault(Var.alloc(node), Node.ANY) : node;
    }

    /** Adds what the triple says of the pattern's variables. Returns whether it agrees with what is known. */
    static boolean unify(Triple pattern, Triple triple, Map<Var, Node> known) {
        return unify(pattern.getSubject(), triple.getSubject(), known)
                && unify(pattern.getPredicate(), triple.getPredicate(), known)
                && unify(pattern.getObject(), triple.getObject(), known);
    }

    private static boolean unify(Node pattern, Node node, Map<Var, Node> known) {
        if (!Var.isVar(pattern)) {
            return pattern.equals(node);
        }
        Node before = known.putIfAbsent(Var.alloc(pattern), node);
        return before == null || before.equals(node);
    }
}
