package org.secretomegraph.graph;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Terms;

/**
 * Terms that their source has withdrawn: {@code owl:deprecated} and "term replaced by" (IAO:0100001), as the OBO
 * Foundry asks for them (https://obofoundry.org/principles/fp-019-term-stability.html). The one place that knows what
 * counts as true: the value of {@code xsd:boolean}, which is written {@code true} or {@code 1}, and the same words
 * without that datatype, as some releases have them.
 */
public final class ObsoleteTerms {
    private static final Set<String> TRUE = Set.of("true", "1");

    private ObsoleteTerms() {}

    public static boolean is(Node term, Graph graph) {
        return graph.stream(term, OWL2.deprecated.asNode(), Node.ANY).map(Triple::getObject)
                .anyMatch(ObsoleteTerms::isTrue);
    }

    /** Whether a value of {@code owl:deprecated} withdraws its term. */
    public static boolean isTrue(Node value) {
        return value.isLiteral() && TRUE.contains(value.getLiteralLexicalForm().strip());
    }

    /** What is directly named in its place, in the order of the IRIs. */
    public static List<Node> replacements(Node term, Graph graph) {
        return graph.stream(term, Terms.replacedBy, Node.ANY).map(Triple::getObject).flatMap(ObsoleteTerms::named)
                .distinct()
                .sorted(Comparator.comparing(Node::getURI)).toList();
    }

    /**
     * The term that is in use in its place, over any number of replacements; empty when the way ends or runs in a
     * circle.
     */
    public static Optional<Node> replacement(Node term, Graph graph) {
        Set<Node> passed = new HashSet<>(Set.of(term));
        Optional<Node> next = next(term, graph);
        while (next.isPresent() && is(next.get(), graph)) {
            next = passed.add(next.get()) ? next(next.get(), graph) : Optional.empty();
        }
        return next;
    }

    private static Optional<Node> next(Node term, Graph graph) {
        return replacements(term, graph).stream().findFirst();
    }

    /** Some sources write a CURIE. */
    private static Stream<Node> named(Node by) {
        return by.isURI() ? Stream.of(by) : by.isLiteral()
                ? Curie.expand(by.getLiteralLexicalForm()).map(NodeFactory::createURI).stream() : Stream.empty();
    }
}
