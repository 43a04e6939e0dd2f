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
 * Matches the triple patterns of a query in an order that is chosen for each solution anew (see {@link
 * PatternSelector}). Jena's own
 * order is fixed by the form of the patterns: to ask of each claim which others have its publication and its subject
 * would
 * take the square of the number of claims, where one publication stands for a whole database.
 */
final class AdaptiveStageGenerator implements StageGenerator {
    private final EvaluationContext looking;

    AdaptiveStageGenerator(EvaluationContext looking) {
        this.looking = looking;
    }

    @Override
    public QueryIterator execute(BasicPattern pattern, QueryIterator input, ExecutionContext context) {
        if (pattern.getList().stream().anyMatch(AdaptiveStageGenerator::hasTripleTerm)) {
            return StageBuilder.standardGenerator().execute(pattern, input, context);
        }
        Graph graph = context.getActiveGraph();
        return new QueryIterRepeatApply(input, context) {
            @Override
            protected QueryIterator nextStage(Binding known) {
                return QueryIterPlainWrapper.create(solutions(pattern.getList(), known, graph), context);
            }
        };
    }

    /** With variables in it, perhaps: those are left to Jena. */
    private static boolean hasTripleTerm(Triple pattern) {
        return pattern.getSubject().isTripleTerm() || pattern.getObject().isTripleTerm();
    }

    private Iterator<Binding> solutions(List<Triple> patterns, Binding known, Graph graph) {
        List<Triple> open = new ArrayList<>(patterns.size());
        List<Triple> asked = new ArrayList<>(patterns.size());
        for (Triple pattern : patterns) {
            Triple question = Triple.create(value(pattern.getSubject(), known), value(pattern.getPredicate(), known),
                    value(pattern.getObject(), known));
            if (!question.isConcrete()) {
                open.add(pattern);
                asked.add(question);
            } else if (!graph.contains(question)) {
                return Iter.nullIterator();
            }
        }
        if (open.isEmpty()) {
            return Iter.singletonIterator(known);
        }
        PatternSelector next = remembered(asked, graph).orElseGet(() -> PatternSelector.of(graph, open, asked));
        Triple pattern = open.remove(next.index());
        return Iter.flatMap(next.matches().iterator(), triple -> with(triple, pattern, known)
                .map(more -> solutions(open, more, graph)).orElseGet(Iter::nullIterator));
    }

    /** What hangs on a known subject has been read for shapes mostly. */
    private Optional<PatternSelector> remembered(List<Triple> asked, Graph graph) {
        for (int i = 0; i < asked.size() && looking.readsTogether(graph); i++) {
            Node subject = asked.get(i).getSubject();
            Node predicate = asked.get(i).getPredicate();
            if (subject.isConcrete() && predicate.isConcrete()) {
                return Optional.of(new PatternSelector(i, looking.objects(subject, predicate).stream()
                        .map(object -> Triple.create(subject, predicate, object)).toList()));
            }
        }
        return Optional.empty();
    }

    private static Node value(Node node, Binding known) {
        if (!Var.isVar(node)) {
            return node;
        }
        Node value = known.get(Var.alloc(node));
        return value == null ? Node.ANY : value;
    }

    /** A variable that stands twice in a pattern must be the same twice. */
    private static Optional<Binding> with(Triple triple, Triple pattern, Binding known) {
        BindingBuilder more = Binding.builder(known);
        boolean agrees = take(pattern.getSubject(), triple.getSubject(), more)
                && take(pattern.getPredicate(), triple.getPredicate(), more)
                && take(pattern.getObject(), triple.getObject(), more);
        return agrees ? Optional.of(more.build()) : Optional.empty();
    }

    private static boolean take(Node pattern, Node value, BindingBuilder more) {
        if (!Var.isVar(pattern)) {
            return true;
        }
        Var variable = Var.alloc(pattern);
        Node known = more.get(variable);
        if (known == null) {
            more.add(variable, value);
        }
        return known == null || known.sameTermAs(value);
    }
}
