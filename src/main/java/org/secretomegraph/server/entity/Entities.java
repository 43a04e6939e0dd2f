package org.secretomegraph.server.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.graph.ObsoleteTerms;
import org.secretomegraph.graph.TermLabels;
import org.secretomegraph.graph.view.UnionGraph;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;

/** The entities of the graph: which exist, their names, which are obsolete. */
public final class Entities {
    private static final String PMC = "https://pmc\\.ncbi\\.nlm\\.nih\\.gov/articles/";

    private final DatasetGraph dataset;

    public Entities(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** What is asserted, or derived from claims, without entailments by subclass and subproperty. */
    Graph asserted() {
        return UnionGraph.withoutEntailments(dataset);
    }

    DatasetGraph dataset() {
        return dataset;
    }

    /** The entity of a path, when the graph has it. */
    Optional<Node> at(String path) {
        return EntityPath.iris(path).stream().map(NodeFactory::createURI).filter(this::isKnown).findFirst()
                .or(() -> EntityPath.number(path).flatMap(number -> number.in(asserted())));
    }

    /** An entity of this namespace must be a subject; for others an occurrence as object is enough. */
    boolean isKnown(Node entity) {
        return isSubject(entity)
                || !entity.getURI().startsWith(Scso.NS) && dataset.contains(Node.ANY, Node.ANY, Node.ANY, entity);
    }

    private boolean isSubject(Node entity) {
        return dataset.contains(Node.ANY, entity, Node.ANY, Node.ANY);
    }

    boolean isA(Node entity, Node type) {
        return dataset.contains(Node.ANY, entity, RDF.type.asNode(), type);
    }

    boolean isObsolete(Node entity) {
        return ObsoleteTerms.is(entity, asserted());
    }

    /** The entities that replace it, as IRIs. */
    List<Node> replacements(Node entity) {
        return ObsoleteTerms.replacements(entity, asserted());
    }

    /** The path of its page, percent-encoded. */
    public String path(Node entity) {
        return EntityPath.pageOf(entity.getURI(), isA(entity, Scso.Publication));
    }

    /** The path of an entity that has one, percent-encoded; empty for one that is shown by its IRI only. */
    public Optional<String> ownPath(Node entity) {
        return EntityPath.of(entity.getURI(), isA(entity, Scso.Publication)).filter(path -> isKnown(entity));
    }

    /** The label or title, else a short name. */
    public String label(Node entity) {
        if (!entity.isURI()) {
            return entity.isLiteral() ? entity.getLiteralLexicalForm() : "[]";
        }
        return TermLabels.name(entity, asserted()).orElseGet(() -> shortName(entity));
    }

    String shortName(Node entity) {
        String iri = entity.getURI();
        return iri.startsWith("https://doi.org/") ? "doi:" + iri.substring("https://doi.org/".length())
                : iri.matches(PMC + "PMC\\d+/?") ? iri.replaceFirst(PMC, "").replaceFirst("/$", "")
                        : Curie.compact(iri).orElseGet(() -> dataset.prefixes().abbreviate(iri) == null ? iri
                                : dataset.prefixes().abbreviate(iri));
    }

    Optional<String> text(Node entity, Node property) {
        return TermLabels.text(entity, property, asserted());
    }

    List<Node> values(Node entity, Node property) {
        return asserted().stream(entity, property, Node.ANY).map(Triple::getObject)
                .sorted(Comparator.comparing(Node::toString)).toList();
    }

    List<Node> subjects(Node property, Node entity) {
        return asserted().stream(Node.ANY, property, entity).map(Triple::getSubject)
                .sorted(Comparator.comparing(Node::toString)).toList();
    }
}
