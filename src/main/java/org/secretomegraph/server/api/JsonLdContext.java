package org.secretomegraph.server.api;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Prefixes;
import org.secretomegraph.vocab.Scso;

/**
 * The record vocabulary as a context of <a href="https://www.w3.org/TR/json-ld11/#context-definitions">JSON-LD 1.1</a>,
 * read from the ontology: values of an object property are names and identifiers, values of a datatype property have
 * its range, a property that is not functional has a list of values. Terms with numbers are data: they are written as
 * CURIEs.
 *
 * @param ontology the properties and their ranges
 */
record JsonLdContext(Graph ontology) {
    /** A readable name; one with a slash, or that begins with a digit, is data. */
    private static final Pattern LOCAL_NAME = Pattern.compile(Pattern.quote(Scso.NS) + "([A-Za-z][A-Za-z0-9]*)");
    /** The language of the ontology and its records. */
    private static final String LANGUAGE = "en";
    private static final Node PLAIN_LITERAL = NodeFactory.createURI(RDF.getURI() + "PlainLiteral");

    JsonObject json() {
        JsonObject terms = new JsonObject();
        terms.put("@version", JsonNumber.value(new BigDecimal("1.1")));
        terms.put("id", "@id");
        terms.put("type", "@type");
        prefixes().forEach((prefix, namespace) -> terms.put(prefix, prefix(namespace)));
        localNames().forEach((name, node) -> terms.put(name, definition(node)));
        JsonObject document = new JsonObject();
        document.put("@context", terms);
        return document;
    }

    /** Those of Turtle and SPARQL here, and those of identifiers. */
    private static Map<String, String> prefixes() {
        Map<String, String> all = new TreeMap<>();
        Prefixes.standard().forEach(all::put);
        Curie.prefixes().forEach(prefix -> all.put(prefix, Curie.namespace(prefix).orElseThrow()));
        return all;
    }

    /** Explicit, since a namespace that does not end in a character such as / or # is not a prefix by default. */
    private static JsonObject prefix(String namespace) {
        JsonObject definition = new JsonObject();
        definition.put("@id", namespace);
        definition.put("@prefix", true);
        return definition;
    }

    private Map<String, Node> localNames() {
        Map<String, Node> localNames = new TreeMap<>();
        ontology.stream(Node.ANY, RDF.type.asNode(), Node.ANY).map(Triple::getSubject).filter(Node::isURI)
                .forEach(node -> Optional.of(LOCAL_NAME.matcher(node.getURI())).filter(Matcher::matches)
                        .ifPresent(name -> localNames.put(name.group(1), node)));
        return localNames;
    }

    private JsonObject definition(Node node) {
        JsonObject definition = new JsonObject();
        definition.put("@id", node.getURI());
        if (hasType(node, OWL2.ObjectProperty.asNode())) {
            definition.put("@type", "@vocab");
        }
        if (hasType(node, OWL2.DatatypeProperty.asNode())) {
            range(node).ifPresent(range -> literal(definition, range));
        }
        boolean property = Stream.of(OWL2.ObjectProperty, OWL2.DatatypeProperty, OWL2.AnnotationProperty)
                .anyMatch(type -> hasType(node, type.asNode()));
        if (property && !hasType(node, OWL2.FunctionalProperty.asNode())) {
            definition.put("@container", "@set");
        }
        return definition;
    }

    /** A JSON string is an xsd:string already. */
    private static void literal(JsonObject definition, Node range) {
        if (range.equals(PLAIN_LITERAL) || range.equals(RDF.langString.asNode())) {
            definition.put("@language", LANGUAGE);
        } else if (!range.equals(XSD.xstring.asNode())) {
            definition.put("@type", range.getURI());
        }
    }

    /** Several ranges mean that a value is in all of them: none of them can stand for it. */
    private Optional<Node> range(Node property) {
        var ranges = ontology.stream(property, RDFS.range.asNode(), Node.ANY).map(Triple::getObject).filter(Node::isURI)
                .filter(range -> !range.equals(RDFS.Literal.asNode())).distinct().toList();
        return ranges.size() == 1 ? Optional.of(ranges.getFirst()) : Optional.empty();
    }

    private boolean hasType(Node node, Node type) {
        return ontology.contains(node, RDF.type.asNode(), type);
    }
}
