package org.secretomegraph.curation.term;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.secretomegraph.vocab.Scso;

/**
 * The plain words that a sheet uses for terms of the record vocabulary. A word is the term's name, unless the ontology
 * gives the term another {@code skos:notation}.
 */
public final class CodeMapping {
    private final Map<Node, Node> kindOfRelation;
    private final Map<String, Node> termOfNotation;

    private CodeMapping(Graph ontology) {
        this.kindOfRelation = ontology.stream(Node.ANY, Scso.claimKind, Node.ANY)
                .collect(Collectors.toMap(Triple::getSubject, Triple::getObject));
        this.termOfNotation = ontology.stream(Node.ANY, SKOS.notation.asNode(), Node.ANY)
                .filter(t -> t.getSubject().isURI() && t.getSubject().getURI().startsWith(Scso.NS))
                .collect(Collectors.toMap(t -> t.getObject().getLiteralLexicalForm(), Triple::getSubject));
    }

    public static CodeMapping in(Graph ontology) {
        return new CodeMapping(ontology);
    }

    /** The term for a word, for example {@code scso:inVitro}; it need not exist. */
    public Node term(String word) {
        return termOfNotation.getOrDefault(word, Scso.term(word));
    }

    /** The class of claim that a relation makes; a relation that the ontology does not know makes a plain claim. */
    public Node kindOf(String relation) {
        return kindOfRelation.getOrDefault(term(relation), Scso.Claim);
    }
}
