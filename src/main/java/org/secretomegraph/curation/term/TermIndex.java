package org.secretomegraph.curation.term;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.graph.ObsoleteTerms;
import org.secretomegraph.graph.TermLabels;
import org.secretomegraph.graph.infer.TransitiveClosure;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.EditDistance;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** What a cell may name: terms with their labels, and the codes of the record vocabulary. Read from the graph once. */
public final class TermIndex {
    private static final Map<ClaimColumn, Node> CLASS_OF_CODES = Map.of(
            ClaimColumn.OUTCOME, Scso.Outcome,
            ClaimColumn.SETTING, Scso.Setting,
            ClaimColumn.EVIDENCE_LEVEL, Scso.EvidenceLevel,
            ClaimColumn.STUDY_KIND, Scso.StudyKind,
            ClaimColumn.READ, Scso.ReadingDepth,
            ClaimColumn.COMPARISON, Scso.Comparison,
            ClaimColumn.OUTCOME_ROLE, Scso.OutcomeRole,
            ClaimColumn.ENDPOINT_RESULT, Scso.EndpointResult);

    /** A word in more labels than this names no term: {@code stroke} is in fewer, {@code regulation} in many more. */
    private static final int DISTINCTIVE = 50;

    private static final String SPECIES = Curie.namespace("NCBITaxon").orElseThrow();
    private static final String HUMAN = SPECIES + "9606";

    private final Graph graph;
    /** All labels of a term, the one that is shown first. */
    private final Map<Node, List<String>> labels = new HashMap<>();
    private final Map<String, Set<Node>> byLabel = new TreeMap<>();
    private final Map<String, Set<Node>> byNumber = new HashMap<>();
    private final Map<ClaimColumn, CodeList> codes = new EnumMap<>(ClaimColumn.class);

    private TermIndex(Graph graph) {
        this.graph = graph;
        graph.stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .filter(t -> t.getSubject().isURI() && t.getObject().isLiteral() && isTerm(t.getSubject()))
                .sorted(Comparator.comparing(Triple::getObject, TermLabels.PREFERENCE))
                .forEach(t -> label(t.getSubject(), t.getObject().getLiteralLexicalForm()));
        codes.put(ClaimColumn.RELATION,
                CodeList.of(graph.stream(Node.ANY, Scso.claimKind, Node.ANY).map(Triple::getSubject)
                        .toList(), graph));
        CLASS_OF_CODES.forEach((column, type) -> codes.put(column,
                CodeList.of(graph.stream(Node.ANY, RDF.type.asNode(), type).map(Triple::getSubject).toList(), graph)));
    }

    public static TermIndex of(Graph graph) {
        return new TermIndex(graph);
    }

    private static boolean isTerm(Node node) {
        return Curie.compact(node.getURI()).isPresent();
    }

    private void label(Node term, String label) {
        labels.computeIfAbsent(term, t -> new ArrayList<>()).add(label);
        byLabel.computeIfAbsent(label.toLowerCase(Locale.ROOT), l -> new TreeSet<>(Comparator.comparing(Node::getURI)))
                .add(term);
        number(term.getURI()).ifPresent(n -> byNumber.computeIfAbsent(n,
                x -> new TreeSet<>(Comparator.comparing(Node::getURI))).add(term));
    }

    /** The codes that a column may hold. */
    public Set<String> codes(ClaimColumn column) {
        return codes.getOrDefault(column, CodeList.NONE).all();
    }

    /** The code of the column that was probably meant. */
    public Optional<String> suggestedCode(ClaimColumn column, String written) {
        Optional<String> species = column == ClaimColumn.SETTING ? settingOf(written) : Optional.empty();
        return species.or(() -> codes.getOrDefault(column, CodeList.NONE).suggestion(written));
    }

    /** The code for an animal's name in column setting, which is the host; people may be patients or donors. */
    private Optional<String> settingOf(String name) {
        return labels.entrySet().stream()
                .filter(term -> term.getKey().getURI().startsWith(SPECIES) && !term.getKey().getURI().equals(HUMAN))
                .flatMap(species -> Stream.concat(species.getValue().stream(), synonyms(species.getKey())))
                .filter(name::equalsIgnoreCase).findFirst().map(found -> "animal")
                .filter(codes(ClaimColumn.SETTING)::contains);
    }

