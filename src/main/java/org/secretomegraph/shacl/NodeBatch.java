package org.secretomegraph.shacl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * Nodes that stand in the same blocks, so that each is judged by all of their shapes while it is at hand.
 *
 * @param blocks the numbers of the blocks
 */
record NodeBatch(List<Integer> blocks, List<Node> nodes) {

    static List<NodeBatch> of(List<TargetGroup> blocks) {
        Map<Node, List<Integer>> where = new HashMap<>();
        for (int block = 0; block < blocks.size(); block++) {
            for (Node node : blocks.get(block).nodes()) {
                where.computeIfAbsent(node, n -> new ArrayList<>()).add(block);
            }
        }
        Map<List<Integer>, NodeBatch> groups = new LinkedHashMap<>();
        where.forEach(
                (node, in) -> groups.computeIfAbsent(in, i -> new NodeBatch(i, new ArrayList<>())).nodes().add(node));
        return List.copyOf(groups.values());
    }
}
