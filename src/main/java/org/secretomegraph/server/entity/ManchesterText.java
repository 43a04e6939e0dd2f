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
 * labels in place of IRIs. Any other blank node is described by its properties.
 */
final class ManchesterText {
    private static final int MAX_DEPTH = 8;
    private static final Map<Node, String> RESTRICTIONS = Map.of(OWL2.someValuesFrom.asNode(), "some",
            OWL2.allValuesFrom.asNode(), "only", OWL2.hasValue.asNode(), "value");
    private static final Map<Node, String> LISTS = Map.of(OWL2.intersectionOf.asNode(), " and ",
            OWL2.unionOf.asNode(), " or ", OWL2.oneOf.asNode(), ", ");

    private final Entities entities;
    private final Graph graph;

    ManchesterText(Entities entities) {
        this.entities = entities;
        this.graph = entities.asserted();
    }

    String of(Node node) {
        return of(node, 0);
    }

    private String of(Node node, int depth) {
        if (!node.isBlank()) {
            return entities.label(node);
        }
        if (depth > MAX_DEPTH) {
            return "...";
        }
        for (Map.Entry<Node, String> kind : RESTRICTIONS.entrySet()) {
            for (Node filler : entities.values(node, kind.getKey())) {
                return entities.values(node, OWL2.onProperty.asNode()).stream().map(entities::label)
                        .collect(Collectors.joining(" ")) + " " + kind.getValue() + " " + inner(filler, depth);
            }
        }
        for (Map.Entry<Node, String> kind : LISTS.entrySet()) {
            for (Node list : entities.values(node, kind.getKey())) {
                return members(list).stream().map(member -> inner(member, depth))
                        .collect(Collectors.joining(kind.getValue()));
            }
        }
        for (Node complement : entities.values(node, OWL2.complementOf.asNode())) {
            return "not " + inner(complement, depth);
        }
        return graph.stream(node, Node.ANY, Node.ANY).filter(t -> !t.getPredicate().equals(RDF.type.asNode()))
                .sorted(Comparator.comparing(t -> t.getPredicate() + " " + t.getObject()))
                .map(t -> entities.label(t.getPredicate()) + ": " + of(t.getObject(), depth + 1))
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
            members.addAll(entities.values(rest, RDF.first.asNode()));
            rest = entities.values(rest, RDF.rest.asNode()).stream().findFirst().orElse(RDF.nil.asNode());
        }
        return members;
    }
}
