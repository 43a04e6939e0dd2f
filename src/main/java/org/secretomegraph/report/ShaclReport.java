package org.secretomegraph.report;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.vocab.Prefixes;
import org.secretomegraph.vocab.RuleIris;

/**
 * Findings as a SHACL validation report (section 3.6). The place in a file, which SHACL has no word for, is in the
 * result's comment; {@code sh:order} keeps the order that triples lose. Conforms has SHACL's meaning: no result at all.
 */
final class ShaclReport {
    private final Graph graph = GraphFactory.createDefaultGraph();

    private ShaclReport() {
        Prefixes.standard().forEach((prefix, iri) -> graph.getPrefixMapping().setNsPrefix(prefix, iri));
        graph.getPrefixMapping().setNsPrefix("rule", RuleIris.NS);
    }

    static Graph of(ValidationResult judgement) {
        ShaclReport made = new ShaclReport();
        Node report = NodeFactory.createBlankNode();
        made.add(report, RDF.type.asNode(), SHACL.ValidationReport);
        made.add(report, SHACL.conforms, NodeFactory.createLiteralDT(
                Boolean.toString(judgement.findings().isEmpty()), XSDDatatype.XSDboolean));
        for (int i = 0; i < judgement.findings().size(); i++) {
            made.add(report, SHACL.result, made.result(judgement.findings().get(i), i + 1));
        }
        return made.graph;
    }

    private Node result(Finding f, int number) {
        Node result = NodeFactory.createBlankNode();
        add(result, RDF.type.asNode(), SHACL.ValidationResult);
        add(result, SHACL.focusNode, focus(f));
        add(result, SHACL.resultSeverity, f.severity().node());
        add(result, SHACL.sourceShape, NodeFactory.createURI(f.rule()));
        add(result, SHACL.sourceConstraintComponent, NodeFactory.createURI(f.check()));
        add(result, SHACL.resultMessage, NodeFactory.createLiteralString(f.problem()));
        add(result, SHACL.resultMessage, NodeFactory.createLiteralString(f.advice()));
        add(result, SHACL.order, NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger));
        add(result, RDFS.comment.asNode(), NodeFactory.createLiteralString(f.place().toString()));
        if (!f.place().path().isEmpty()) {
            add(result, SHACL.resultPath, NodeFactory.createURI(f.place().path()));
        }
        f.value().ifPresent(value -> add(result, SHACL.value, value));
        return result;
    }

    /** A finding on text has no node yet: its file stands in. */
    private static Node focus(Finding f) {
        String focus = f.place().focus();
        return focus.matches("[a-z][a-z0-9+.-]*:\\S+") ? NodeFactory.createURI(focus)
                : NodeFactory.createLiteralString(focus.isEmpty() ? f.place().file() : focus);
    }

    private void add(Node subject, Node property, Node value) {
        graph.add(Triple.create(subject, property, value));
    }
}
