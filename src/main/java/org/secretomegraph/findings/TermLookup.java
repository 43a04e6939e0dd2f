package org.secretomegraph.findings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.ObsoleteTerms;
import org.secretomegraph.report.NodeLabels;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;

/**
 * Looks up the terms of a graph by name, number and class. The whole graph is never scanned, because a refused change
 * must not cost more in a large graph. Results are cached, because such a change can have thousands of findings.
 */
final class TermLookup {
    /** The types of the terms of the record vocabulary; it is small, however many claims and terms there are. */
    private static final List<Node> VOCABULARY_TYPES =
            List.of(OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode(),
                    OWL.AnnotationProperty.asNode(), OWL2.NamedIndividual.asNode());
    private static final List<Node> RECORDS = List.of(Scso.Claim, Scso.Publication, Scso.Study, Scso.DerivedLink);

    /** The digits of an OBO Foundry identifier; others have as many as they need. */
    private static final int OBO_DIGITS = 7;
    private static final int MAX_ENUMERATION = 200;

    private final Graph data;
    private final Map<Node, List<Node>> instances = new HashMap<>();
    private final Map<String, List<String>> numbers = new HashMap<>();
    private List<String> names = List.of();

    TermLookup(Graph data) {
        this.data = data;
    }

    boolean isKnown(Node term) {
        return data.contains(term, RDFS.label.asNode(), Node.ANY);
    }

    /**
     * The replacement of an obsolete term as {@code label (CURIE)}; empty for a term in use or without a replacement.
     */
    String replacement(Node term) {
        return ObsoleteTerms.is(term, data)
                ? ObsoleteTerms.replacement(term, data).map(by -> new NodeLabels(data).of(by)).orElse("") : "";
    }

    /**
     * The instances of a class, sorted by IRI; empty for a class with more than {@link #MAX_ENUMERATION}, such as
     * publications.
     */
    List<Node> instances(Node type) {
        return instances.computeIfAbsent(type, t -> {
            List<Node> all =
                    data.stream(Node.ANY, RDF.type.asNode(), t).limit(MAX_ENUMERATION + 1).map(Triple::getSubject)
                            .filter(Node::isURI).sorted((a, b) -> a.getURI().compareTo(b.getURI())).toList();
            return all.size() > MAX_ENUMERATION ? List.of() : all;
        });
    }

    /** Local names of the record vocabulary, sorted: relations, claim classes, values. */
    List<String> names() {
        if (names.isEmpty()) {
            Stream<Node> kinds = data.stream(Node.ANY, RDFS.subClassOf.asNode(), Scso.Claim).map(Triple::getSubject);
            Stream<Node> others =
                    VOCABULARY_TYPES.stream().flatMap(kind -> data.stream(Node.ANY, RDF.type.asNode(), kind))
                            .map(Triple::getSubject);
            names = Stream.of(RECORDS.stream(), kinds, others).flatMap(terms -> terms)
                    .filter(term -> term.isURI() && term.getURI().startsWith(Scso.NS)
                            && isName(term.getURI().substring(Scso.NS.length())) && isKnown(term))
                    .map(term -> local(term.getURI())).distinct().sorted().toList();
        }
        return names;
    }

    /**
     * Terms with the same number under another prefix or with other leading zeros, as {@code label (CURIE)}, sorted.
     */
    List<String> sameNumber(String iri) {
        return numbers.computeIfAbsent(number(iri), this::withNumber);
    }

    private List<String> withNumber(String number) {
        if (number.isEmpty()) {
            return List.of();
        }
        String padded = "0".repeat(Math.max(0, OBO_DIGITS - number.length())) + number;
        return Curie.prefixes().stream()
                .flatMap(prefix -> Stream.of(number, padded).map(digits -> prefix + ":" + digits))
                .map(Curie::expand).flatMap(Optional::stream).distinct().map(NodeFactory::createURI)
                .filter(this::isKnown).map(new NodeLabels(data)::of).sorted().toList();
    }

    /** Whether the name consists of letters only, as those of the record vocabulary do. */
    static boolean isName(String local) {
        return local.matches("[A-Za-z]+");
    }

    /** The local name: the text after the last slash or hash. */
    static String local(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    /** The number of an identifier without leading zeros; empty when it has fewer than three digits. */
    private static String number(String iri) {
        String local = local(iri);
        if (local.isEmpty() || !Character.isDigit(local.charAt(local.length() - 1))) {
            return "";
        }
        String digits = local.replaceFirst("^[A-Za-z]+[_:]", "");
        return digits.matches("0*[1-9]\\d{2,}") ? digits.replaceFirst("^0+", "") : "";
    }
}
