package org.secretomegraph.server.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/**
 * A class expression in words, after the OWL 2 Manchester Syntax (https://www.w3.org/TR/owl2-manchester-syntax/) with
 * labels
 * in the place of IRIs. A blank node of another kind is told by its properties.
 */
final class ManchesterText {
    private static final int DEEPEST = 8;
    private static final Map<Node, String> RESTRICTIONS = Map.of(OWL2.someValuesFrom.asNode(), "some",
            OWL2.allValuesFrom.asNode(), "only", OWL2.hasValue.asNode(), "value");
    private static final Map<Node, String> LISTS = Map.of(OWL2.intersectionOf.asNode(), " and ",
            OWL2.unionOf.asNode(), " or ", OWL2.oneOf.asNode(), ", ");

    private final Entities things;
    private final Graph graph;

    ManchesterText(Entities things) {
        this.things = things;
        this.graph = things.asserted();
    }

    String of(Node node) {
        return of(node, 0);
    }

    private String of(Node node, int depth) {
        if (!node.isBlank()) {
            return things.label(node);
        }
        if (depth > DEEPEST) {
            return "...";
        }
        for (Map.Entry<Node, String> kind : RESTRICTIONS.entrySet()) {
            for (Node filler : things.values(node, kind.getKey())) {
                return things.values(node, OWL2.onProperty.asNode()).stream().map(things::label)
                        .collect(Collectors.joining(" ")) + " " + kind.getValue() + " " + inner(filler, depth);
            }
        }
        for (Map.Entry<Node, String> kind : LISTS.entrySet()) {
            for (Node list : things.values(node, kind.getKey())) {
                return members(list).stream().map(member -> inner(member, depth))
                        .collect(Collectors.joining(kind.getValue()));
            }
        }
        for (Node complement : things.values(node, OWL2.complementOf.asNode())) {
            return "not " + inner(complement, depth);
        }
        return graph.stream(node, Node.ANY, Node.ANY).filter(t -> !t.getPredicate().equals(RDF.type.asNode()))
                .sorted(Comparator.comparing(t -> t.getPredicate() + " " + t.getObject()))
                .map(t -> things.label(t.getPredicate()) + ": " + of(t.getObject(), depth + 1))
                .collect(Collectors.joining("; "));
    }

    private String inner(Node node, int depth) {
        String text = of(node, depth + 1);
        return node.isBlank() ? "(" + text + ")" : text;
    }

    private List<Node> members(Node list) {
        List<Node> members = new ArrayList<>();
        Node rest = list;
        while (rest.isBlank() && members.size() < 100) {
            members.addAll(things.values(rest, RDF.first.asNode()));
            rest = things.values(rest, RDF.rest.asNode()).stream().findFirst().orElse(RDF.nil.asNode());
        }
        return members;
    }
}
