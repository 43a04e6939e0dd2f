package org.secretomegraph.importing.record;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Triples about one node.
 *
 * @param about the node
 * @param out   where they go
 */
public record TripleBuilder(Node about, Consumer<Triple> out) {

    public TripleBuilder a(Node type) {
        return is(RDF.type.asNode(), type);
    }

    public TripleBuilder is(Node property, Node value) {
        out.accept(Triple.create(about, property, value));
        return this;
    }

    /** Plain text; empty text says nothing. */
    public TripleBuilder text(Node property, String value) {
        return value.isEmpty() ? this : is(property, NodeFactory.createLiteralString(value));
    }

    TripleBuilder english(Node property, String value) {
        return is(property, NodeFactory.createLiteralLang(value, "en"));
    }

    public TripleBuilder typed(Node property, String value, XSDDatatype type) {
        return is(property, NodeFactory.createLiteralDT(value, type));
    }

    public TripleBuilder date(Node property, LocalDate date) {
        return typed(property, date.toString(), XSDDatatype.XSDdate);
    }
}
