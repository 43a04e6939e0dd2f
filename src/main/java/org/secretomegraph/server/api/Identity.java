package org.secretomegraph.server.api;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.secretomegraph.server.thing.PublicationNumber;

/**
 * What an identifier or an address stands for.
 *
 * @param name  its prefix and what stands behind it; empty for an address of no known form
 * @param thing its node, which the graph need not know; empty when the graph has no IRIs of the prefix
 */
record Identity(Optional<Names.Name> name, Optional<Node> thing) {

    /** @throws Problem 400 for what is no identifier, 404 for a prefix that nobody knows */
    static Identity ofCurie(String curie, Names names, Graph graph) {
        return of(Optional.of(names.ofCurie(curie)), Optional.empty(), names, graph);
    }

    /** @throws Problem 400 for an address of a resolver with what is no identifier, 404 for one with an unknown prefix */
    static Identity ofIri(String iri, Names names, Graph graph) {
        return of(names.ofIri(iri), Optional.of(iri), names, graph);
    }

    /** What somebody typed, when that is an identifier or an address and nothing else. */
    static Optional<Node> typed(String text, Names names, Graph graph) {
        if (!text.matches("\\S+[:_/]\\S+")) {
            return Optional.empty();
        }
        try {
            return (text.matches("(?i)https?://.*") ? ofIri(text, names, graph) : ofCurie(text, names, graph)).thing();
        } catch (Problem e) {
            return Optional.empty();
        }
    }

    /** A publication has one IRI and several numbers. */
    private static Identity of(Optional<Names.Name> name, Optional<String> iri, Names names, Graph graph) {
        Optional<Node> publication = name.flatMap(n -> PublicationNumber.of(n.prefix().prefix(), n.local()))
                .or(() -> iri.flatMap(PublicationNumber::ofAddress)).flatMap(number -> number.in(graph));
        return publication.isPresent() ? new Identity(publication.flatMap(p -> names.ofIri(p.getURI())), publication)
                : new Identity(name, name.flatMap(Names.Name::iri).or(() -> iri).map(NodeFactory::createURI));
    }
}
