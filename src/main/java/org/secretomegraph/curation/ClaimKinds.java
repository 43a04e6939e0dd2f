package org.secretomegraph.curation;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.secretomegraph.vocab.Scso;

/** Which class of claim each relation makes, as the ontology states it with {@code scso:claimKind}. */
final class ClaimKinds {
    private final Map<Node, Node> kindOfRelation;

    private ClaimKinds(Map<Node, Node> kindOfRelation) {
        this.kindOfRelation = kindOfRelation;
    }

    static ClaimKinds in(Graph ontology) {
        return new ClaimKinds(ontology.stream(Node.ANY, Scso.claimKind, Node.ANY)
                .collect(Collectors.toMap(Triple::getSubject, Triple::getObject)));
    }

    /** The class for a relation's name; a relation that the ontology does not know makes a plain claim. */
    Node of(String relation) {
        return kindOfRelation.getOrDefault(Scso.term(relation), Scso.Claim);
    }
}
