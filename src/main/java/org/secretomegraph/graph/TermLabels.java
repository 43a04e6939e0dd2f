package org.secretomegraph.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.secretomegraph.vocab.Terms;

/**
 * Which text is shown when a graph gives several: the one rule for labels, titles and definitions on pages, in the API,
 * in exports and in findings. English ({@code en}) comes first, then a text without a language tag, then English of a
 * region ({@code en-GB}), then every other language in the order of the tags ({@code de} before {@code fr}). Among
 * texts of one language the first in the order of Unicode's code points is taken, so that the same graph always shows
 * the same.
 */
public final class TermLabels {
    private static final String ENGLISH = "en";

    /**
     * The preferred literal first. Tags are compared without regard to upper and lower case (RFC 5646, section 2.1.1).
     */
    public static final Comparator<Node> PREFERENCE = Comparator.comparingInt(TermLabels::rank)
            .thenComparing(TermLabels::language).thenComparing(Node::getLiteralLexicalForm)
            .thenComparing(Node::getLiteralDatatypeURI);

    /** What things are called, the best name first: terms have a label, publications and datasets a title. */
    private static final List<Node> NAMES = List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), Terms.title);

    private TermLabels() {}

    /**
     * The {@code rdfs:label} of a term; empty when the graph has none, which means that it does not describe the term.
     */
    public static Optional<String> of(Node term, Graph graph) {
        return text(term, RDFS.label.asNode(), graph);
    }

    /** What anything is called: its label, its preferred label or its title. */
    public static Optional<String> name(Node thing, Graph graph) {
        return NAMES.stream().flatMap(property -> text(thing, property, graph).stream()).findFirst();
    }

    /** The text to show of those that a property has. */
    public static Optional<String> text(Node subject, Node property, Graph graph) {
        return preferred(graph.stream(subject, property, Node.ANY).map(Triple::getObject));
    }

    /** The text to show of several values; those that are no literals do not count. */
    public static Optional<String> preferred(Stream<Node> values) {
        return values.filter(Node::isLiteral).min(PREFERENCE).map(Node::getLiteralLexicalForm);
    }

    /** Whether a language tag is that of English, of any region; {@code enm}, Middle English, is not. */
    public static boolean isEnglish(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        return lower.equals(ENGLISH) || lower.startsWith(ENGLISH + "-");
    }

    private static int rank(Node literal) {
        String tag = language(literal);
        return tag.equals(ENGLISH) ? 0 : tag.isEmpty() ? 1 : isEnglish(tag) ? 2 : 3;
    }

    private static String language(Node literal) {
        return literal.getLiteralLanguage().toLowerCase(Locale.ROOT);
    }
}
