package org.secretomegraph.report;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.secretomegraph.graph.TermLabels;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Prefixes;

/** Shows nodes to people: label and CURIE, or a literal in quotes. */
public final class NodeLabels {
    private final Graph data;

    public NodeLabels(Graph data) {
        this.data = data;
    }

    /** {@code angiogenesis (GO:0001525)}, {@code supports}, {@code "text"}. */
    public String of(Node node) {
        if (node.isLiteral()) {
            return '"' + node.getLiteralLexicalForm() + '"';
        }
        if (!node.isURI()) {
            return "a blank node";
        }
        String label = label(node);
        String id = shortName(node.getURI());
        return label.isEmpty() || label.equals(id) ? id : label + " (" + id + ")";
    }

    /** The label; empty when the graph states none. */
    String label(Node node) {
        return TermLabels.of(node, data).orElse("");
    }

    /** A CURIE, a prefixed name, or the IRI as it is. */
    public static String shortName(String iri) {
        return Curie.compact(iri).orElseGet(() -> {
            String name = Prefixes.standard().abbreviate(iri);
            return name == null ? iri : name.replaceFirst("^scso:(?=[a-zA-Z])", "");
        });
    }
}
