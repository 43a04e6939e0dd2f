package org.secretomegraph.server.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.NodeCmp;
import org.secretomegraph.graph.TermLabels;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.pages.DescribePage;
import org.secretomegraph.pages.PageTemplate;
import org.secretomegraph.pages.ResultPage.Cell;
import org.secretomegraph.pages.ResultPage.Row;
import org.secretomegraph.server.entity.Entities;
import org.secretomegraph.server.http.Lazy;

/** {@code /about?iri=IRI}: the statements about a node, and those that mention it. */
public final class AboutServlet extends HtmlServlet {
    private static final long serialVersionUID = 1L;
    private static final int MAX_SHOWN = 200;
    private static final Comparator<Triple> ORDER = Comparator.comparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getSubject, NodeCmp::compareRDFTerms);

    private final transient DatasetGraph dataset;
    private final transient Graph graph;
    private final transient NodeCells cells;
    private final transient Supplier<PageTemplate> page = new Lazy<>(() -> PageTemplate.named("about"));

    public AboutServlet(DatasetGraph dataset) {
        super(dataset);
        this.dataset = dataset;
        this.graph = dataset.getDefaultGraph();
        this.cells = new NodeCells(graph);
    }

    @Override
    String html(HttpServletRequest request) {
        String iri = request.getParameter("iri");
        if (iri == null || iri.isBlank()) {
            throw new InvalidInputException("The parameter iri is missing: /about?iri=IRI");
        }
        Node node = NodeFactory.createURI(iri);
        new Entities(dataset).ownPath(node).ifPresent(path -> {
            throw new MovedException(path);
        });
        List<Triple> statements = graph.find(node, Node.ANY, Node.ANY).toList();
        List<Triple> mentions =
                Stream.concat(graph.stream(Node.ANY, Node.ANY, node), graph.stream(Node.ANY, node, Node.ANY))
                        .toList();
        if (statements.isEmpty() && mentions.isEmpty()) {
            throw new NotFoundException("The graph has no statement about " + iri);
        }
        return page.get().filledWith(new DescribePage(label(node), iri, iri.matches("https?://.*") ? iri : "",
                statements.stream().sorted(ORDER).map(t -> row(t.getPredicate(), t.getObject())).toList(),
                mentions.stream().sorted(ORDER).limit(MAX_SHOWN)
                        .map(t -> row(t.getSubject(), t.getPredicate(), t.getObject())).toList(),
                mentions.size() > MAX_SHOWN ? "The first " + MAX_SHOWN + " of " + mentions.size() + "." : ""));
    }

    private Row row(Node... nodes) {
        return new Row(Stream.of(nodes).map(this::labelled).toList());
    }

    private Cell labelled(Node node) {
        Cell cell = cells.cell(node);
        return node.isURI() ? new Cell(label(node), cell.address()) : cell;
    }

    private String label(Node node) {
        return TermLabels.name(node, graph).orElseGet(() -> cells.name(node.getURI()));
    }
}
