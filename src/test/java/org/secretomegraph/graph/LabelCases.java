package org.secretomegraph.graph;

import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** Terms with several labels, and terms that may be withdrawn, for whoever shows terms: all must show the same. */
public final class LabelCases {
    private LabelCases() {}

    /** @param number tells the terms apart @param labels in Turtle @param shown the one that is to be shown */
    public record Labels(int number, String labels, String shown) {
        public String curie() {
            return "GO:" + number;
        }

        public Node term() {
            return NodeFactory.createURI("http://purl.obolibrary.org/obo/GO_" + number);
        }

        String turtle() {
            return "obo:GO_" + number + " a owl:Class ; rdfs:label " + labels + " . <http://example.org/of" + number
                    + "> rdfs:seeAlso obo:GO_" + number + " .";
        }

        @Override
        public String toString() {
            return labels;
        }
    }

    /** @param value of owl:deprecated, in Turtle @param isWithdrawn whether it withdraws the term */
    public record Deprecation(int number, String value, boolean isWithdrawn) {
        public String curie() {
            return "GO:" + number;
        }

        public Node term() {
            return NodeFactory.createURI("http://purl.obolibrary.org/obo/GO_" + number);
        }

        String turtle() {
            return "obo:GO_" + number + " a owl:Class ; rdfs:label \"term " + number + "\" ; owl:deprecated " + value
                    + " ; obo:IAO_0100001 obo:GO_9000001 .";
        }

        @Override
        public String toString() {
            return value;
        }
    }

    public static Stream<Labels> labels() {
        return Stream.of(new Labels(9000001, "'colour thing'@en-GB , 'anders'@de", "colour thing"),
                new Labels(9000002, "'Probe'@de", "Probe"),
                new Labels(9000003, "'no tag' , 'tagged'@en", "tagged"),
                new Labels(9000004, "'no tag' , 'british'@en-GB , 'anders'@de", "no tag"),
                new Labels(9000005, "'une'@fr , 'zwei'@de", "zwei"),
                new Labels(9000006, "'second'@en , 'first'@en", "first"),
                new Labels(9000007, "'worde'@enm , 'wort'@de", "wort"),
                new Labels(9000008, "'anders'@de , 'TAGGED'@EN", "TAGGED"),
                new Labels(9000009, "<http://example.org/no-literal> , 'literal'@it", "literal"));
    }

    public static Stream<Deprecation> deprecations() {
        return Stream.of(new Deprecation(9000101, "true", true), new Deprecation(9000102, "'1'^^xsd:boolean", true),
                new Deprecation(9000103, "' true '^^xsd:boolean", true), new Deprecation(9000104, "'true'", true),
                new Deprecation(9000105, "false , true", true), new Deprecation(9000106, "false", false),
                new Deprecation(9000107, "'0'^^xsd:boolean", false),
                new Deprecation(9000108, "<http://example.org/true>", false));
    }

    /** All of them. */
    public static Graph graph() {
        StringBuilder turtle = new StringBuilder("""
                PREFIX owl: <http://www.w3.org/2002/07/owl#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX obo: <http://purl.obolibrary.org/obo/>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                <http://identifiers.org/hgnc/4893> a owl:Class ; rdfs:label 'Faktor'@de , 'facteur'@fr .
                """);
        labels().forEach(c -> turtle.append(c.turtle()).append('\n'));
        deprecations().forEach(c -> turtle.append(c.turtle()).append('\n'));
        return RDFParser.fromString(turtle.toString(), Lang.TTL).toGraph();
    }
}
