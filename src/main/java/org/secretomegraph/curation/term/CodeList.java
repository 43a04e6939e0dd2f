package org.secretomegraph.curation.term;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.secretomegraph.graph.TermLabels;
import org.secretomegraph.vocab.EditDistance;
import org.secretomegraph.vocab.Terms;

/**
 * The words that one column may hold, and what people write instead of them.
 *
 * @param all   the words, sorted
 * @param codeOfName letters and digits of labels and synonyms, and the word that each stands for
 */
record CodeList(Set<String> all, Map<String, String> codeOfName) {
    static final CodeList NONE = new CodeList(Set.of(), Map.of());

    /** The words for these terms: their {@code skos:notation}, else their names. */
    static CodeList of(Collection<Node> terms, Graph graph) {
        Map<String, String> codeOfName = new TreeMap<>();
        Set<String> all = new TreeSet<>();
        for (Node term : terms) {
            String word = TermLabels.text(term, SKOS.notation.asNode(), graph)
                    .orElseGet(() -> term.getURI().replaceFirst("^.*/", ""));
            all.add(word);
            Stream.concat(Stream.of(RDFS.label.asNode()), Terms.SYNONYMS.stream())
                    .flatMap(property -> texts(graph, term, property))
                    .forEach(name -> codeOfName.merge(normalized(name), word, (a, b) -> a.compareTo(b) < 0 ? a : b));
        }
        return new CodeList(all, codeOfName);
    }

    /** {@code invivo}, however it is written. */
    private static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Stream<String> texts(Graph graph, Node term, Node property) {
        return graph.stream(term, property, Node.ANY).map(Triple::getObject).filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm);
    }

    /** The word that was probably meant: what stands for it, what is spelt like it, or what shares a part with it. */
    Optional<String> suggestion(String written) {
        return Optional.ofNullable(codeOfName.get(normalized(written)))
                .or(() -> EditDistance.nearest(written, all)).or(() -> sharingAPart(written));
    }

    /**
     * {@code animal} for {@code animalEvidence}: the one word of which a part, or that of which a part, was written.
     */
    private Optional<String> sharingAPart(String written) {
        List<String> parts = parts(written);
        List<String> found =
                all.stream().filter(word -> parts.containsAll(parts(word)) || parts(word).containsAll(parts)).toList();
        return found.size() == 1 && !parts.isEmpty() ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split("(?<=[a-z])(?=[A-Z])|[^A-Za-z]+")).map(part -> part.toLowerCase(Locale.ROOT))
                .filter(part -> part.length() > 2).toList();
    }
}
