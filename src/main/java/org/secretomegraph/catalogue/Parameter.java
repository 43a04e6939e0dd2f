package org.secretomegraph.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.EditDistance;
import org.secretomegraph.vocab.Scso;

/**
 * A value that the asker may choose.
 *
 * @param name         the variable in the query's text, without the question mark
 * @param type         what kind of value it takes
 * @param defaultValue what is used when nothing is given, as a person would type it; empty when a value must be given
 * @param example      a value with which the question has an answer: the default where there is one
 * @param under        for a term, the CURIEs of the classes of which the value is one, or one below; empty for any term
 * @param choices      for a text, the values that it may have; empty for any text
 * @param label        what the value stands for, in the asker's words
 */
public record Parameter(String name, Type type, Optional<String> defaultValue, String example, List<String> under,
        List<String> choices, String label) {

    /** The kinds of value. */
    public enum Type {
        /** A term: a CURIE, an IRI, or a name of the record vocabulary such as {@code inVitro}. */
        IRI,
        STRING,
        INTEGER;

        static Optional<Type> named(String name) {
            for (Type type : values()) {
                if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }

    /** The value as a node of the graph. */
    public Node node(String typed) {
        return switch (type) {
            case IRI -> iri(typed);
            case STRING -> NodeFactory.createLiteralString(chosen(typed));
            case INTEGER -> integer(typed);
        };
    }

    private Node iri(String typed) {
        if (typed.startsWith("http://") || typed.startsWith("https://")) {
            return NodeFactory.createURI(checked(typed));
        }
        if (typed.matches("(scso:)?[A-Za-z][A-Za-z0-9]*")) {
            return Scso.term(typed.replaceFirst("^scso:", ""));
        }
        return Curie.expand(typed).map(NodeFactory::createURI).orElseThrow(() -> bad(typed, "no identifier"
                + inForm(typed).map(meant -> " (" + meant + "?)").orElse("")));
    }

    /** An identifier of the nearest prefix: {@code HGNC:4893} for {@code HGNK:4893} or {@code hgnc:4893}. */
    public Optional<String> inForm(String typed) {
        int colon = typed.indexOf(':');
        return type != Type.IRI || colon <= 0 || typed.startsWith("scso:") || Curie.expand(typed).isPresent()
                ? Optional.empty()
                : EditDistance.nearest(typed.substring(0, colon), Curie.prefixes())
                        .map(prefix -> prefix + typed.substring(colon));
    }

    /** What stands for no IRI would end a query's text early, or find nothing. */
    private String checked(String typed) {
        try {
            return IRIx.create(typed).str();
        } catch (IRIException e) {
            throw bad(typed, "no IRI (RFC 3987)");
        }
    }

    /** What a value must be, as a phrase. */
    public String expected() {
        return switch (type) {
            case IRI -> "an IRI, or PREFIX:number with one of " + String.join(", ", Curie.prefixes());
            case STRING -> choices.isEmpty() ? "a text" : "one of " + String.join(", ", choices);
            case INTEGER -> "a whole number";
        };
    }

    private InvalidParameterException bad(String typed, String what) {
        return new InvalidParameterException(
                "parameter " + name + ": '" + typed + "' is " + what + "; write " + expected(), name, typed,
                expected());
    }

    /** A text outside the choices would find nothing. */
    private String chosen(String typed) {
        if (!choices.isEmpty() && !choices.contains(typed)) {
            throw bad(typed,
                    "not a choice" + EditDistance.nearest(typed, choices).map(meant -> " (" + meant + "?)").orElse(""));
        }
        return typed;
    }

    private Node integer(String typed) {
        if (!typed.matches("[+-]?\\d{1,18}")) {
            throw bad(typed, "no whole number");
        }
        return NodeFactory.createLiteralDT(typed, XSDDatatype.XSDinteger);
    }
}
