package org.secretomegraph.shacl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;

/** Nodes that the same shapes judge. */
public record TargetGroup(List<Ranked> shapes, List<Node> nodes) {

    /** @param rank the shape's place in the report */
    record Ranked(int rank, Shape shape) {}

    public static List<TargetGroup> of(Map<Shape, ? extends Collection<Node>> nodes) {
        List<TargetGroup> blocks = new ArrayList<>();
        nodes.forEach((shape, focus) -> blocks
                .add(new TargetGroup(List.of(new Ranked(blocks.size(), shape)), List.copyOf(focus))));
        return blocks;
    }

    /**
     * All focus nodes by their shapes, in the order of {@code VLib.focusNodes}. Many shapes have the same targets, such
     * as
     * all claims: these are looked up once, and judged by all of the shapes while they are at hand.
     *
     * @param finders who look them up; one, where the graph does not bear many readers
     */
    static List<TargetGroup> all(Shapes shapes, Graph data, WorkSharing finders) {
        Map<Key, Target> targets = new LinkedHashMap<>();
        Map<List<Key>, List<Ranked>> together = new LinkedHashMap<>();
        int rank = 0;
        for (Shape shape : shapes.getTargetShapes()) {
            shape.getTargets().forEach(target -> targets.putIfAbsent(Key.of(target), target));
            together.computeIfAbsent(shape.getTargets().stream().map(Key::of).toList(), keys -> new ArrayList<>())
                    .add(new Ranked(rank++, shape));
        }
        Map<Key, Collection<Node>> found = new HashMap<>();
        List<Collection<Node>> each =
                finders.each(List.copyOf(targets.values()), target -> VLib.focusNodes(data, target));
        targets.keySet().forEach(key -> found.put(key, each.get(found.size())));
        return finders.each(List.copyOf(together.entrySet()),
                one -> new TargetGroup(one.getValue(), united(one.getKey(), found)));
    }

    private static List<Node> united(List<Key> targets, Map<Key, Collection<Node>> found) {
        Set<Node> nodes = new HashSet<>();
        targets.forEach(target -> nodes.addAll(found.get(target)));
        return List.copyOf(nodes);
    }

    /** How often a shape is asked of a node. */
    long asked() {
        return (long) shapes.size() * nodes.size();
    }

    /** Targets of the same kind and object have the same nodes. */
    private record Key(Object kind, Node object) {
        public static Key of(Target target) {
            return new Key(target.getTargetType(), target.getObject());
        }
    }
}
