package org.secretomegraph.server.page;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.secretomegraph.pages.ResultPage.Cell;
import org.secretomegraph.pages.ResultPage.Row;
import org.secretomegraph.server.entity.EntityPath;
import org.secretomegraph.vocab.Curie;

/** Nodes as table cells: short names, each with a link to its page on this server. */
record NodeCells(Graph graph) {

    /** A row; an unbound value is an empty cell. */
    Row row(List<Node> nodes) {
        return new Row(nodes.stream().map(this::cell).toList());
    }

    Cell cell(Node node) {
        if (node == null) {
            return new Cell("", "");
        }
        if (node.isLiteral()) {
            return new Cell(node.getLiteralLexicalForm(), "");
        }
        if (!node.isURI()) {
            return new Cell("[]", "");
        }
        String iri = node.getURI();
        return new Cell(name(iri), EntityPath.pageOf(iri, false));
    }

    /** {@code GO:0001525}, {@code scso:promotes}, or the IRI itself. */
    String name(String iri) {
        return Curie.compact(iri).orElseGet(() -> graph.getPrefixMapping().shortForm(iri));
    }
}
