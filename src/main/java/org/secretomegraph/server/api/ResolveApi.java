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
 * {@code /resolve?curie=} and {@code /resolve?iri=}: what an identifier stands for. JSON; a browser is sent on to the
 * page of
 * the thing, or, when the graph says nothing of it, to the IRI itself, as identifiers.org and the Bioregistry do.
 * {@code
 * redirect=true} or {@code false} decides instead of {@code Accept}. Only to IRIs of known prefixes is anybody sent.
 */
public final class ResolveApi extends ApiServlet {
    private static final long serialVersionUID = 1L;
    static final List<String> PARAMETERS = List.of("curie", "iri", "redirect");
    private static final int SEE_OTHER = 303;

    private final transient IdentifierParser names = new IdentifierParser(PrefixRegistry.bundled());

    public ResolveApi(DatasetGraph graph) {
        super(graph);
    }

    @Override
    ApiResponse reply(HttpServletRequest request) {
        RequestParameters given = RequestParameters.of(request).onlyHas(PARAMETERS);
        Optional<String> curie = given.value("curie");
        Optional<String> iri = given.value("iri");
        if (curie.isPresent() == iri.isPresent()) {
            throw new ProblemDetails(400, "say either curie= or iri=").with("parameter", "curie")
                    .with("expected", "curie=HGNC:4893, or iri=http://identifiers.org/hgnc/4893");
        }
        EntitySummaries things = EntitySummaries.of(graph());
        ResolvedIdentifier identity = identity(curie, iri, things);
        Optional<IdentifierParser.Name> name = identity.name();
        Node thing = identity.thing().orElseThrow(() -> new ProblemDetails(404, curie.or(() -> iri).get()
                + ": this graph knows nothing by that identifier").with("given", curie.or(() -> iri).get()));
        boolean mentioned = isMentioned(thing, things);
        if (name.isEmpty() && !mentioned) {
            throw new ProblemDetails(404, "nothing is known of <" + iri.get() + ">").with("given", iri.get());
        }
        return wantsRedirect(request, given) ? redirect(thing, mentioned)
                : ApiResponse.json(json(thing, name, things, mentioned))
                        .withLinks(List.of(Paging.link(ApiResponse.address(thing.getURI()), "canonical"),
                                QuestionsApi.described()));
    }

    private ResolvedIdentifier identity(Optional<String> curie, Optional<String> iri, EntitySummaries things) {
        try {
            return curie.isPresent() ? ResolvedIdentifier.ofCurie(curie.get(), names, things.graph())
                    : ResolvedIdentifier.ofIri(iri.get(), names, things.graph());
        } catch (ProblemDetails e) {
            throw e.with("parameter", curie.isPresent() ? "curie" : "iri");
        }
    }

    private static boolean wantsRedirect(HttpServletRequest request, RequestParameters given) {
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

    private static ApiResponse redirect(Node thing, boolean mentioned) {
        return ApiResponse.of("text/plain", new byte[0]).withStatus(SEE_OTHER)
                .with("Location", mentioned ? EntitySummaries.page(thing) : ApiResponse.address(thing.getURI()));
    }

    private static boolean isMentioned(Node thing, EntitySummaries things) {
        return things.isDescribed(thing) || things.graph().contains(Node.ANY, Node.ANY, thing);
    }

    private static JsonObject json(Node thing, Optional<IdentifierParser.Name> name, EntitySummaries things,
            boolean mentioned) {
        JsonObject object = new JsonObject();
        object.put("iri", thing.getURI());
        name.map(IdentifierParser.Name::curie).or(() -> Optional.of(things.cells().name(thing.getURI()))
                .filter(n -> !n.equals(thing.getURI()))).ifPresent(curie -> object.put("curie", curie));
        things.label(thing).ifPresent(label -> object.put("label", label));
        object.put("inGraph", mentioned);
        if (things.isDescribed(thing)) {
            object.put("kind", EntityKind.of(thing, things.graph()).word());
            things.definition(thing).ifPresent(definition -> object.put("definition", definition));
        }
        object.put("obsolete", things.isObsolete(thing));
        ObsoleteTerms.replacement(thing, things.graph()).ifPresent(by -> object.put("replacedBy", things.card(by)));
        object.put("exactMatches",
                cards(matches(thing, things, SKOS.exactMatch.asNode(), OWL2.equivalentClass.asNode()), things));
        object.put("closeMatches", cards(matches(thing, things, SKOS.closeMatch.asNode()), things));
        object.put("addresses",
                QuestionJson.texts(name.map(IdentifierParser.Name::addresses).orElse(List.of(thing.getURI()))));
        if (mentioned) {
            object.put("page", EntitySummaries.page(thing));
        }
        return object;
    }

    /** Mapped to it or from it: a match holds in both directions. */
    private static List<Node> matches(Node thing, EntitySummaries things, Node... properties) {
        return Stream.of(properties).flatMap(p -> Stream.concat(things.values(thing, p), things.subjects(p, thing)))
                .filter(Node::isURI).filter(other -> !other.equals(thing)).distinct()
                .sorted(Comparator.comparing(Node::getURI)).toList();
    }

    private static JsonArray cards(List<Node> things, EntitySummaries by) {
        JsonArray cards = new JsonArray();
        things.forEach(thing -> {
            JsonObject card = new JsonObject();
            card.put("iri", thing.getURI());
            PrefixRegistry.bundled().curie(thing.getURI()).ifPresent(curie -> card.put("curie", curie));
            by.label(thing).ifPresent(label -> card.put("label", label));
            cards.add(card);
        });
        return cards;
    }
}
