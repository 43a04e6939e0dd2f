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

/** Focus nodes and the shapes that they are all targets of. */
public record TargetGroup(List<RankedShape> shapes, List<Node> nodes) {

    /** @param rank the place of the shape in the report */
    record RankedShape(int rank, Shape shape) {}

    /**
     * Nodes that are in the same groups, so that each is validated by all of its shapes in one go.
     *
     * @param groups the indexes of the groups
     */
    record NodeBatch(List<Integer> groups, List<Node> nodes) {}

    public static List<TargetGroup> of(Map<Shape, ? extends Collection<Node>> focusNodes) {
        List<TargetGroup> groups = new ArrayList<>();
        focusNodes.forEach((shape, nodes) -> groups
                .add(new TargetGroup(List.of(new RankedShape(groups.size(), shape)), List.copyOf(nodes))));
        return groups;
    }

    /**
     * All focus nodes of a graph, in the order of {@code VLib.focusNodes}. Many shapes have equal targets, such as all
     * claims: these are looked up once.
     *
     * @param threads {@link WorkSharing#SINGLE} for a graph that several threads cannot read
     */
    static List<TargetGroup> all(Shapes shapes, Graph data, WorkSharing threads) {
        Map<TargetKey, Target> targets = new LinkedHashMap<>();
        Map<List<TargetKey>, List<RankedShape>> byTargets = new LinkedHashMap<>();
        int rank = 0;
        for (Shape shape : shapes.getTargetShapes()) {
            shape.getTargets().forEach(target -> targets.putIfAbsent(TargetKey.of(target), target));
            byTargets.computeIfAbsent(shape.getTargets().stream().map(TargetKey::of).toList(), k -> new ArrayList<>())
                    .add(new RankedShape(rank++, shape));
        }
        Map<TargetKey, Collection<Node>> nodes = new HashMap<>();
        List<Collection<Node>> results =
                threads.map(List.copyOf(targets.values()), target -> VLib.focusNodes(data, target));
        targets.keySet().forEach(key -> nodes.put(key, results.get(nodes.size())));
        return threads.map(List.copyOf(byTargets.entrySet()),
                entry -> new TargetGroup(entry.getValue(), union(entry.getKey(), nodes)));
    }

    private static List<Node> union(List<TargetKey> targets, Map<TargetKey, Collection<Node>> nodes) {
        Set<Node> union = new HashSet<>();
        targets.forEach(target -> union.addAll(nodes.get(target)));
        return List.copyOf(union);
    }

    static List<NodeBatch> batches(List<TargetGroup> groups) {
        Map<Node, List<Integer>> groupsOfNode = new HashMap<>();
        for (int group = 0; group < groups.size(); group++) {
            for (Node node : groups.get(group).nodes()) {
                groupsOfNode.computeIfAbsent(node, n -> new ArrayList<>()).add(group);
            }
        }
        Map<List<Integer>, NodeBatch> batches = new LinkedHashMap<>();
        groupsOfNode.forEach((node, in) -> batches.computeIfAbsent(in, i -> new NodeBatch(i, new ArrayList<>()))
                .nodes().add(node));
        return List.copyOf(batches.values());
    }

    /** The number of pairs of a shape and a node. */
    long pairs() {
        return (long) shapes.size() * nodes.size();
    }

    /** Targets of the same type and object have the same nodes. */
    private record TargetKey(Object type, Node object) {
        static TargetKey of(Target target) {
            return new TargetKey(target.getTargetType(), target.getObject());
        }
    }
}