    private Stream<String> synonyms(Node term) {
        return Terms.SYNONYMS.stream().flatMap(property -> graph.stream(term, property, Node.ANY))
                .map(Triple::getObject)
                .filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    /** The column that has this code. */
    public Optional<ClaimColumn> columnOfCode(String code) {
        return codes.keySet().stream().filter(column -> codes(column).contains(code)).findFirst();
    }

    /** The label of a term; empty when nothing is known of it. */
    public Optional<String> labelOf(String curie) {
        return labels(curie).stream().findFirst();
    }

    public List<String> labels(String curie) {
        return Curie.expand(curie).map(NodeFactory::createURI).map(term -> labels.getOrDefault(term, List.of()))
                .orElse(List.of());
    }

    /** The labels and synonyms of a term. */
    public List<String> names(String curie) {
        return Stream.concat(labels(curie).stream(),
                Curie.expand(curie).map(NodeFactory::createURI).stream().flatMap(this::synonyms)).toList();
    }

    /** The terms that have this label, as CURIEs. */
    public List<String> withLabel(String label) {
        return byLabel.getOrDefault(label.strip().toLowerCase(Locale.ROOT), Set.of()).stream()
                .flatMap(t -> Curie.compact(t.getURI()).stream()).toList();
    }

    /** Whether these are labels of these terms, in the same order. */
    public boolean areLabels(List<String> curies, List<String> written) {
        return !curies.isEmpty() && curies.size() == written.size() && IntStream.range(0, curies.size())
                .allMatch(i -> labels(curies.get(i)).stream().anyMatch(written.get(i)::equalsIgnoreCase));
    }

    /** Whether the relation may have the term as its subject. */
    public boolean mayBeSubject(String relation, String curie) {
        return isOfKind(relation, Scso.subjectKind, curie);
    }

    /** Whether the relation may have the term as its object. */
    public boolean mayBeObject(String relation, String curie) {
        return isOfKind(relation, Scso.objectKind, curie);
    }

    private boolean isOfKind(String relation, Node property, String curie) {
        Set<Node> kinds = graph.stream(Scso.term(relation), property, Node.ANY).map(Triple::getObject)
                .collect(Collectors.toSet());
        return Curie.expand(curie).map(NodeFactory::createURI)
                .filter(term -> kinds.contains(term)
                        || !Collections.disjoint(kinds, TransitiveClosure.superclasses(term, graph)))
                .isPresent();
    }

    /** Whether the word, in lower case, is in so few labels that it shows which term is meant. */
    public boolean isDistinctive(String word) {
        return byLabel.keySet().stream().filter(label -> label.contains(word)).limit(DISTINCTIVE + 1L).count()
                <= DISTINCTIVE;
    }

    /** The label that a misspelt one is closest to. */
    public Optional<String> nearestLabel(String label) {
        return EditDistance.nearest(label.toLowerCase(Locale.ROOT), byLabel.keySet())
                .flatMap(near -> byLabel.getOrDefault(near, Set.of()).stream().findFirst())
                .flatMap(term -> labels.getOrDefault(term, List.of()).stream().findFirst());
    }

    /** Terms with the same number under another prefix or with other zeros: GO:001525 or CL:0001525 for GO:0001525. */
    public List<String> sameNumber(String curie) {
        return number(curie).map(n -> byNumber.getOrDefault(n, Set.of())).orElse(Set.of()).stream()
                .flatMap(t -> Curie.compact(t.getURI()).stream()).toList();
    }

    private static Optional<String> number(String name) {
        String digits = name.replaceFirst("^.*[^0-9]", "");
        return digits.matches("0*[1-9]\\d{2,}") ? Optional.of(digits.replaceFirst("^0+", "")) : Optional.empty();
    }

    public boolean isObsolete(String curie) {
        return Curie.expand(curie).map(NodeFactory::createURI).filter(term -> ObsoleteTerms.is(term, graph))
                .isPresent();
    }

    /** What is in use in place of an obsolete term. */
    public Optional<String> replacement(String curie) {
        return Curie.expand(curie).map(NodeFactory::createURI).flatMap(term -> ObsoleteTerms.replacement(term, graph))
                .map(by -> Curie.compact(by.getURI()).orElse(by.getURI()));
    }

    /** {@code GO:0001525 (angiogenesis)}. */
    public String labelled(String curie) {
        return labelOf(curie).map(label -> curie + " (" + label + ")").orElse(curie);
    }
}
