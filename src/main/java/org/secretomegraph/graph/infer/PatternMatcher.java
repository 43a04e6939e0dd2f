package org.secretomegraph.graph.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.secretomegraph.graph.cache.PatternSelector;

/**
 * Matches triple patterns from what is known already. ARQ takes patterns in the order of the text, which for a rule
 * that begins with "a claim of this kind" means all claims; here the next pattern is always one with a bound node, and
 * among those the one with the fewest matches. What is wholly known is asked first.
 */
final class PatternMatcher {
    private final Graph graph;
    private final BiPredicate<Map<Var, Node>, Set<Var>> worthIt;
    private final Function<Map<Var, Node>, List<Map<Var, Node>>> listed;

    /**
     * @param worthIt whether a half-made match can still become one, and which of its variables are new
     * @param listed  the same match with each of the values that a variable must have, where it has none yet
     */
    PatternMatcher(Graph graph, BiPredicate<Map<Var, Node>, Set<Var>> worthIt,
            Function<Map<Var, Node>, List<Map<Var, Node>>> listed) {
        this.graph = graph;
        this.worthIt = worthIt;
        this.listed = listed;
    }

    void each(List<Triple> patterns, Map<Var, Node> known, Consumer<Map<Var, Node>> found) {
        each(patterns, known, known.keySet(), found);
    }

    private void each(List<Triple> patterns, Map<Var, Node> known, Set<Var> fresh, Consumer<Map<Var, Node>> found) {
        List<Triple> open = new ArrayList<>(patterns.size());
        for (Triple pattern : patterns) {
            Triple asked = asked(pattern, known);
            if (!asked.isConcrete()) {
                open.add(pattern);
            } else if (!graph.contains(asked)) {
                return;
            }
        }
        if (!worthIt.test(known, fresh)) {
            return;
        }
        if (open.isEmpty()) {
            found.accept(known);
        } else {
            next(open, known, found);
        }
    }

    private void next(List<Triple> patterns, Map<Var, Node> known, Consumer<Map<Var, Node>> found) {
        List<Triple> asked = patterns.stream().map(p -> asked(p, known)).toList();
        Optional<PatternSelector> quick = PatternSelector.quickly(graph, patterns, asked);
        if (quick.isEmpty()) {
            List<Map<Var, Node>> all = listed.apply(known);
            if (all.size() != 1 || all.get(0).size() > known.size()) {
                all.forEach(more -> each(patterns, more, found));
                return;
            }
        }
        PatternSelector choice = quick.orElseGet(() -> PatternSelector.race(graph, asked));
        Triple chosen = patterns.get(choice.index());
        Set<Var> fresh = unknown(chosen, known);
        List<Triple> rest = new ArrayList<>(patterns);
        rest.remove(choice.index());
        for (Triple triple : choice.matches()) {
            Map<Var, Node> more = new HashMap<>(known);
            if (unify(chosen, triple, more)) {
                each(rest, more, fresh, found);
            }
        }
    }

    private static Set<Var> unknown(Triple pattern, Map<Var, Node> known) {
        Set<Var> unknown = new HashSet<>();
        for (Node node : List.of(pattern.getSubject(), pattern.getPredicate(), pattern.getObject())) {
            if (Var.isVar(node) && !known.containsKey(Var.alloc(node))) {
                unknown.add(Var.alloc(node));
            }
        }
        return unknown;
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
