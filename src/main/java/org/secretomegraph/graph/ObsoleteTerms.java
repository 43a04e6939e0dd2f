package org.secretomegraph.graph;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Terms;

/**
 * Terms that their source has withdrawn: {@code owl:deprecated} and "term replaced by" (IAO:0100001), as the OBO
 * Foundry
 * asks for them (https://obofoundry.org/principles/fp-019-term-stability.html).
 */
public final class ObsoleteTerms {
    private ObsoleteTerms() {}

    public static boolean is(Node term, Graph graph) {
        return graph.stream(term, OWL2.deprecated.asNode(), Node.ANY).map(t -> t.getObject())
                .anyMatch(ObsoleteTerms::isTrue);
    }

    /**
     * Whether a value of {@code owl:deprecated} says yes. XML Schema has two spellings of true, and some sources write
     * the
     * word without the datatype; graphs in memory take each for another term. {@code shape:CurrentTerm} says the same.
     */
    public static boolean isTrue(Node value) {
        return value.isLiteral() && Set.of("true", "1").contains(value.getLiteralLexicalForm());
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
        return graph.stream(term, Terms.replacedBy, Node.ANY).map(t -> t.getObject()).flatMap(ObsoleteTerms::named)
                .min((a, b) -> a.getURI().compareTo(b.getURI()));
    }

    /** Some sources write a CURIE. */
    private static Stream<Node> named(Node by) {
        return by.isURI() ? Stream.of(by) : by.isLiteral()
                ? Curie.expand(by.getLiteralLexicalForm()).map(NodeFactory::createURI).stream() : Stream.empty();
    }
}
