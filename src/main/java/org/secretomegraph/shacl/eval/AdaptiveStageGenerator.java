package org.secretomegraph.shacl.eval;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.secretomegraph.graph.cache.PatternSelector;

/**
 * Matches the triple patterns of a query in an order that is chosen anew for each solution (see {@link
 * PatternSelector}). The order of Jena depends on the form of the patterns only: finding for each claim the others
 * with its publication and its subject would then take the square of the number of claims where one publication stands
 * for a whole database.
 */
final class AdaptiveStageGenerator implements StageGenerator {
    private final EvaluationContext evaluation;

    AdaptiveStageGenerator(EvaluationContext evaluation) {
        this.evaluation = evaluation;
    }

    @Override
    public QueryIterator execute(BasicPattern pattern, QueryIterator input, ExecutionContext context) {
        if (pattern.getList().stream().anyMatch(AdaptiveStageGenerator::hasTripleTerm)) {
            return StageBuilder.standardGenerator().execute(pattern, input, context);
        }
        Graph graph = context.getActiveGraph();
        return new QueryIterRepeatApply(input, context) {
            @Override
            protected QueryIterator nextStage(Binding binding) {
                return QueryIterPlainWrapper.create(solutions(pattern.getList(), binding, graph), context);
            }
        };
    }

    /** Triple terms may contain variables and are left to Jena. */
    private static boolean hasTripleTerm(Triple pattern) {
        return pattern.getSubject().isTripleTerm() || pattern.getObject().isTripleTerm();
    }

    private Iterator<Binding> solutions(List<Triple> patterns, Binding binding, Graph graph) {
        List<Triple> remaining = new ArrayList<>(patterns.size());
        List<Triple> substituted = new ArrayList<>(patterns.size());
        for (Triple pattern : patterns) {
            Triple substitutedPattern =
                    Triple.create(value(pattern.getSubject(), binding), value(pattern.getPredicate(), binding),
                            value(pattern.getObject(), binding));
            if (!substitutedPattern.isConcrete()) {
                remaining.add(pattern);
                substituted.add(substitutedPattern);
            } else if (!graph.contains(substitutedPattern)) {
                return Iter.nullIterator();
            }
        }
        if (remaining.isEmpty()) {
            return Iter.singletonIterator(binding);
        }
        PatternSelector next =
                cached(substituted, graph).orElseGet(() -> PatternSelector.of(graph, remaining, substituted));
        Triple pattern = remaining.remove(next.index());
        return Iter.flatMap(next.matches().iterator(), triple -> extend(triple, pattern, binding)
                .map(extended -> solutions(remaining, extended, graph)).orElseGet(Iter::nullIterator));
    }

    /** A pattern with a bound subject and predicate, whose objects are mostly in the cache of the shapes. */
    private Optional<PatternSelector> cached(List<Triple> substituted, Graph graph) {
        for (int i = 0; i < substituted.size() && evaluation.cachesNodes(graph); i++) {
            Node subject = substituted.get(i).getSubject();
            Node predicate = substituted.get(i).getPredicate();
            if (subject.isConcrete() && predicate.isConcrete()) {
                return Optional.of(new PatternSelector(i, evaluation.objects(subject, predicate).stream()
                        .map(object -> Triple.create(subject, predicate, object)).toList()));
            }
        }
        return Optional.empty();
    }

    private static Node value(Node node, Binding binding) {
        if (!Var.isVar(node)) {
            return node;
        }
        Node value = binding.get(Var.alloc(node));
        return value == null ? Node.ANY : value;
    }

    /**
     * The solution extended by a matching triple; empty when a variable that occurs twice in the pattern matches two
     * nodes.
     */
    private static Optional<Binding> extend(Triple triple, Triple pattern, Binding binding) {
        BindingBuilder extended = Binding.builder(binding);
        boolean compatible = bind(pattern.getSubject(), triple.getSubject(), extended)
                && bind(pattern.getPredicate(), triple.getPredicate(), extended)
                && bind(pattern.getObject(), triple.getObject(), extended);
        return compatible ? Optional.of(extended.build()) : Optional.empty();
    }

    private static boolean bind(Node pattern, Node value, BindingBuilder extended) {
        if (!Var.isVar(pattern)) {
            return true;
        }
        Var variable = Var.alloc(pattern);
        Node bound = extended.get(variable);
        if (bound == null) {
            extended.add(variable, value);
        }
        return bound == null || bound.sameTermAs(value);
    }
}
