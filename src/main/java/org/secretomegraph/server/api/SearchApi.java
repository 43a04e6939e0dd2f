package org.secretomegraph.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.text.NameSearch;
import org.secretomegraph.graph.text.VersionedTextIndex;
import org.secretomegraph.vocab.EditDistance;
import org.secretomegraph.vocab.PrefixRegistry;
import org.secretomegraph.vocab.Terms;

/**
 * {@code /search?q=}: entities by label, synonym or identifier in any spelling, publications and claims by their words.
 * JSON, or a page for a browser. {@code type} selects one kind; {@code limit} and {@code offset} select a page.
 */
public final class SearchApi extends ApiServlet {
    private static final long serialVersionUID = 1L;
    static final String QUERY = "q";
    static final String TYPE = "type";
    static final List<String> PARAMETERS = List.of(QUERY, TYPE, ApiFormat.PARAMETER, Paging.LIMIT, Paging.OFFSET);
    static final int DEFAULT_LIMIT = 20;
    private static final int MAX_SUGGESTIONS = 3;

    private final transient IdentifierParser parser = new IdentifierParser(PrefixRegistry.bundled());

    public SearchApi(DatasetGraph graph) {
        super(graph);
    }

    @Override
    ApiResponse respond(HttpServletRequest request) {
        RequestParameters given = RequestParameters.of(request).requireOnly(PARAMETERS);
        ApiFormat format = ApiFormat.chosen(request, given, ApiFormat.JSON, ApiFormat.HTML);
        Paging page = Paging.of(given, DEFAULT_LIMIT);
        String text = given.value(QUERY).map(String::strip).orElse("");
        Optional<EntityKind> kind = given.value(TYPE).filter(word -> !word.isEmpty()).map(SearchApi::kind);
        if (text.isEmpty() && format == ApiFormat.JSON) {
            throw new ProblemDetails(400, "the search text is missing").with("parameter", QUERY).with("given", "")
                    .with("expected", "a name, a synonym or an identifier, for example " + QUERY + "=IL-6");
        }
        SearchResult result = search(text, kind, page);
        ApiResponse reply = format == ApiFormat.HTML
                ? ApiResponse
                        .of(format.type(),
                                SearchPageModel.html(result, kind, page, given).getBytes(StandardCharsets.UTF_8))
                        .with("Content-Security-Policy", SearchPageModel.POLICY)
                : ApiResponse.json(json(result));
        return reply.with("X-Total-Count", String.valueOf(result.total())).withLinks(page.links(given, result.total()))
                .withLinks(List.of(QuestionsApi.descriptionLink()));
    }

    private static EntityKind kind(String word) {
        return EntityKind.named(word).orElseThrow(() -> new ProblemDetails(400, "there is no type '" + word + "'")
                .with("parameter", TYPE).with("given", word)
                .with("expected", "one of " + String.join(", ", EntityKind.words()))
                .with("suggestion", EditDistance.nearest(word, EntityKind.words()).orElse("")));
    }

    /** The search text and a page of hits; other spellings when there are none. */
    record SearchResult(String text, int total, Paging page, List<JsonObject> hits, List<String> suggestions) {}

    private SearchResult search(String text, Optional<EntityKind> kind, Paging page) {
        NameSearch search = VersionedTextIndex.search(graph().getContext())
                .orElseThrow(() -> new ProblemDetails(404, "this server's graph has no text index"));
        EntitySummaries entities = EntitySummaries.of(graph());
        Set<Node> seen = new HashSet<>();
        List<NameSearch.Hit> all = Stream.concat(byIdentifier(text, entities), search.find(text).stream())
                .filter(hit -> hit.thing().isURI() && seen.add(hit.thing()))
                .filter(hit -> kind.isEmpty() || EntityKind.of(hit.thing(), entities.graph()) == kind.get()).toList();
        List<JsonObject> hits =
                all.stream().skip(page.offset()).limit(page.limit()).map(hit -> json(hit, text, entities))
                        .toList();
        return new SearchResult(text, all.size(), page, hits,
                all.isEmpty() ? suggestions(text, search, entities) : List.of());
    }

    /** For an identifier or an address its entity is the first hit, in any spelling. */
    private Stream<NameSearch.Hit> byIdentifier(String text, EntitySummaries entities) {
        return ResolvedIdentifier.ofText(text, parser, entities.graph()).filter(entities::isDescribed)
                .map(entity -> new NameSearch.Hit(entity, text, Terms.identifier, Float.MAX_VALUE)).stream();
    }

    private static List<String> suggestions(String text, NameSearch search, EntitySummaries entities) {
        List<String> similar = search.nearest(text, MAX_SUGGESTIONS);
        if (!similar.isEmpty()) {
            return similar;
        }
        List<String> labels = entities.graph().stream(Node.ANY, RDFS.label.asNode(), Node.ANY).map(Triple::getObject)
                .filter(Node::isLiteral).map(Node::getLiteralLexicalForm).distinct().toList();
        return EditDistance.nearest(text, labels).stream().toList();
    }

    private static JsonObject json(NameSearch.Hit hit, String text, EntitySummaries entities) {
        JsonObject object = entities.summary(hit.thing());
        JsonObject matched = new JsonObject();
        matched.put("text", hit.written());
        matched.put("property", entities.typedJson().name(hit.property().getURI()));
        object.put("matched", matched);
        entities.definition(hit.thing()).ifPresent(definition -> object.put("definition", definition));
        object.put("snippet", NameSearch.marked(hit.written(), text).stream()
                .map(part -> part.asked() ? "<mark>" + HtmlEscaper.escaped(part.text()) + "</mark>"
                        : HtmlEscaper.escaped(part.text()))
                .collect(Collectors.joining()));
        return object;
    }

    private static JsonObject json(SearchResult result) {
        JsonObject object = new JsonObject();
        object.put("query", result.text());
        object.put("total", result.total());
        object.put("limit", result.page().limit());
        object.put("offset", result.page().offset());
        JsonArray hits = new JsonArray();
        result.hits().forEach(hits::add);
        object.put("hits", hits);
        object.put("suggestions", QuestionJson.texts(result.suggestions()));
        return object;
    }
}
