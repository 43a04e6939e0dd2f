package org.secretomegraph.curation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * What a sheet changes in its graph, by the keys of its claims, sorted. A claim that only moved to another row, or was
 * dated anew, is unchanged.
 */
public record SheetDiff(List<String> added, List<String> changed, List<String> removed, List<String> unchanged) {
    private static final Set<Node> PLACE = Set.of(Scso.sourceRow, Scso.sourceFile, Terms.created);

    static SheetDiff between(Graph before, Graph after) {
        Map<String, Set<Triple>> old = claims(before);
        Map<String, Set<Triple>> now = claims(after);
        return new SheetDiff(
                now.keySet().stream().filter(key -> !old.containsKey(key)).toList(),
                now.keySet().stream().filter(key -> old.containsKey(key) && !old.get(key).equals(now.get(key)))
                        .toList(),
                old.keySet().stream().filter(key -> !now.containsKey(key)).toList(),
                now.entrySet().stream().filter(claim -> claim.getValue().equals(old.get(claim.getKey())))
                        .map(Map.Entry::getKey).toList());
    }

    /** Each claim with what is said of it, of its publication and of its registered trials. */
    private static Map<String, Set<Triple>> claims(Graph graph) {
        Map<String, Set<Triple>> all = new TreeMap<>();
        graph.stream(Node.ANY, Scso.sourceRow, Node.ANY).map(Triple::getSubject).filter(Node::isURI)
                .forEach(claim -> all.put(claim.getURI().replaceFirst("^.*/claim/", ""), statements(graph, claim)));
        return all;
    }

    private static Set<Triple> statements(Graph graph, Node claim) {
        Stream<Node> besides = Stream.of(Scso.publication, Scso.registration)
                .flatMap(property -> graph.stream(claim, property, Node.ANY)).map(Triple::getObject);
        return Stream.concat(Stream.of(claim), besides).flatMap(node -> graph.stream(node, Node.ANY, Node.ANY))
                .filter(t -> !PLACE.contains(t.getPredicate())).collect(Collectors.toSet());
    }

    /** Whether the graph stays as it is. */
    public boolean isNothing() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** {@code 3 claims added, 1 changed, 0 removed, 374 unchanged}. */
    @Override
    public String toString() {
        return added.size() + (added.size() == 1 ? " claim" : " claims") + " added, " + changed.size() + " changed, "
                + removed.size() + " removed, " + unchanged.size() + " unchanged";
    }
}
