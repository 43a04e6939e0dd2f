package org.secretomegraph.shacl.eval;

import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathLib;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/**
 * Evaluates the transitive paths of a query, such as {@code rdfs:subClassOf*}, from a known node through the path
 * cache of the evaluation context. Such a path yields each node once (<a
 * href="https://www.w3.org/TR/sparql11-query/#defn_evalPP_ZeroOrMorePath">SPARQL 1.1, 18.4</a>). All other operators,
 * and paths that start at no known node or end at a literal, are evaluated by Jena.
 */
final class PathCachingExecutor extends OpExecutor {
    private final EvaluationContext evaluation;

    PathCachingExecutor(ExecutionContext context, EvaluationContext evaluation) {
        super(context);
        this.evaluation = evaluation;
    }

    @Override
    protected QueryIterator execute(OpPath op, QueryIterator input) {
        TriplePath path = op.getTriplePath();
        if (!isCacheable(path.getPath()) || execCxt.getActiveGraph() != evaluation.graph()) {
            return super.execute(op, input);
        }
        return new QueryIterRepeatApply(input, execCxt) {
            @Override
            protected QueryIterator nextStage(Binding binding) {
                return evaluate(path, binding);
            }
        };
    }

    private QueryIterator evaluate(TriplePath path, Binding binding) {
        Node from = Var.lookup(binding, path.getSubject());
        Node to = Var.lookup(binding, path.getObject());
        if (Var.isVar(from) || to.isLiteral()) {
            return PathLib.execTriplePath(binding, path, execCxt);
        }
        Set<Node> values = evaluation.values(from, path.getPath());
        return QueryIterPlainWrapper.create(!Var.isVar(to)
                ? values.contains(to) && isMatch(from, path.getPath(), to) ? Iter.singletonIterator(binding)
                        : Iter.nullIterator()
                : Iter.map(values.iterator(), end -> BindingFactory.binding(binding, Var.alloc(to), end)), execCxt);
    }

    /** Between two known nodes Jena matches an empty path only where the node is in the graph (apache/jena#1868). */
    private boolean isMatch(Node from, Path path, Node to) {
        return !from.equals(to) || !path.hasZeroLengthComponent()
                || evaluation.graph().contains(from, Node.ANY, Node.ANY)
                || evaluation.graph().contains(Node.ANY, Node.ANY, from);
    }

    /**
     * Paths without duplicates over steps that are triples. Jena computes some predicates, such as rdfs:member, from
     * others.
     */
    private static boolean isCacheable(Path path) {
        return switch (path) {
            case P_ZeroOrMore1 many -> isTriplePath(many.getSubPath());
            case P_OneOrMore1 many -> isTriplePath(many.getSubPath());
            case P_ZeroOrOne maybe -> isTriplePath(maybe.getSubPath());
            case null, default -> false;
        };
    }

    private static boolean isTriplePath(Path path) {
        return switch (path) {
            case P_Link link -> !PropertyFunctionRegistry.get().isRegistered(link.getNode().getURI());
            case P_Inverse inverse -> isTriplePath(inverse.getSubPath());
            case P_Seq seq -> isTriplePath(seq.getLeft()) && isTriplePath(seq.getRight());
            case P_Alt alt -> isTriplePath(alt.getLeft()) && isTriplePath(alt.getRight());
            default -> isCacheable(path);
        };
    }
}
