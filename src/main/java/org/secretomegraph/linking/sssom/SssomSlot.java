package org.secretomegraph.linking.sssom;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * A slot of SSSOM 1.1, as {@code linking/sssom-slots.tsv} has it.
 *
 * @param name       of the column or key
 * @param type       what it holds
 * @param property   its property in RDF
 * @param required   whether it must be there
 * @param multiple   whether it may hold several values
 * @param propagated whether it speaks of every mapping when it stands on the set
 * @param values     the values of an enumeration, each with its IRI or an empty text
 */
public record SssomSlot(String name, Type type, Node property, boolean required, boolean multiple, boolean propagated,
        Map<String, String> values) {

    enum Type { ENTITY, URI, TEXT, DATE, NUMBER, ENUM }

    /**
     * A value as a node, after SSSOM's RDF format (src/docs/spec-formats-rdf.md, "Representation of slot values").
     *
     * @return empty when the value is not of the slot's type
     */
    Optional<Node> node(String value, Map<String, String> prefixes) {
        return switch (type) {
            case ENTITY -> expand(value, prefixes).map(NodeFactory::createURI);
            case URI -> value.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+")
                    ? Optional.of(NodeFactory.createURI(value))
                    : Optional.empty();
            case TEXT -> Optional.of(NodeFactory.createLiteralString(value));
            case DATE -> value.matches("\\d{4}-\\d{2}-\\d{2}")
                    ? Optional.of(NodeFactory.createLiteralDT(value, XSDDatatype.XSDdate)) : Optional.empty();
            case NUMBER -> number(value);
            case ENUM -> Optional.ofNullable(values.get(value)).map(iri -> iri.isEmpty()
                    ? NodeFactory.createLiteralString(value) : NodeFactory.createURI(iri));
        };
    }

    private Optional<Node> number(String value) {
        boolean signed = name.equals("reviewer_agreement");
        return value.matches((signed ? "-?" : "") + "(0(\\.\\d+)?|1(\\.0+)?)")
                ? Optional.of(NodeFactory.createLiteralDT(value, XSDDatatype.XSDdouble)) : Optional.empty();
    }

    private static Optional<String> expand(String curie, Map<String, String> prefixes) {
        int colon = curie.indexOf(':');
        String namespace = colon < 0 ? null : prefixes.get(curie.substring(0, colon));
        return namespace == null || curie.chars().anyMatch(Character::isWhitespace) || colon == curie.length() - 1
                ? Optional.empty() : Optional.of(namespace + curie.substring(colon + 1));
    }
}
