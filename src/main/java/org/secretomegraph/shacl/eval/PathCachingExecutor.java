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
 * Steps of a query that follow a path of any length, such as {@code rdfs:subClassOf*}, from a node that is known: where
 * they lead is remembered, as for the paths of shapes. Such a path leads to each node once, however many ways there are
 * (<a href="https://www.w3.org/TR/sparql11-query/#defn_evalPP_ZeroOrMorePath">SPARQL 1.1, 18.4</a>). All other steps,
 * and
 * those that begin at no known node or end at a literal, are Jena's.
 */
final class PathCachingExecutor extends OpExecutor {
    private final EvaluationContext looking;

    PathCachingExecutor(ExecutionContext context, EvaluationContext looking) {
        super(context);
        this.looking = looking;
    }

    @Override
    protected QueryIterator execute(OpPath step, QueryIterator input) {
        TriplePath path = step.getTriplePath();
        if (!isRemembered(path.getPath()) || execCxt.getActiveGraph() != looking.graph()) {
            return super.execute(step, input);
        }
        return new QueryIterRepeatApply(input, execCxt) {
            @Override
            protected QueryIterator nextStage(Binding known) {
                return follow(path, known);
            }
        };
    }

    private QueryIterator follow(TriplePath path, Binding known) {
        Node from = Var.lookup(known, path.getSubject());
        Node to = Var.lookup(known, path.getObject());
        if (Var.isVar(from) || to.isLiteral()) {
            return PathLib.execTriplePath(known, path, execCxt);
        }
        Set<Node> ends = looking.values(from, path.getPath());
        return QueryIterPlainWrapper.create(!Var.isVar(to)
                ? ends.contains(to) && isCounted(from, path.getPath(), to) ? Iter.singletonIterator(known)
                        : Iter.nullIterator()
                : Iter.map(ends.iterator(), end -> BindingFactory.binding(known, Var.alloc(to), end)), execCxt);
    }

    /** Between two known nodes Jena counts a way without steps only where the node is in the graph (apache/jena#1868). */
    private boolean isCounted(Node from, Path path, Node to) {
        return !from.equals(to) || !path.hasZeroLengthComponent() || looking.graph().contains(from, Node.ANY, Node.ANY)
                || looking.graph().contains(Node.ANY, Node.ANY, from);
    }

    /** The paths that count no ways, over steps that are triples: Jena computes some, such as rdfs:member, from others. */
    private static boolean isRemembered(Path path) {
        return switch (path) {
            case P_ZeroOrMore1 many -> isStep(many.getSubPath());
            case P_OneOrMore1 many -> isStep(many.getSubPath());
            case P_ZeroOrOne maybe -> isStep(maybe.getSubPath());
            case null, default -> false;
        };
    }

    private static boolean isStep(Path path) {
        return switch (path) {
            case P_Link link -> !PropertyFunctionRegistry.get().isRegistered(link.getNode().getURI());
            case P_Inverse inverse -> isStep(inverse.getSubPath());
            case P_Seq seq -> isStep(seq.getLeft()) && isStep(seq.getRight());
            case P_Alt alt -> isStep(alt.getLeft()) && isStep(alt.getRight());
            default -> isRemembered(path);
        };
    }
}
