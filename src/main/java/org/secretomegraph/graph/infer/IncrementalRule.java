package org.secretomegraph.graph.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.jspecify.annotations.Nullable;
import org.secretomegraph.graph.change.TripleDelta;

/**
 * One rule for direct links, a SPARQL CONSTRUCT query, and how its result follows a change. A rule can be followed when
 * it is made of triple patterns, FILTER, BIND, VALUES and triples that must not be there: then a changed triple matters
 * only to matches that hold it, or that it forbids.
 */
final class IncrementalRule {
    private final Query construct;
    private final Optional<RuleBody> patterns;

    IncrementalRule(String text) {
        this.construct = QueryFactory.create(text);
        this.patterns = RuleBody.of(construct);
    }

    /** Everything that the rule makes of the claims. */
    void makeAll(Graph claims, Graph links) {
        try (QueryExec exec = QueryExec.graph(claims).query(construct).build()) {
            exec.construct(links);
        }
    }

    /** One end of a pattern that a changed triple matches: matches that hold the triple have this node there. */
    record Hook(Var variable, Node node) {}

    /** Where the rule gains matches by a change; empty when that cannot be told, and all must be made anew. */
    Optional<Set<Hook>> gains(TripleDelta change) {
        return hooks(change.added(), change.removed());
    }

    /** Where the rule loses matches by a change; empty when that cannot be told, and all must be made anew. */
    Optional<Set<Hook>> losses(TripleDelta change) {
        return hooks(change.removed(), change.added());
    }

    /**
     * Where changed triples touch the rule.
     *
     * @param present triples that patterns may match
     * @param absent  triples that the patterns which no triple may match do match
     */
    private Optional<Set<Hook>> hooks(Set<Triple> present, Set<Triple> absent) {
        if (patterns.isEmpty()) {
            return present.isEmpty() && absent.isEmpty() ? Optional.of(Set.of()) : Optional.empty();
        }
        Set<Hook> hooks = new LinkedHashSet<>();
        boolean isKnown = addHooks(patterns.get().triples(), present, hooks)
                && addHooks(patterns.get().absent(), absent, hooks);
        return isKnown ? Optional.of(hooks) : Optional.empty();
    }

    private boolean addHooks(List<Triple> forms, Set<Triple> changed, Set<Hook> hooks) {
        for (Triple triple : changed) {
            for (Triple pattern : forms) {
                if (PatternMatcher.unify(pattern, triple, new HashMap<>())) {
                    Optional<Hook> hook = patterns.orElseThrow().hook(pattern, triple);
                    if (hook.isEmpty()) {
                        return false;
                    }
                    hooks.add(hook.get());
                }
            }
        }
        return true;
    }

    /** What the rule makes of the claims at a hook. */
    Set<Triple> made(Graph claims, Hook hook) {
        Set<Triple> made = new LinkedHashSet<>();
        for (Map<Var, Node> row : patterns.orElseThrow().rows(claims, Map.of(hook.variable(), hook.node()))) {
            for (Triple triple : template()) {
                instance(triple, row).ifPresent(made::add);
            }
        }
        return made;
    }

    /**
     * Whether the rule makes a triple of these claims.
     *
     * @param links what was made before: all triples of a match are made together, so they tell the match that made one
     */
    boolean makes(Triple triple, Graph claims, Graph links) {
        for (Triple made : template()) {
            Map<Var, Node> found = new HashMap<>();
            if (PatternMatcher.unify(made, triple, found)
                    && candidates(found, links).stream().anyMatch(c -> holds(c, claims))) {
                return true;
            }
        }
        return false;
    }

    /** A variable that the rule computes cannot be looked up; the triples made with it tell the others. */
    private List<Map<Var, Node>> candidates(Map<Var, Node> found, Graph links) {
        if (found.keySet().stream().allMatch(patterns.orElseThrow()::isMatched)) {
            return List.of(found);
        }
        List<Map<Var, Node>> rows = new ArrayList<>();
        new PatternMatcher(links, (known, fresh) -> true, List::of).each(template(), found, rows::add);
        return rows;
    }

    private boolean holds(Map<Var, Node> candidate, Graph claims) {
        Map<Var, Node> stated = new HashMap<>(candidate);
        stated.keySet().removeIf(v -> !patterns.orElseThrow().isMatched(v));
        return patterns.orElseThrow().rows(claims, stated).stream()
                .anyMatch(row -> row.entrySet().containsAll(candidate.entrySet()));
    }

    private List<Triple> template() {
        return construct.getConstructTemplate().getTriples();
    }

    /** As CONSTRUCT does: no triple when a variable is unbound or a literal would be a subject. */
    private static Optional<Triple> instance(Triple template, Map<Var, Node> row) {
        Node s = value(template.getSubject(), row);
        Node p = value(template.getPredicate(), row);
        Node o = value(template.getObject(), row);
        return s == null || p == null || o == null || s.isLiteral() || !p.isURI() ? Optional.empty()
                : Optional.of(Triple.create(s, p, o));
    }

    private static @Nullable Node value(Node node, Map<Var, Node> row) {
        return Var.isVar(node) ? row.get(Var.alloc(node)) : node;
    }
}
