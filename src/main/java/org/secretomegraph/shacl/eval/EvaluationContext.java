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
 * The evaluation context of one thread on a graph that does not change meanwhile. It caches where property paths lead
 * and the superclasses of a class, because many claims refer to the same few terms. Not safe for several threads.
 */
public final class EvaluationContext {
    /** The number of cached path results: enough for an ontology, little compared with a graph. */
    private static final int MAX_CACHED_PATHS = 50_000;

    private final Graph graph;
    private final boolean wholeGraph;
    private final TargetMatcher targets;
    private final NodeCache nodes;
    private final Map<Path, Map<Node, Set<Node>>> pathCache = new HashMap<>();
    private final ValidationContext parent;
    private final DatasetGraph dataset;
    private final Context settings = ARQ.getContext().copy();
    /** Receives what Jena finds; replaced as soon as it contains something. */
    private ValidationContext emptyReport;
    private int cachedPaths;

    /** @param wholeGraph whether most of the graph is read, so that reading all triples of a node at once pays off */
    public EvaluationContext(Shapes shapes, Graph graph, boolean wholeGraph) {
        this.graph = graph;
        this.wholeGraph = wholeGraph;
        this.targets = new TargetMatcher(graph);
        this.nodes = new NodeCache(graph, wholeGraph);
        this.parent = ValidationContext.create(shapes, graph);
        this.emptyReport = newReport();
        this.dataset = DatasetGraphFactory.wrap(graph);
        settings.set(ARQConstants.sysCurrentTime, NodeFactoryExtra.nowAsDateTime());
        StageBuilder.setGenerator(settings, new AdaptiveStageGenerator(this));
        QC.setFactory(settings, context -> new PathCachingExecutor(context, this));
    }

    /** A new context for each query execution, because it records the open iterators. */
    public ExecutionContext queryContext() {
        return ExecutionContext.create(dataset, settings);
    }

    public Graph graph() {
        return graph;
    }

    /** A context for a new report. */
    public ValidationContext newReport() {
        return ValidationContext.create(parent);
    }

    /** The value nodes of a path. */
    Set<Node> values(Node from, Path path) {
        return switch (path) {
            case P_Link link -> objects(from, link.getNode());
            case P_Inverse inverse when inverse.getSubPath() instanceof P_Link link -> NodeCache
                    .toSet(graph.find(Node.ANY, link.getNode(), from).mapWith(Triple::getSubject));
            // Sequences are cut into steps: the terms above a term are worth caching, those above a claim are not.
            case P_Seq seq -> union(values(from, seq.getLeft()), middle -> values(middle, seq.getRight()));
            case P_Alt alt -> union(List.of(alt.getLeft(), alt.getRight()), either -> values(from, either));
            default -> cachedValues(from, path);
        };
    }

    /** Whether all triples of a node of that graph are cached when one of them is read. */
    boolean cachesNodes(Graph other) {
        return wholeGraph && other == graph;
    }

    Set<Node> objects(Node subject, Node predicate) {
        return nodes.objects(subject, predicate);
    }

    private static <T> Set<Node> union(Collection<T> parts, Function<T, Set<Node>> nodes) {
        Set<Node> union = Set.of();
        for (T part : parts) {
            Set<Node> more = nodes.apply(part);
            if (union.isEmpty()) {
                union = more;
            } else if (!more.isEmpty()) {
                union = new HashSet<>(union);
                union.addAll(more);
            }
        }
        return union;
    }

    private Set<Node> cachedValues(Node from, Path path) {
        Map<Node, Set<Node>> cached = pathCache.computeIfAbsent(path, p -> new HashMap<>());
        Set<Node> values = cached.get(from);
        if (values == null) {
            values = PathWalker.isSupported(path) ? new PathWalker(graph).forward(path, Set.of(from))
                    : ShaclPaths.valueNodes(graph, from, path);
            if (++cachedPaths > MAX_CACHED_PATHS) {
                pathCache.values().forEach(Map::clear);
                cachedPaths = 1;
            }
            cached.put(from, values);
        }
        return values;
    }

    Set<Node> predicates(Node subject) {
        return nodes.predicates(subject);
    }

    boolean isInstance(Node node, Node type) {
        return targets.isInstance(node, type);
    }

    /** Whether the constraint holds, as evaluated by jena-shacl. */
    boolean holdsByJena(Shape shape, Node node, Constraint constraint) {
        VLib.evalConstraint(emptyReport, graph, shape, node, null, null, constraint);
        return isStillEmpty();
    }

    boolean holdsByJena(PropertyShape shape, Node node, Set<Node> values, Constraint constraint) {
        VLib.evalConstraint(emptyReport, graph, shape, node, shape.getPath(), values, constraint);
        return isStillEmpty();
    }

    private boolean isStillEmpty() {
        boolean empty = !emptyReport.hasViolation();
        if (!empty) {
            emptyReport = newReport();
        }
        return empty;
    }
}
