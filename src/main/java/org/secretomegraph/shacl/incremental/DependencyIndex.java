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
import java.util.stream.Stream;
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
 * From a predicate to the shapes that look at triples with it and the ways by which they get there; built once. For a
 * change it tells the focus nodes that must be judged anew, at a cost that follows the change.
 *
 * <p>Why walking back on the new state is enough, for removed triples too: judging a focus node is a series of
 * questions
 * to the graph, each asked of a node that earlier answers led to. If no changed triple is among the answers that
 * judging
 * it on the new state could get, or lost, then the same questions get the same answers on the old state, and the
 * finding
 * is the same. So if the finding differs, some changed triple has at its near end a node that the focus node leads to
 * <em>on the new state</em>, by one of the ways that are kept here. Whether a node is a focus node is such a question
 * too.
 */
public final class DependencyIndex {
    private final Map<Node, Map<ShapeDependency, Set<Shape>>> byPredicate = new HashMap<>();
    private final Map<Shape, Map<Node, Set<Path>>> remote = new LinkedHashMap<>();

    private DependencyIndex() {}

    public static DependencyIndex of(Shapes shapes) {
        return of(shapes, constraint -> true, read -> true);
    }

    /** For tests: an index without what some constraints look at, or without some of its entries, must be found out. */
    public static DependencyIndex of(Shapes shapes, Predicate<Constraint> visited, Predicate<ShapeDependency> kept) {
        DependencyIndex index = new DependencyIndex();
        for (Shape root : shapes.getTargetShapes()) {
            ShapeDependencyAnalyzer found = ShapeDependencyAnalyzer.of(root, shapes, visited);
            index.remote.put(root, found.remote());
            found.reads().stream().filter(kept)
                    .forEach(read -> index.byPredicate.computeIfAbsent(read.predicate(), p -> new LinkedHashMap<>())
                            .computeIfAbsent(read, r -> new LinkedHashSet<>()).add(root));
        }
        return index;
    }

    /** The reads of one shape, to be looked at. */
    Stream<ShapeDependency> reads(Shape root) {
        return byPredicate.values().stream().flatMap(m -> m.entrySet().stream())
                .filter(e -> e.getValue().contains(root)).map(Map.Entry::getKey);
    }

    /**
     * Focus nodes of the new state whose findings the change may have touched.
     *
     * @param enough when the search has looked at so many triples, it is given up, and shapes that look at any of the
     *               changed triples get all of their focus nodes: to judge those is no dearer then than to search on
     */
    public Map<Shape, Set<Node>> touched(TripleDelta delta, Graph now, long enough) {
        Map<Shape, Set<Node>> nodes = new LinkedHashMap<>();
        Set<Shape> whole = new LinkedHashSet<>();
        PathWalker walk = new PathWalker(now);
        Map<Path, Map<Node, Set<Node>>> walked = new HashMap<>();
        delta.changed().forEach(triple -> lookers(triple.getPredicate()).forEach(entry -> {
            ShapeDependency read = entry.getKey();
            if (!read.sees(triple) || whole.containsAll(entry.getValue())) {
                return;
            }
            if (read.end() == ShapeDependency.End.ANYWHERE || walk.seen() >= enough) {
                whole.addAll(entry.getValue());
                return;
            }
            Node end = read.node(triple);
            Set<Node> begins = read.way().map(way -> walked.computeIfAbsent(way, w -> new HashMap<>())
                    .computeIfAbsent(end, e -> walk.back(way, Set.of(e)))).orElse(Set.of(end));
            if (!begins.isEmpty()) {
                entry.getValue().forEach(shape -> nodes.computeIfAbsent(shape, s -> new LinkedHashSet<>())
                        .addAll(begins));
            }
        }));
        return onlyFocus(nodes, whole, now);
    }

    /** The focus nodes of the roots that could report a finding of this shape about this node. */
    public Map<Shape, Set<Node>> reporters(Node shape, Node about, Graph graph) {
        PathWalker walk = new PathWalker(graph);
        Map<Shape, Set<Node>> found = new LinkedHashMap<>();
        remote.forEach((root, ways) -> ways.getOrDefault(shape, Set.of()).forEach(
                way -> found.computeIfAbsent(root, r -> new LinkedHashSet<>()).addAll(walk.back(way, Set.of(about)))));
        return found;
    }

    private List<Map.Entry<ShapeDependency, Set<Shape>>> lookers(Node predicate) {
        List<Map.Entry<ShapeDependency, Set<Shape>>> found = new ArrayList<>();
        found.addAll(byPredicate.getOrDefault(predicate, Map.of()).entrySet());
        found.addAll(byPredicate.getOrDefault(Node.ANY, Map.of()).entrySet());
        return found;
    }

    private static Map<Shape, Set<Node>> onlyFocus(Map<Shape, Set<Node>> nodes, Set<Shape> whole, Graph now) {
        TargetMatcher focus = new TargetMatcher(now);
        nodes.forEach((shape, candidates) -> candidates.removeIf(node -> !whole.contains(shape)
                && !focus.is(node, shape)));
        whole.forEach(shape -> nodes.put(shape, new HashSet<>(VLib.focusNodes(now, shape))));
        return nodes;
    }
}
