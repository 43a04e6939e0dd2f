package org.secretomegraph.graph;

import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfs.RDFSFactory;
import org.apache.jena.rdfs.SetupRDFS;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The materialised closure: what follows from the asserted triples by subclass and subproperty (RDFS rules rdfs5, rdfs7,
 * rdfs9 and rdfs11 of RDF 1.1 Semantics, section 9.2.1), and is not itself asserted. Domains and ranges are left to the
 * shapes: a wrong subject must be found, not typed away.
 */
final class Entailment {
    private final SetupRDFS hierarchy;

    private Entailment(Graph asserted) {
        this.hierarchy = RDFSFactory.setupRDFS(namedHierarchy(asserted));
    }

    /** The entailed triples that the given graph does not hold. */
    static Graph of(Graph asserted) {
        Entailment rules = new Entailment(asserted);
        Graph entailed = GraphFactory.createDefaultGraph();
        asserted.stream().flatMap(rules::entailedBy).filter(t -> !asserted.contains(t)).forEach(entailed::add);
        return entailed;
    }

    /** Subclass and subproperty triples between named terms: restrictions have no name to be found by. */
    private static Graph namedHierarchy(Graph asserted) {
        Graph hierarchy = GraphFactory.createDefaultGraph();
        Stream.of(RDFS.subClassOf.asNode(), RDFS.subPropertyOf.asNode())
                .flatMap(p -> asserted.stream(Node.ANY, p, Node.ANY))
                .filter(t -> t.getSubject().isURI() && t.getObject().isURI())
                .forEach(hierarchy::add);
        return hierarchy;
    }

    private Stream<Triple> entailedBy(Triple t) {
        Node p = t.getPredicate();
        if (p.equals(RDFS.subClassOf.asNode())) {
            return hierarchy.getSuperClasses(t.getObject()).stream()
                    .filter(above -> !above.equals(t.getSubject()))
                    .map(above -> Triple.create(t.getSubject(), p, above));
        }
        if (p.equals(RDFS.subPropertyOf.asNode())) {
            return hierarchy.getSuperProperties(t.getObject()).stream()
                    .filter(above -> !above.equals(t.getSubject()))
                    .map(above -> Triple.create(t.getSubject(), p, above));
        }
        if (p.equals(RDF.type.asNode())) {
            return isSchema(t.getObject()) ? Stream.empty() : hierarchy.getSuperClasses(t.getObject()).stream()
                    .map(above -> Triple.create(t.getSubject(), p, above));
        }
        return hierarchy.getSuperProperties(p).stream()
                .map(above -> Triple.create(t.getSubject(), above, t.getObject()));
    }

    private static boolean isSchema(Node type) {
        return type.isURI() && (type.getURI().startsWith(OWL.NS) || type.getURI().startsWith(RDFS.uri));
    }
}
