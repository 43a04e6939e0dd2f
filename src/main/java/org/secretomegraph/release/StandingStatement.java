package org.secretomegraph.release;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.secretomegraph.vocab.Scso;

/** What a release states about the standing of the publications that its claims cite. */
final class StandingStatement {
    private StandingStatement() {}

    /** One line for each list and day: how many of the publications looked up are retracted; and how many were not. */
    static String of(Graph graph) {
        Set<Node> cited = graph.stream(Node.ANY, Scso.publication, Node.ANY).map(t -> t.getObject())
                .collect(Collectors.toSet());
        Map<String, List<Node>> checks = cited.stream().filter(p -> graph.contains(p, Scso.standing, Node.ANY))
                .collect(Collectors.groupingBy(p -> text(p, Scso.standingSource, graph) + ", looked up on "
                        + text(p, Scso.standingChecked, graph), TreeMap::new, Collectors.toList()));
        int looked = checks.values().stream().mapToInt(List::size).sum();
        return checks.entrySet().stream().map(check -> retracted(check.getValue(), graph) + " of "
                + check.getValue().size() + " publications retracted: " + check.getKey() + "\n")
                .collect(Collectors.joining())
                + (cited.size() - looked) + " of " + cited.size() + " publications not looked up\n";
    }

    private static long retracted(List<Node> publications, Graph graph) {
        return publications.stream().filter(p -> graph.contains(p, Scso.standing, Scso.retracted)).count();
    }

    private static String text(Node publication, Node property, Graph graph) {
        return graph.stream(publication, property, Node.ANY).map(t -> t.getObject().getLiteralLexicalForm()).sorted()
                .collect(Collectors.joining("; "));
    }
}
