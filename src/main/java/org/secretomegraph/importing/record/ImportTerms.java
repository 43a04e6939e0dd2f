package org.secretomegraph.importing.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.ObsoleteTerms;
import org.secretomegraph.graph.TermLabels;
import org.secretomegraph.graph.infer.TransitiveClosure;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * What the graph knows of terms: labels, exact synonyms, places, cross references, and publications. Names and cross
 * references are read once; a name or a reference that two terms share stands for neither.
 */
public final class ImportTerms {
    public static final Node GENE_OR_PRODUCT = Scso.term("0000034");

    private final Graph graph;
    private final Map<String, Set<Node>> names = new HashMap<>();
    private final Map<String, Set<Node>> references = new HashMap<>();
    private final Map<String, Node> publications = new HashMap<>();
    private final TransitiveClosure superclasses;

    private ImportTerms(Graph graph) {
        this.graph = graph;
        this.superclasses = new TransitiveClosure(graph, RDFS.subClassOf.asNode());
    }

    /** @param graph the union of what is believed */
    public static ImportTerms of(Graph graph) {
        ImportTerms known = new ImportTerms(graph);
        List.of(RDFS.label.asNode(), Terms.exactSynonym).forEach(property -> graph.stream(Node.ANY, property, Node.ANY)
                .filter(t -> t.getSubject().isURI() && t.getObject().isLiteral())
                .forEach(t -> known.names.computeIfAbsent(folded(t.getObject().getLiteralLexicalForm()),
                        k -> new HashSet<>()).add(t.getSubject())));
        graph.stream(Node.ANY, Terms.xref, Node.ANY).filter(t -> t.getObject().isLiteral())
                .forEach(t -> known.references
                        .computeIfAbsent(t.getObject().getLiteralLexicalForm(), k -> new HashSet<>())
                        .add(t.getSubject()));
        graph.stream(Node.ANY, Terms.pmid, Node.ANY).filter(t -> t.getObject().isLiteral())
                .forEach(t -> known.publications.put(t.getObject().getLiteralLexicalForm(), t.getSubject()));
        return known;
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a term can be used in a claim. */
    public enum Standing { CURRENT, WITHDRAWN, UNKNOWN }

    public Standing standing(Node term) {
        return !graph.contains(term, RDFS.label.asNode(), Node.ANY) ? Standing.UNKNOWN
                : ObsoleteTerms.is(term, graph) ? Standing.WITHDRAWN : Standing.CURRENT;
    }

    /** The term's label; its IRI when it has none. */
    public String label(Node term) {
        return TermLabels.of(term, graph).orElseGet(term::getURI);
    }

    /** The terms that state this cross reference, such as {@code UniProtKB:P14210}. */
    public Set<Node> referring(String curie) {
        return references.getOrDefault(curie, Set.of());
    }

    /** The one term under one of the roots that has this name as label or exact synonym, whatever its case. */
    public Optional<Node> named(String name, Node... roots) {
        Set<Node> found = names.getOrDefault(folded(name), Set.of()).stream().filter(term -> isUnder(term, roots)
                && standing(term) == Standing.CURRENT).collect(Collectors.toSet());
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /** Whether the term is one of the roots or under one of them. */
    public boolean isUnder(Node term, Node... roots) {
        return Stream.of(roots).anyMatch(root -> root.equals(term) || superclasses.above(term).contains(root));
    }

    /** The kinds of subject or object that a relation joins. */
    public Node[] kinds(Node relation, Node property) {
        return graph.stream(relation, property, Node.ANY).map(Triple::getObject).toArray(Node[]::new);
    }

    /** The publication that the graph has with this PubMed identifier. */
    Optional<Node> publication(String pmid) {
        return Optional.ofNullable(publications.get(pmid));
    }

    public boolean isDescribed(Node publication) {
        return graph.contains(publication, Scso.studyKind, Node.ANY);
    }
}
