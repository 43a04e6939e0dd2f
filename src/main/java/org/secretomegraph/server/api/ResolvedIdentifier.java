package org.secretomegraph.server.api;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.secretomegraph.server.entity.PublicationId;

/**
 * The entity of an identifier or an address.
 *
 * @param identifier prefix and local part; empty for an address of no known form
 * @param entity     its node, which need not be in the graph; empty when the graph has no IRIs of the prefix
 */
record ResolvedIdentifier(Optional<IdentifierParser.Identifier> identifier, Optional<Node> entity) {

    /** @throws ProblemDetails 400 for what is not an identifier, 404 for an unknown prefix */
    static ResolvedIdentifier ofCurie(String curie, IdentifierParser parser, Graph graph) {
        return of(Optional.of(parser.ofCurie(curie)), Optional.empty(), parser, graph);
    }

    /**
     * @throws ProblemDetails 400 for an address of a resolver with an ill-formed identifier, 404 for one with an
     * unknown prefix
     */
    static ResolvedIdentifier ofIri(String iri, IdentifierParser parser, Graph graph) {
        return of(parser.ofIri(iri), Optional.of(iri), parser, graph);
    }

    /** The entity of a search text that is an identifier or an address and nothing else. */
    static Optional<Node> ofText(String text, IdentifierParser parser, Graph graph) {
        if (!text.matches("\\S+[:_/]\\S+")) {
            return Optional.empty();
        }
        try {
            return (text.matches("(?i)https?://.*") ? ofIri(text, parser, graph) : ofCurie(text, parser, graph))
                    .entity();
        } catch (ProblemDetails e) {
            return Optional.empty();
        }
    }

    /** A publication has one IRI and several identifiers. */
    private static ResolvedIdentifier of(Optional<IdentifierParser.Identifier> identifier, Optional<String> iri,
            IdentifierParser parser, Graph graph) {
        Optional<Node> publication = identifier.flatMap(n -> PublicationId.of(n.prefix().prefix(), n.local()))
                .or(() -> iri.flatMap(PublicationId::ofAddress)).flatMap(number -> number.in(graph));
        return publication.isPresent()
                ? new ResolvedIdentifier(publication.flatMap(p -> parser.ofIri(p.getURI())), publication)
                : new ResolvedIdentifier(identifier,
                        identifier.flatMap(IdentifierParser.Identifier::iri).or(() -> iri).map(NodeFactory::createURI));
    }
}
