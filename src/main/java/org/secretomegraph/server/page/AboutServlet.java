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

/** {@code /about?iri=IRI}: what the graph says of a thing, and where it names it. */
public final class AboutServlet extends HtmlServlet {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;
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
            throw new InvalidInputException("Say what about: /about?iri=IRI");
        }
        Node node = NodeFactory.createURI(iri);
        new Entities(dataset).own(node).ifPresent(path -> {
            throw new Elsewhere(path);
        });
        List<Triple> says = graph.find(node, Node.ANY, Node.ANY).toList();
        List<Triple> saidOf =
                Stream.concat(graph.stream(Node.ANY, Node.ANY, node), graph.stream(Node.ANY, node, Node.ANY))
                        .toList();
        if (says.isEmpty() && saidOf.isEmpty()) {
            throw new NotHere("The graph says nothing of " + iri);
        }
        return page.get().filledWith(new DescribePage(label(node), iri, iri.matches("https?://.*") ? iri : "",
                says.stream().sorted(ORDER).map(t -> row(t.getPredicate(), t.getObject())).toList(),
                saidOf.stream().sorted(ORDER).limit(SHOWN)
                        .map(t -> row(t.getSubject(), t.getPredicate(), t.getObject())).toList(),
                saidOf.size() > SHOWN ? "The first " + SHOWN + " of " + saidOf.size() + "." : ""));
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
