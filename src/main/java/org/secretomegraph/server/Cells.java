package org.secretomegraph.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.secretomegraph.pages.Answer.Cell;
import org.secretomegraph.pages.Answer.Row;
import org.secretomegraph.vocab.Curie;

/** Nodes as readers see them: short names, publications linked where they are, the rest to what the graph says of it. */
record Cells(Graph graph) {
    private static final List<String> PUBLICATIONS = List.of("https://doi.org/", "https://pubmed.ncbi.nlm.nih.gov/",
            "https://pmc.ncbi.nlm.nih.gov/", "https://clinicaltrials.gov/");

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
        return new Cell(name(iri), PUBLICATIONS.stream().anyMatch(iri::startsWith) ? iri : about(iri));
    }

    /** The page of this server about a thing. */
    static String about(String iri) {
        return "/about?iri=" + URLEncoder.encode(iri, StandardCharsets.UTF_8);
    }

    /** {@code GO:0001525}, {@code scso:promotes}, or the IRI itself. */
    String name(String iri) {
        return Curie.compact(iri).orElseGet(() -> graph.getPrefixMapping().shortForm(iri));
    }
}
