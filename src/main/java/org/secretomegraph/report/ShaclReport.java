package org.secretomegraph.report;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.vocab.Prefixes;
import org.secretomegraph.vocab.RuleIris;

/**
 * Writes findings as a SHACL validation report (section 3.6): each result with the nodes, the path, the messages and the
 * severity that SHACL gives it. The location in a file, for which SHACL has no term, is the comment of a result; {@code
 * sh:order} keeps the order of the results. As in SHACL, {@code sh:conforms} is true when there is no result at all.
 */
final class ShaclReport {
    private final Graph graph = GraphFactory.createDefaultGraph();

    private ShaclReport() {
        Prefixes.standard().forEach((prefix, iri) -> graph.getPrefixMapping().setNsPrefix(prefix, iri));
        graph.getPrefixMapping().setNsPrefix("rule", RuleIris.NS);
    }

    static Graph of(ValidationResult result) {
        ShaclReport builder = new ShaclReport();
        Node report = NodeFactory.createBlankNode();
        builder.add(report, RDF.type.asNode(), SHACL.ValidationReport);
        builder.add(report, SHACL.conforms, NodeFactory.createLiteralDT(
                Boolean.toString(result.findings().isEmpty()), XSDDatatype.XSDboolean));
        for (int i = 0; i < result.findings().size(); i++) {
            builder.add(report, SHACL.result, builder.resultNode(result.findings().get(i), i + 1));
        }
        return builder.graph;
    }

    private Node resultNode(Finding f, int number) {
        Node node = NodeFactory.createBlankNode();
        add(node, RDF.type.asNode(), SHACL.ValidationResult);
        add(node, SHACL.order, NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger));
        add(node, RDFS.comment.asNode(), NodeFactory.createLiteralString(f.place().toString()));
        f.result().ifPresentOrElse(result -> stated(node, result), () -> outsideShacl(node, f));
        return node;
    }

    private void stated(Node node, ShaclResult result) {
        add(node, SHACL.focusNode, result.focus());
        add(node, SHACL.resultSeverity, result.severity());
        add(node, SHACL.sourceShape, result.shape());
        add(node, SHACL.sourceConstraintComponent, result.component());
        result.messages().forEach(message -> add(node, SHACL.resultMessage, message));
        result.constraint().ifPresent(constraint -> add(node, SHACL.sourceConstraint, constraint));
        result.path().ifPresent(path -> add(node, SHACL.resultPath, ShaclPaths.pathToRDF(path, graph)));
        result.value().ifPresent(value -> add(node, SHACL.value, value));
    }

    /** A check outside SHACL, such as one of a cell that could not be read. */
    private void outsideShacl(Node node, Finding f) {
        add(node, SHACL.focusNode, focus(f));
        add(node, SHACL.resultSeverity, f.severity().node());
        add(node, SHACL.sourceShape, NodeFactory.createURI(f.rule()));
        add(node, SHACL.sourceConstraintComponent, NodeFactory.createURI(f.constraintComponent()));
        add(node, SHACL.resultMessage, NodeFactory.createLiteralString(f.problem()));
        add(node, SHACL.resultMessage, NodeFactory.createLiteralString(f.advice()));
        if (!f.place().path().isEmpty()) {
            add(node, SHACL.resultPath, NodeFactory.createURI(f.place().path()));
        }
        f.value().ifPresent(value -> add(node, SHACL.value, value));
    }

    /** The focus node; for a finding on text, which has none, the file. */
    private static Node focus(Finding f) {
        String focus = f.place().focus();
        return focus.matches("[a-z][a-z0-9+.-]*:\\S+") ? NodeFactory.createURI(focus)
                : NodeFactory.createLiteralString(focus.isEmpty() ? f.place().file() : focus);
    }

    private void add(Node subject, Node property, Node value) {
        graph.add(Triple.create(subject, property, value));
    }
}
