package org.secretomegraph.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.EditDistance;
import org.secretomegraph.vocab.Terms;

/**
 * Terms of a graph that somebody may have meant who wrote a name or another identifier.
 *
 * @param graph where labels and synonyms are looked up
 * @param kinds the kinds that fit
 */
record TermProposals(Graph graph, TermKinds kinds) {
    private static final int MOST = 5;

    /**
     * The terms of that label or, failing those, of that synonym, upper and lower case being the same; else the term
     * whose
     * identifier is spelt most like it. Who writes {@code HGNC:HGF} means the label behind the prefix. Who wrote a
     * known term
     * of another kind made no slip of the pen: nothing is like it.
     */
    List<ProposedTerm> like(String given) {
        boolean isTerm = Curie.expand(given).or(() -> Optional.of(given)).map(NodeFactory::createURI)
                .filter(term -> graph.contains(term, RDFS.label.asNode(), Node.ANY)).isPresent();
        if (isTerm || given.isBlank()) {
            return List.of();
        }
        List<ProposedTerm> called = Stream.of(given.strip(), given.substring(given.indexOf(':') + 1).strip()).distinct()
                .filter(name -> !name.isBlank())
                .flatMap(name -> Stream.of(RDFS.label.asNode(), Terms.exactSynonym)
                        .map(property -> called(property, name)))
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
        return called.isEmpty() ? spelt(given).map(List::of).orElse(List.of()) : called;
    }

    private List<ProposedTerm> called(Node property, String name) {
        return graph.stream(Node.ANY, property, Node.ANY)
                .filter(t -> t.getObject().isLiteral() && t.getObject().getLiteralLexicalForm().equalsIgnoreCase(name))
                .map(Triple::getSubject).filter(Node::isURI).distinct().filter(kinds::fits)
                .sorted(Comparator.comparing(Node::getURI)).limit(MOST).map(this::proposal).toList();
    }

    /** The nearest identifier of a labelled term with the same prefix. */
    private Optional<ProposedTerm> spelt(String given) {
        int colon = given.indexOf(':');
        Optional<String> namespace = colon <= 0 ? Optional.empty() : Curie.namespace(given.substring(0, colon));
        if (namespace.isEmpty()) {
            return Optional.empty();
        }
        Set<Node> terms = graph.stream(Node.ANY, RDFS.label.asNode(), Node.ANY).map(Triple::getSubject)
                .filter(term -> term.isURI() && term.getURI().startsWith(namespace.get())).collect(Collectors.toSet());
        TreeMap<String, Node> near = new TreeMap<>();
        terms.stream().filter(term -> EditDistance.differBy(term.getURI().substring(namespace.get().length()),
                given.substring(colon + 1), 2)).filter(kinds::fits)
                .forEach(term -> near.put(Curie.compact(term.getURI()).orElse(term.getURI()), term));
        return EditDistance.closest(given, near.keySet()).map(near::get).map(this::proposal);
    }

    private ProposedTerm proposal(Node term) {
        return new ProposedTerm(term, kinds.label(term));
    }
}
