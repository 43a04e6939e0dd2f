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
 * What the graph says of one thing, as a graph of its own: a symmetric concise bounded description
 * (https://www.w3.org/submissions/CBD/) cut to what a reader of the thing wants. Its statements with their blank nodes
 * and
 * their axioms; what is below it in the hierarchy; the claims about it, in short; for a claim its publication in full;
 * and
 * a label for everything that is named.
 */
final class BoundedDescription {
    private static final List<Node> BELOW = List.of(RDFS.subClassOf.asNode(), RDFS.subPropertyOf.asNode(),
            Scso.reportedIn, OWL2.annotatedSource.asNode());
    private static final String IMPORTS = Scso.NS + "imports/";
    private static final List<Node> OF_CLAIMS = List.of(Scso.subject, Scso.object, Scso.publication);
    private static final Set<Node> CLAIM_IN_SHORT = Set.of(RDF.type.asNode(), Scso.subject, Scso.relation, Scso.object,
            Scso.outcome, Scso.setting, Scso.evidenceLevel, Scso.publication, Scso.finding);
    /** The members of a small enumeration tell what it is; those of a large class do not. */
    private static final int FEW = 50;

    private final Graph all;
    private final Entities things;
    private final Graph excerpt = GraphFactory.createDefaultGraph();
    private final Set<Node> blank = new HashSet<>();

    private BoundedDescription(Entities things) {
        this.things = things;
        this.all = things.asserted();
    }

    static Graph of(Node thing, Entities things) {
        BoundedDescription excerpt = new BoundedDescription(things);
        document(thing)
                .ifPresent(name -> things.dataset().getGraph(name).find().forEachRemaining(excerpt.excerpt::add));
        excerpt.whole(thing);
        excerpt.around(thing);
        excerpt.labels();
        Prefixes.standard().forEach((prefix, iri) -> excerpt.excerpt.getPrefixMapping().setNsPrefix(prefix, iri));
        return excerpt.excerpt;
    }

    /** The graph that a thing is the whole of: an ontology must come with its terms, or nobody could import it. */
    private static Optional<Node> document(Node thing) {
        String iri = thing.getURI();
        return iri.equals(EntityPath.ONTOLOGY) ? Optional.of(NamedGraphs.ONTOLOGY) : thing.equals(NamedGraphs.VOID)
                ? Optional.of(thing) : iri.startsWith(IMPORTS)
                        ? Optional.of(NamedGraphs.importOf(iri.substring(IMPORTS.length()))) : Optional.empty();
    }

    private void whole(Node subject) {
        all.find(subject, Node.ANY, Node.ANY).toList().forEach(t -> {
            excerpt.add(t);
            if (t.getObject().isBlank() && blank.add(t.getObject())) {
                whole(t.getObject());
            }
        });
    }

    private void around(Node thing) {
        for (Node property : BELOW) {
            all.find(Node.ANY, property, thing).toList().forEach(t -> {
                if (t.getSubject().isBlank() || property.equals(OWL2.annotatedSource.asNode())) {
                    whole(t.getSubject());
                } else {
                    excerpt.add(t);
                }
            });
        }
        things.dataset().getGraph(NamedGraphs.LINKS).find(Node.ANY, Node.ANY, thing).toList().stream()
                .filter(t -> !t.getPredicate().equals(Scso.object) && !t.getPredicate().equals(Scso.subject))
                .forEach(excerpt::add);
        List<Triple> members = all.stream(Node.ANY, RDF.type.asNode(), thing).limit(FEW + 1L).toList();
        if (members.size() <= FEW) {
            members.forEach(excerpt::add);
        }
        if (excerpt.isEmpty()) {
            all.find(Node.ANY, Node.ANY, thing).forEachRemaining(excerpt::add);
        }
        OF_CLAIMS.stream().flatMap(property -> all.stream(Node.ANY, property, thing)).map(Triple::getSubject).toList()
                .forEach(claim -> all.stream(claim, Node.ANY, Node.ANY)
                        .filter(t -> CLAIM_IN_SHORT.contains(t.getPredicate())).forEach(excerpt::add));
        all.stream(thing, Scso.publication, Node.ANY).map(Triple::getObject).toList().forEach(this::whole);
    }

    private void labels() {
        Set<Node> named = new HashSet<>();
        excerpt.find().forEachRemaining(t -> Stream.of(t.getSubject(), t.getPredicate(), t.getObject())
                .filter(Node::isURI).forEach(named::add));
        named.forEach(node -> all.find(node, RDFS.label.asNode(), Node.ANY).forEachRemaining(excerpt::add));
    }
}
