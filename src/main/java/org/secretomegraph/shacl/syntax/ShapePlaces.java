package org.secretomegraph.shacl.syntax;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;

/**
 * Names the nodes of a shapes graph to the author of the shapes: an IRI as the file abbreviates it, a blank node by the
 * way to it from a node with an IRI.
 */
public record ShapePlaces(Graph shapes) {
    private static final int MAX_LENGTH = 80;
    private static final Set<RDFDatatype> UNQUOTED =
            Set.of(XSDDatatype.XSDinteger, XSDDatatype.XSDdecimal, XSDDatatype.XSDboolean);
    /** Longer ways help nobody. */
    private static final int MAX_STEPS = 4;

    /** {@code ex:Person}, or {@code sh:property of ex:Person (path ex:name)}. */
    public String of(Node node) {
        if (!node.isBlank()) {
            return text(node);
        }
        StringBuilder way = new StringBuilder();
        Set<Node> seen = new HashSet<>();
        Node here = node;
        for (int steps = 0; here.isBlank() && seen.add(here) && steps < MAX_STEPS; steps++) {
            Optional<Triple> owner = owner(here);
            if (owner.isEmpty()) {
                break;
            }
            way.append(text(owner.get().getPredicate())).append(path(here)).append(" of ");
            here = owner.get().getSubject();
        }
        return way + (here.isBlank() ? "a shape without a name" : text(here));
    }

    private String path(Node shape) {
        return shapes.stream(shape, SHACL.path, Node.ANY).map(Triple::getObject).filter(Node::isURI).findFirst()
                .map(path -> " (path " + text(path) + ")").orElse("");
    }

    /** The triple that leads to a node; of a list, the one that leads to its first cell. */
    private Optional<Triple> owner(Node node) {
        Set<Node> seen = new HashSet<>();
        Optional<Triple> owner = referring(node);
        while (owner.isPresent() && isListStep(owner.get()) && seen.add(owner.get().getSubject())) {
            owner = referring(owner.get().getSubject());
        }
        return owner.filter(triple -> !isListStep(triple));
    }

    private Optional<Triple> referring(Node node) {
        return shapes.stream(Node.ANY, Node.ANY, node).findFirst();
    }

    private static boolean isListStep(Triple triple) {
        return triple.getPredicate().equals(RDF.first.asNode()) || triple.getPredicate().equals(RDF.rest.asNode());
    }

    /** A node as Turtle writes it, cut where it is long. */
    public String text(Node node) {
        String text = node.isURI() ? iri(node.getURI())
                : node.isLiteral() ? literal(node) : "a blank node";
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
    }

    private String literal(Node node) {
        return UNQUOTED.contains(node.getLiteralDatatype()) ? node.getLiteralLexicalForm()
                : node.toString(shapes.getPrefixMapping());
    }

    private String iri(String iri) {
        if (iri.startsWith(SHACL.getURI())) {
            return "sh:" + iri.substring(SHACL.getURI().length());
        }
        String name = shapes.getPrefixMapping().qnameFor(iri);
        return name == null ? "<" + iri + ">" : name;
    }
}
