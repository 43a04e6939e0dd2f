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

/** The things that the graph knows: which are there, what they are called, which are withdrawn. */
public final class Entities {
    private static final String PMC = "https://pmc\\.ncbi\\.nlm\\.nih\\.gov/articles/";

    private final DatasetGraph dataset;

    public Entities(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** What is asserted or derived from claims, without what only follows by subclass and subproperty. */
    Graph asserted() {
        return UnionGraph.withoutEntailments(dataset);
    }

    DatasetGraph dataset() {
        return dataset;
    }

    /** The thing that a path stands for, when the graph knows it. */
    Optional<Node> at(String path) {
        return EntityPath.iris(path).stream().map(NodeFactory::createURI).filter(this::isKnown).findFirst()
                .or(() -> EntityPath.number(path).flatMap(number -> number.in(asserted())));
    }

    /** Own things must be spoken of; of others' it is enough that they are named. */
    boolean isKnown(Node thing) {
        return says(thing)
                || !thing.getURI().startsWith(Scso.NS) && dataset.contains(Node.ANY, Node.ANY, Node.ANY, thing);
    }

    private boolean says(Node thing) {
        return dataset.contains(Node.ANY, thing, Node.ANY, Node.ANY);
    }

    boolean isA(Node thing, Node type) {
        return dataset.contains(Node.ANY, thing, RDF.type.asNode(), type);
    }

    boolean isWithdrawn(Node thing) {
        return ObsoleteTerms.is(thing, asserted());
    }

    /** What is to be used instead, as IRIs. */
    List<Node> replacements(Node thing) {
        return ObsoleteTerms.replacements(thing, asserted());
    }

    /** Where the thing has its address, encoded for a link. */
    public String path(Node thing) {
        return EntityPath.pageOf(thing.getURI(), isA(thing, Scso.Publication));
    }

    /** The path of its own that a thing has, encoded; empty for one that is only shown by its IRI. */
    public Optional<String> own(Node thing) {
        return EntityPath.of(thing.getURI(), isA(thing, Scso.Publication)).filter(path -> isKnown(thing));
    }

    /** The label or title; what short name there is. */
    public String label(Node thing) {
        if (!thing.isURI()) {
            return thing.isLiteral() ? thing.getLiteralLexicalForm() : "[]";
        }
        return TermLabels.name(thing, asserted()).orElseGet(() -> shortName(thing));
    }

    String shortName(Node thing) {
        String iri = thing.getURI();
        return iri.startsWith("https://doi.org/") ? "doi:" + iri.substring("https://doi.org/".length())
                : iri.matches(PMC + "PMC\\d+/?") ? iri.replaceFirst(PMC, "").replaceFirst("/$", "")
                        : Curie.compact(iri).orElseGet(() -> dataset.prefixes().abbreviate(iri) == null ? iri
                                : dataset.prefixes().abbreviate(iri));
    }

    Optional<String> text(Node thing, Node property) {
        return TermLabels.text(thing, property, asserted());
    }

    List<Node> values(Node thing, Node property) {
        return asserted().stream(thing, property, Node.ANY).map(Triple::getObject)
                .sorted(Comparator.comparing(Node::toString)).toList();
    }

    List<Node> subjects(Node property, Node thing) {
        return asserted().stream(Node.ANY, property, thing).map(Triple::getSubject)
                .sorted(Comparator.comparing(Node::toString)).toList();
    }
}
