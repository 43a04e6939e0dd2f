package org.secretomegraph.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.vocab.Scso;

/**
 * The terms of a graph by name, number and class. Gathered when first asked for and kept, for a change that is refused can
 * have thousands of findings.
 */
final class KnownTerms {
    private final Graph data;
    private final Map<Node, List<Node>> instances = new HashMap<>();
    private Optional<Labelled> labelled = Optional.empty();

    /**
     * The terms that have a label.
     *
     * @param names   local names of the record vocabulary, sorted: relations, classes, values
     * @param numbers labels, each with its term, by the number of the term
     */
    private record Labelled(List<String> names, Map<String, List<String>> numbers) {}

    KnownTerms(Graph data) {
        this.data = data;
    }

    boolean isKnown(Node term) {
        return data.contains(term, RDFS.label.asNode(), Node.ANY);
    }

    List<Node> instances(Node type) {
        return instances.computeIfAbsent(type, t -> data.stream(Node.ANY, RDF.type.asNode(), t).map(Triple::getSubject)
                .filter(Node::isURI).sorted((a, b) -> a.getURI().compareTo(b.getURI())).toList());
    }

    List<String> names() {
        return labelled().names();
    }

    /** Terms that have the number of this one under whatever prefix, as {@code label (CURIE)}, sorted. */
    List<String> sameNumber(String iri) {
        return labelled().numbers().getOrDefault(number(iri), List.of());
    }

    private Labelled labelled() {
        if (labelled.isEmpty()) {
            labelled = Optional.of(gathered());
        }
        return labelled.get();
    }

    private Labelled gathered() {
        List<String> names = new ArrayList<>();
        Map<String, List<String>> numbers = new HashMap<>();
        data.stream(Node.ANY, RDFS.label.asNode(), Node.ANY).filter(t -> t.getSubject().isURI()).forEach(t -> {
            String iri = t.getSubject().getURI();
            String number = number(iri);
            if (!number.isEmpty()) {
                numbers.computeIfAbsent(number, n -> new ArrayList<>(1))
                        .add(text(t.getObject()) + " (" + Names.shortName(iri) + ")");
            } else if (iri.startsWith(Scso.NS) && isName(iri.substring(Scso.NS.length()))) {
                names.add(local(iri));
            }
        });
        names.sort(null);
        numbers.values().forEach(labels -> labels.sort(null));
        return new Labelled(names, numbers);
    }

    /** A label ought to be a literal; here the graph may be wrong. */
    private static String text(Node label) {
        return label.isLiteral() ? label.getLiteralLexicalForm() : label.toString();
    }

    /** Whether it is made of letters only, as the names of the record vocabulary are. */
    static boolean isName(String local) {
        return local.matches("[A-Za-z]+");
    }

    /** What is behind the last slash or hash. */
    static String local(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    /** The number of an identifier without its zeros; empty when it has none of three digits or more. */
    private static String number(String iri) {
        String local = local(iri);
        if (local.isEmpty() || !Character.isDigit(local.charAt(local.length() - 1))) {
            return "";
        }
        String digits = local.replaceFirst("^[A-Za-z]+[_:]", "");
        return digits.matches("0*[1-9]\\d{2,}") ? digits.replaceFirst("^0+", "") : "";
    }
}
