package org.secretomegraph.shacl.eval;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/**
 * One thread's look at a graph that does not change meanwhile. It remembers where longer paths lead and what is above a
 * class: many claims name the same few terms. Not for many threads.
 */
public final class EvaluationContext {
    /** So many answers are remembered: enough for an ontology, little beside a graph. */
    private static final int ANSWERS = 50_000;

    private final Graph graph;
    private final boolean whole;
    private final TargetMatcher focus;
    private final NodeCache neighbours;
    private final Map<Path, Map<Node, Set<Node>>> ends = new HashMap<>();
    private final ValidationContext parent;
    private final DatasetGraph dataset;
    private final Context settings = ARQ.getContext().copy();
    private ValidationContext unread;
    private int remembered;

    /** @param whole whether all of the graph is looked at, so that it pays to read a node's triples together */
    public EvaluationContext(Shapes shapes, Graph graph, boolean whole) {
        this.graph = graph;
        this.whole = whole;
        this.focus = new TargetMatcher(graph);
        this.neighbours = new NodeCache(graph, whole);
        this.parent = ValidationContext.create(shapes, graph);
        this.unread = ValidationContext.create(parent);
        this.dataset = DatasetGraphFactory.wrap(graph);
        settings.set(ARQConstants.sysCurrentTime, NodeFactoryExtra.nowAsDateTime());
        StageBuilder.setGenerator(settings, new AdaptiveStageGenerator(this));
        QC.setFactory(settings, context -> new PathCachingExecutor(context, this));
    }

    /** What a query needs to run, made anew: it notes the steps that are open. */
    public ExecutionContext query() {
        return ExecutionContext.create(dataset, settings);
    }

    public Graph graph() {
        return graph;
    }

    /** A context for a report. */
    public ValidationContext context() {
        return ValidationContext.create(parent);
    }

    /** The nodes to which the path leads. */
    Set<Node> values(Node from, Path path) {
        return switch (path) {
            case P_Link link -> objects(from, link.getNode());
            case P_Inverse inverse when inverse.getSubPath() instanceof P_Link link -> NodeCache
                    .few(graph.find(Node.ANY, link.getNode(), from).mapWith(Triple::getSubject));
            // Cut where steps meet: what is worth remembering is what lies above a term, not what lies above a claim.
            case P_Seq seq -> united(values(from, seq.getLeft()), middle -> values(middle, seq.getRight()));
            case P_Alt alt -> united(List.of(alt.getLeft(), alt.getRight()), either -> values(from, either));
            default -> remembered(from, path);
        };
    }

    /** Whether what a node of that graph says is at hand, as soon as one thing of it was asked for. */
    boolean readsTogether(Graph other) {
        return whole && other == graph;
    }

    Set<Node> objects(Node subject, Node predicate) {
        return neighbours.objects(subject, predicate);
    }

    private static <T> Set<Node> united(Collection<T> parts, Function<T, Set<Node>> nodes) {
        Set<Node> united = Set.of();
        for (T part : parts) {
            Set<Node> more = nodes.apply(part);
            if (united.isEmpty()) {
                united = more;
            } else if (!more.isEmpty()) {
                united = new HashSet<>(united);
                united.addAll(more);
            }
        }
        return united;
    }

    private Set<Node> remembered(Node from, Path path) {
        Map<Node, Set<Node>> known = ends.computeIfAbsent(path, p -> new HashMap<>());
        Set<Node> values = known.get(from);
        if (values == null) {
            values = PathWalker.isPlain(path) ? new PathWalker(graph).forward(path, Set.of(from))
                    : ShaclPaths.valueNodes(graph, from, path);
            if (++remembered > ANSWERS) {
                ends.values().forEach(Map::clear);
                remembered = 1;
            }
            known.put(from, values);
        }
        return values;
    }

    Set<Node> predicates(Node subject) {
        return neighbours.predicates(subject);
    }

    boolean isInstance(Node node, Node type) {
        return focus.isInstance(node, type);
    }

    /** Whether jena-shacl finds nothing. */
    boolean asksJena(Shape shape, Node node, Constraint constraint) {
        VLib.evalConstraint(unread, graph, shape, node, null, null, constraint);
        return foundNothing();
    }

    boolean asksJena(PropertyShape shape, Node node, Set<Node> values, Constraint constraint) {
        VLib.evalConstraint(unread, graph, shape, node, shape.getPath(), values, constraint);
        return foundNothing();
    }

    private boolean foundNothing() {
        boolean nothing = !unread.hasViolation();
        if (!nothing) {
            unread = ValidationContext.create(parent);
        }
        return nothing;
    }
}
