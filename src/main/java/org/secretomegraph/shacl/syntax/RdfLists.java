package org.secretomegraph.shacl.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** Reads lists, also those that lead back to themselves. */
final class RdfLists {
    private static final Node FIRST = RDF.first.asNode();
    private static final Node REST = RDF.rest.asNode();
    private static final Node NIL = RDF.nil.asNode();

    private RdfLists() {}

    /** A well-formed list (SHACL section 1.1, "SHACL list"), or what is wrong with it. */
    sealed interface Result {
        record Members(List<Node> nodes) implements Result {}

        record Malformed(String problem) implements Result {}
    }

    static boolean isList(Graph graph, Node node) {
        return node.equals(NIL) || graph.contains(node, FIRST, Node.ANY) || graph.contains(node, REST, Node.ANY);
    }

    static Result of(Graph graph, Node list) {
        List<Node> members = new ArrayList<>();
        Set<Node> cells = new HashSet<>();
        for (Node cell = list; !cell.equals(NIL);) {
            if (!cells.add(cell)) {
                return new Result.Malformed("is a list that leads back to itself");
            }
            List<Node> first = objects(graph, cell, FIRST);
            List<Node> rest = objects(graph, cell, REST);
            if (first.isEmpty() && rest.isEmpty() && cell.equals(list)) {
                return new Result.Malformed("is not a list");
            }
            if (first.size() != 1 || rest.size() != 1) {
                return new Result.Malformed(
                        "is a list with a cell that has " + first.size() + " values of rdf:first and "
                                + rest.size() + " of rdf:rest instead of one each");
            }
            members.add(first.get(0));
            cell = rest.get(0);
        }
        return new Result.Members(members);
    }

    static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject).toList();
    }
}
