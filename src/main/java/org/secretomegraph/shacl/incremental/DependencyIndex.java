package org.secretomegraph.shacl.incremental;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.path.Path;
import org.secretomegraph.graph.change.TripleDelta;
import org.secretomegraph.shacl.eval.PathWalker;
import org.secretomegraph.shacl.eval.TargetMatcher;

/**
 * Leads from the triples of a change to the focus nodes whose result may differ, at a cost that depends on the change
 * and not on the graph. Built once from the shapes: by predicate, the shapes that depend on such triples and the paths
 * from their focus nodes to them.
 *
 * <p>Searching backward on the new graph is enough, for removed triples too: validating a focus node is a series of
 * look-ups, each at a node that earlier look-ups led to. If no changed triple is in the answer of any look-up made on
 * the new graph, nor was removed from one, then the same look-ups have the same answers on the old graph, and the
 * result is the same. So if the result differs, the near node of some changed triple is reached from the focus node
 * <em>on the new graph</em>, by one of the paths of the index. Whether a node is a focus node is such a look-up too.
 * docs/guard.md has the whole argument.
 */
public final class DependencyIndex {
    private final Map<Node, Map<ShapeDependency, Set<Shape>>> byPredicate = new HashMap<>();
    private final Map<Shape, Map<Node, Set<Path>>> remoteReports = new LinkedHashMap<>();

    private DependencyIndex() {}

    public static DependencyIndex of(Shapes shapes) {
        return of(shapes, constraint -> true, dependency -> true);
    }

    /**
     * For tests: an index with planted faults.
     *
     * @param visited selects the constraints that are analysed
     * @param kept    selects the dependencies that are indexed
     */
    public static DependencyIndex of(Shapes shapes, Predicate<Constraint> visited, Predicate<ShapeDependency> kept) {
        DependencyIndex index = new DependencyIndex();
        for (Shape root : shapes.getTargetShapes()) {
            ShapeDependencyAnalyzer analyzer = ShapeDependencyAnalyzer.of(root, shapes, visited);
            index.remoteReports.put(root, analyzer.remoteReports());
            analyzer.dependencies().stream().filter(kept).forEach(dependency -> index.byPredicate
                    .computeIfAbsent(dependency.predicate(), p -> new LinkedHashMap<>())
                    .computeIfAbsent(dependency, d -> new LinkedHashSet<>()).add(root));
        }
        return index;
    }

    /**
     * The focus nodes of the new graph whose results the change may have altered.
     *
     * @param visitBudget after this number of visited triples the search is given up, and each shape that depends on a
     *                    changed triple gets all of its focus nodes: validating them all is then cheaper than searching
     */
    public Map<Shape, Set<Node>> affectedFocusNodes(TripleDelta delta, Graph after, long visitBudget) {
        Map<Shape, Set<Node>> nodes = new LinkedHashMap<>();
        Set<Shape> completely = new LinkedHashSet<>();
        PathWalker walker = new PathWalker(after);
        Map<Path, Map<Node, Set<Node>>> visited = new HashMap<>();
        delta.changed().forEach(triple -> dependents(triple.getPredicate()).forEach(entry -> {
            ShapeDependency dependency = entry.getKey();
            Set<Shape> shapes = entry.getValue();
            if (!dependency.matches(triple) || completely.containsAll(shapes)) {
                return;
            }
            if (dependency.end() == ShapeDependency.End.ANYWHERE || walker.visited() >= visitBudget) {
                completely.addAll(shapes);
                return;
            }
            Node near = dependency.nearNode(triple);
            Set<Node> starts = dependency.path().map(path -> visited.computeIfAbsent(path, p -> new HashMap<>())
                    .computeIfAbsent(near, n -> walker.backward(path, Set.of(n)))).orElse(Set.of(near));
            if (!starts.isEmpty()) {
                shapes.forEach(shape -> nodes.computeIfAbsent(shape, s -> new LinkedHashSet<>()).addAll(starts));
            }
        }));
        TargetMatcher targets = new TargetMatcher(after);
        nodes.forEach((shape, candidates) -> candidates.removeIf(node -> !completely.contains(shape)
                && !targets.matches(node, shape)));
        completely.forEach(shape -> nodes.put(shape, new HashSet<>(VLib.focusNodes(after, shape))));
        return nodes;
    }

    /** The focus nodes of the target shapes that could report a result of this shape at this node. */
    public Map<Shape, Set<Node>> reporters(Node shape, Node reportedNode, Graph graph) {
        PathWalker walker = new PathWalker(graph);
        Map<Shape, Set<Node>> found = new LinkedHashMap<>();
        remoteReports.forEach((root, paths) -> paths.getOrDefault(shape, Set.of())
                .forEach(path -> found.computeIfAbsent(root, r -> new LinkedHashSet<>())
                        .addAll(walker.backward(path, Set.of(reportedNode)))));
        return found;
    }

    private List<Map.Entry<ShapeDependency, Set<Shape>>> dependents(Node predicate) {
        List<Map.Entry<ShapeDependency, Set<Shape>>> found =
                new ArrayList<>(byPredicate.getOrDefault(predicate, Map.of()).entrySet());
        found.addAll(byPredicate.getOrDefault(Node.ANY, Map.of()).entrySet());
        return found;
    }
}
