package org.secretomegraph.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.SKOS;
import org.secretomegraph.graph.ObsoleteTerms;
import org.secretomegraph.server.http.ContentNegotiation;
import org.secretomegraph.vocab.PrefixRegistry;

/**
 * {@code /resolve?curie=} and {@code /resolve?iri=}: the entity of an identifier. JSON; a browser is redirected to the
 * page of the entity or, when the graph states nothing about it, to the IRI itself, as identifiers.org and the
 * Bioregistry do. {@code redirect=true} or {@code false} takes precedence over {@code Accept}. Redirects lead to IRIs
 * of known prefixes only.
 */
public final class ResolveApi extends ApiServlet {
    private static final long serialVersionUID = 1L;
    static final List<String> PARAMETERS = List.of("curie", "iri", "redirect");
    private static final int SEE_OTHER = 303;

    private final transient IdentifierParser parser = new IdentifierParser(PrefixRegistry.bundled());

    public ResolveApi(DatasetGraph graph) {
        super(graph);
    }

    @Override
    ApiResponse respond(HttpServletRequest request) {
        RequestParameters given = RequestParameters.of(request).requireOnly(PARAMETERS);
        Optional<String> curie = given.value("curie");
        Optional<String> iri = given.value("iri");
        if (curie.isPresent() == iri.isPresent()) {
            throw new ProblemDetails(400, "say either curie= or iri=").with("parameter", "curie")
                    .with("expected", "curie=HGNC:4893, or iri=http://identifiers.org/hgnc/4893");
        }
        EntitySummaries entities = EntitySummaries.of(graph());
        ResolvedIdentifier resolved = resolved(curie, iri, entities);
        Optional<IdentifierParser.Identifier> identifier = resolved.identifier();
        Node entity = resolved.entity().orElseThrow(() -> new ProblemDetails(404, curie.or(() -> iri).get()
                + ": this graph knows nothing by that identifier").with("given", curie.or(() -> iri).get()));
        boolean mentioned = isMentioned(entity, entities);
        if (identifier.isEmpty() && !mentioned) {
            throw new ProblemDetails(404, "nothing is known of <" + iri.get() + ">").with("given", iri.get());
        }
        return isRedirect(request, given) ? redirect(entity, mentioned)
                : ApiResponse.json(json(entity, identifier, entities, mentioned))
                        .withLinks(List.of(Paging.link(ApiResponse.address(entity.getURI()), "canonical"),
                                QuestionsApi.descriptionLink()));
    }

    private ResolvedIdentifier resolved(Optional<String> curie, Optional<String> iri, EntitySummaries entities) {
        try {
            return curie.isPresent() ? ResolvedIdentifier.ofCurie(curie.get(), parser, entities.graph())
                    : ResolvedIdentifier.ofIri(iri.get(), parser, entities.graph());
        } catch (ProblemDetails e) {
            throw e.with("parameter", curie.isPresent() ? "curie" : "iri");
        }
    }

    private static boolean isRedirect(HttpServletRequest request, RequestParameters given) {
        String word = given.value("redirect").orElse("");
        if (word.isEmpty()) {
            List<String> offers = List.of(ApiResponse.JSON_TYPE, "text/html");
            return ContentNegotiation.choose(request, offers).filter("text/html"::equals).isPresent();
        }
        if (!List.of("true", "false").contains(word)) {
            throw new ProblemDetails(400, "parameter 'redirect' is '" + word + "'").with("parameter", "redirect")
                    .with("given", word).with("expected", "true or false");
        }
        return word.equals("true");
    }

    private static ApiResponse redirect(Node entity, boolean mentioned) {
        return ApiResponse.of("text/plain", new byte[0]).withStatus(SEE_OTHER)
                .with("Location", mentioned ? EntitySummaries.page(entity) : ApiResponse.address(entity.getURI()));
    }

    private static boolean isMentioned(Node entity, EntitySummaries entities) {
        return entities.isDescribed(entity) || entities.graph().contains(Node.ANY, Node.ANY, entity);
    }

    private static JsonObject json(Node entity, Optional<IdentifierParser.Identifier> identifier,
            EntitySummaries entities,
            boolean mentioned) {
        JsonObject object = new JsonObject();
        object.put("iri", entity.getURI());
        identifier.map(IdentifierParser.Identifier::curie)
                .or(() -> Optional.of(entities.typedJson().name(entity.getURI()))
                        .filter(n -> !n.equals(entity.getURI())))
                .ifPresent(curie -> object.put("curie", curie));
        entities.label(entity).ifPresent(label -> object.put("label", label));
        object.put("inGraph", mentioned);
        if (entities.isDescribed(entity)) {
            object.put("kind", EntityKind.of(entity, entities.graph()).word());
            entities.definition(entity).ifPresent(definition -> object.put("definition", definition));
        }
        object.put("obsolete", entities.isObsolete(entity));
        ObsoleteTerms.replacement(entity, entities.graph())
                .ifPresent(by -> object.put("replacedBy", entities.summary(by)));
        object.put("exactMatches",
                cards(matches(entity, entities, SKOS.exactMatch.asNode(), OWL2.equivalentClass.asNode()), entities));
        object.put("closeMatches", cards(matches(entity, entities, SKOS.closeMatch.asNode()), entities));
        object.put("addresses",
                QuestionJson.texts(
                        identifier.map(IdentifierParser.Identifier::addresses).orElse(List.of(entity.getURI()))));
        if (mentioned) {
            object.put("page", EntitySummaries.page(entity));
        }
        return object;
    }

    /** Mappings in both directions: a match is symmetric. */
    private static List<Node> matches(Node entity, EntitySummaries entities, Node... properties) {
        return Stream.of(properties)
                .flatMap(p -> Stream.concat(entities.values(entity, p), entities.subjects(p, entity)))
                .filter(Node::isURI).filter(other -> !other.equals(entity)).distinct()
                .sorted(Comparator.comparing(Node::getURI)).toList();
    }

    private static JsonArray cards(List<Node> entities, EntitySummaries by) {
        JsonArray cards = new JsonArray();
        entities.forEach(entity -> {
            JsonObject summary = new JsonObject();
            summary.put("iri", entity.getURI());
            PrefixRegistry.bundled().curie(entity.getURI()).ifPresent(curie -> summary.put("curie", curie));
            by.label(entity).ifPresent(label -> summary.put("label", label));
            cards.add(summary);
        });
        return cards;
    }
}
