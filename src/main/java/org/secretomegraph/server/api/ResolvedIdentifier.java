package org.secretomegraph.server.api;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.secretomegraph.server.entity.PublicationId;

/**
 * What an identifier or an address stands for.
 *
 * @param name  its prefix and what stands behind it; empty for an address of no known form
 * @param thing its node, which the graph need not know; empty when the graph has no IRIs of the prefix
 */
record ResolvedIdentifier(Optional<IdentifierParser.Name> name, Optional<Node> thing) {

    /** @throws ProblemDetails 400 for what is no identifier, 404 for a prefix that nobody knows */
    static ResolvedIdentifier ofCurie(String curie, IdentifierParser names, Graph graph) {
        return of(Optional.of(names.ofCurie(curie)), Optional.empty(), names, graph);
    }

    /**
     * @throws ProblemDetails 400 for an address of a resolver with what is no identifier, 404 for one with an unknown
     * prefix
     */
    static ResolvedIdentifier ofIri(String iri, IdentifierParser names, Graph graph) {
        return of(names.ofIri(iri), Optional.of(iri), names, graph);
    }

    /** What somebody typed, when that is an identifier or an address and nothing else. */
    static Optional<Node> typed(String text, IdentifierParser names, Graph graph) {
        if (!text.matches("\\S+[:_/]\\S+")) {
            return Optional.empty();
        }
        try {
            return (text.matches("(?i)https?://.*") ? ofIri(text, names, graph) : ofCurie(text, names, graph)).thing();
        } catch (ProblemDetails e) {
            return Optional.empty();
        }
    }

    /** A publication has one IRI and several numbers. */
    private static ResolvedIdentifier of(Optional<IdentifierParser.Name> name, Optional<String> iri,
            IdentifierParser names, Graph graph) {
        Optional<Node> publication = name.flatMap(n -> PublicationId.of(n.prefix().prefix(), n.local()))
                .or(() -> iri.flatMap(PublicationId::ofAddress)).flatMap(number -> number.in(graph));
        return publication.isPresent()
                ? new ResolvedIdentifier(publication.flatMap(p -> names.ofIri(p.getURI())), publication)
                : new ResolvedIdentifier(name,
                        name.flatMap(IdentifierParser.Name::iri).or(() -> iri).map(NodeFactory::createURI));
    }
}
