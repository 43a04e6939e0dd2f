package org.secretomegraph.server.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.vocab.Prefixes;
import org.secretomegraph.vocab.Scso;

/**
 * The description of an entity as a graph: a symmetric concise bounded description
 * (https://www.w3.org/submissions/CBD/), restricted to its statements with their blank nodes and axioms; the direct
 * subclasses and subproperties; summaries of the claims about it; for a claim the full description of its publication;
 * and a label for every named node.
 */
final class BoundedDescription {
    private static final List<Node> INVERSE_PROPERTIES = List.of(RDFS.subClassOf.asNode(), RDFS.subPropertyOf.asNode(),
            Scso.reportedIn, OWL2.annotatedSource.asNode());
    private static final String IMPORTS = Scso.NS + "imports/";
    private static final List<Node> CLAIM_PROPERTIES = List.of(Scso.subject, Scso.object, Scso.publication);
    private static final Set<Node> CLAIM_SUMMARY = Set.of(RDF.type.asNode(), Scso.subject, Scso.relation, Scso.object,
            Scso.outcome, Scso.setting, Scso.evidenceLevel, Scso.publication, Scso.finding);
    /** The members of a small enumeration are part of its description; those of a large class are not. */
    private static final int MAX_MEMBERS = 50;

    private final Graph all;
    private final Entities entities;
    private final Graph result = GraphFactory.createDefaultGraph();
    private final Set<Node> blank = new HashSet<>();

    private BoundedDescription(Entities entities) {
        this.entities = entities;
        this.all = entities.asserted();
    }

    static Graph of(Node entity, Entities entities) {
        BoundedDescription description = new BoundedDescription(entities);
        document(entity)
                .ifPresent(name -> entities.dataset().getGraph(name).find().forEachRemaining(description.result::add));
        description.addDescription(entity);
        description.addContext(entity);
        description.addLabels();
        Prefixes.standard().forEach((prefix, iri) -> description.result.getPrefixMapping().setNsPrefix(prefix, iri));
        return description.result;
    }

    /**
     * The named graph that an entity stands for: the IRI of an ontology gives all of its terms, so that it can be
     * imported.
     */
    private static Optional<Node> document(Node entity) {
        String iri = entity.getURI();
        return iri.equals(EntityPath.ONTOLOGY) ? Optional.of(NamedGraphs.ONTOLOGY) : entity.equals(NamedGraphs.VOID)
                ? Optional.of(entity) : iri.startsWith(IMPORTS)
                        ? Optional.of(NamedGraphs.importOf(iri.substring(IMPORTS.length()))) : Optional.empty();
    }

    private void addDescription(Node subject) {
        all.find(subject, Node.ANY, Node.ANY).toList().forEach(t -> {
            result.add(t);
            if (t.getObject().isBlank() && blank.add(t.getObject())) {
                addDescription(t.getObject());
            }
        });
    }

    private void addContext(Node entity) {
        for (Node property : INVERSE_PROPERTIES) {
            all.find(Node.ANY, property, entity).toList().forEach(t -> {
                if (t.getSubject().isBlank() || property.equals(OWL2.annotatedSource.asNode())) {
                    addDescription(t.getSubject());
                } else {
                    result.add(t);
                }
            });
        }
        entities.dataset().getGraph(NamedGraphs.LINKS).find(Node.ANY, Node.ANY, entity).toList().stream()
                .filter(t -> !t.getPredicate().equals(Scso.object) && !t.getPredicate().equals(Scso.subject))
                .forEach(result::add);
        List<Triple> members = all.stream(Node.ANY, RDF.type.asNode(), entity).limit(MAX_MEMBERS + 1L).toList();
        if (members.size() <= MAX_MEMBERS) {
            members.forEach(result::add);
        }
        if (result.isEmpty()) {
            all.find(Node.ANY, Node.ANY, entity).forEachRemaining(result::add);
        }
        CLAIM_PROPERTIES.stream().flatMap(property -> all.stream(Node.ANY, property, entity)).map(Triple::getSubject)
                .toList()
                .forEach(claim -> all.stream(claim, Node.ANY, Node.ANY)
                        .filter(t -> CLAIM_SUMMARY.contains(t.getPredicate())).forEach(result::add));
        all.stream(entity, Scso.publication, Node.ANY).map(Triple::getObject).toList().forEach(this::addDescription);
    }

    private void addLabels() {
        Set<Node> named = new HashSet<>();
        result.find().forEachRemaining(t -> Stream.of(t.getSubject(), t.getPredicate(), t.getObject())
                .filter(Node::isURI).forEach(named::add));
        named.forEach(node -> all.find(node, RDFS.label.asNode(), Node.ANY).forEachRemaining(result::add));
    }
}
