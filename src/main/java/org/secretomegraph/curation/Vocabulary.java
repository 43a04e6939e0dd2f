package org.secretomegraph.curation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.secretomegraph.graph.Withdrawn;
import org.secretomegraph.guard.Spelling;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;

/** What a cell may name: terms with their labels, and the words of the record vocabulary. Read off the graph once. */
final class Vocabulary {
    private static final Map<ClaimColumn, Node> CLASS_OF_WORDS = Map.of(
            ClaimColumn.OUTCOME, Scso.Outcome,
            ClaimColumn.SETTING, Scso.Setting,
            ClaimColumn.EVIDENCE_LEVEL, Scso.EvidenceLevel,
            ClaimColumn.STUDY_KIND, Scso.StudyKind,
            ClaimColumn.READ, Scso.ReadingDepth);

    private final Graph graph;
    private final Map<Node, List<String>> labels = new HashMap<>();
    private final Map<String, Set<Node>> terms = new TreeMap<>();
    private final Map<String, Set<Node>> numbers = new HashMap<>();
    private final Map<ClaimColumn, Set<String>> words = new HashMap<>();

    private Vocabulary(Graph graph) {
        this.graph = graph;
        graph.stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .filter(t -> t.getSubject().isURI() && t.getObject().isLiteral() && isTerm(t.getSubject()))
                .forEach(t -> label(t.getSubject(), t.getObject().getLiteralLexicalForm()));
        labels.values().forEach(all -> all.sort(Comparator.naturalOrder()));
        words.put(ClaimColumn.RELATION, words(graph.stream(Node.ANY, Scso.claimKind, Node.ANY).map(Triple::getSubject)
                .toList()));
        CLASS_OF_WORDS.forEach((column, type) -> words.put(column,
                words(graph.stream(Node.ANY, RDF.type.asNode(), type).map(Triple::getSubject).toList())));
    }

    static Vocabulary of(Graph graph) {
        return new Vocabulary(graph);
    }

    private static boolean isTerm(Node node) {
        return Curie.compact(node.getURI()).isPresent();
    }

    private void label(Node term, String label) {
        labels.computeIfAbsent(term, t -> new ArrayList<>()).add(label);
        terms.computeIfAbsent(label.toLowerCase(Locale.ROOT), l -> new TreeSet<>(Comparator.comparing(Node::getURI)))
                .add(term);
        number(term.getURI()).ifPresent(n -> numbers.computeIfAbsent(n,
                x -> new TreeSet<>(Comparator.comparing(Node::getURI))).add(term));
    }

    private Set<String> words(Collection<Node> individuals) {
        Set<String> all = new TreeSet<>();
        individuals.forEach(node -> all.add(graph.stream(node, SKOS.notation.asNode(), Node.ANY)
                .map(t -> t.getObject().getLiteralLexicalForm()).sorted().findFirst()
                .orElseGet(() -> node.getURI().replaceFirst("^.*/", ""))));
        return all;
    }

    /** The words that a column may hold. */
    Set<String> words(ClaimColumn column) {
        return words.getOrDefault(column, Set.of());
    }

    /** The label of a term; empty when nothing is known of it. */
    Optional<String> labelOf(String curie) {
        return labels(curie).stream().findFirst();
    }

    List<String> labels(String curie) {
        return Curie.expand(curie).map(NodeFactory::createURI).map(term -> labels.getOrDefault(term, List.of()))
                .orElse(List.of());
    }

    /** The terms that have this label, as CURIEs. */
    List<String> termsCalled(String label) {
        return terms.getOrDefault(label.strip().toLowerCase(Locale.ROOT), Set.of()).stream()
                .flatMap(t -> Curie.compact(t.getURI()).stream()).toList();
    }

    /** The label that a misspelt one is closest to. */
    Optional<String> nearestLabel(String label) {
        return Spelling.nearest(label.toLowerCase(Locale.ROOT), terms.keySet())
                .flatMap(near -> terms.get(near).stream().findFirst()).map(term -> labels.get(term).get(0));
    }

    /** Terms with the same number under another prefix or with other zeros: GO:001525 or CL:0001525 for GO:0001525. */
    List<String> sameNumber(String curie) {
        return number(curie).map(n -> numbers.getOrDefault(n, Set.of())).orElse(Set.of()).stream()
                .flatMap(t -> Curie.compact(t.getURI()).stream()).toList();
    }

    private static Optional<String> number(String name) {
        String digits = name.replaceFirst("^.*[^0-9]", "");
        return digits.matches("0*[1-9]\\d{2,}") ? Optional.of(digits.replaceFirst("^0+", "")) : Optional.empty();
    }

    boolean isObsolete(String curie) {
        return Curie.expand(curie).map(NodeFactory::createURI).filter(term -> Withdrawn.is(term, graph)).isPresent();
    }

    /** What is in use in place of an obsolete term. */
    Optional<String> replacement(String curie) {
        return Curie.expand(curie).map(NodeFactory::createURI).flatMap(term -> Withdrawn.replacement(term, graph))
                .map(by -> Curie.compact(by.getURI()).orElse(by.getURI()));
    }

    /** {@code GO:0001525 (angiogenesis)}. */
    String named(String curie) {
        return labelOf(curie).map(label -> curie + " (" + label + ")").orElse(curie);
    }
}
