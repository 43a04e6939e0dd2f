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
 * {@code /search?q=}: things by label, synonym or identifier, however spelt, and publications and claims by their
 * words.
 * JSON, or a page for a browser. {@code type} keeps one kind; {@code limit} and {@code offset} page.
 */
public final class SearchApi extends ApiServlet {
    private static final long serialVersionUID = 1L;
    static final String QUERY = "q";
    static final String TYPE = "type";
    static final List<String> PARAMETERS = List.of(QUERY, TYPE, ApiFormat.PARAMETER, Paging.LIMIT, Paging.OFFSET);
    static final int NORMAL = 20;
    private static final int SUGGESTIONS = 3;

    private final transient IdentifierParser names = new IdentifierParser(PrefixRegistry.bundled());

    public SearchApi(DatasetGraph graph) {
        super(graph);
    }

    @Override
    ApiResponse reply(HttpServletRequest request) {
        RequestParameters given = RequestParameters.of(request).onlyHas(PARAMETERS);
        ApiFormat format = ApiFormat.chosen(request, given, ApiFormat.JSON, ApiFormat.HTML);
        Paging page = Paging.of(given, NORMAL);
        String asked = given.value(QUERY).map(String::strip).orElse("");
        Optional<EntityKind> kind = given.value(TYPE).filter(word -> !word.isEmpty()).map(SearchApi::kind);
        if (asked.isEmpty() && format == ApiFormat.JSON) {
            throw new ProblemDetails(400, "say what to look for").with("parameter", QUERY).with("given", "")
                    .with("expected", "a name, a synonym or an identifier, for example " + QUERY + "=IL-6");
        }
        Found found = found(asked, kind, page);
        ApiResponse reply = format == ApiFormat.HTML
                ? ApiResponse
                        .of(format.type(),
                                SearchPageModel.html(found, kind, page, given).getBytes(StandardCharsets.UTF_8))
                        .with("Content-Security-Policy", SearchPageModel.POLICY)
                : ApiResponse.json(json(found));
        return reply.with("X-Total-Count", String.valueOf(found.total())).withLinks(page.links(given, found.total()))
                .withLinks(List.of(QuestionsApi.described()));
    }

    private static EntityKind kind(String word) {
        return EntityKind.named(word).orElseThrow(() -> new ProblemDetails(400, "there is no type '" + word + "'")
                .with("parameter", TYPE).with("given", word)
                .with("expected", "one of " + String.join(", ", EntityKind.words()))
                .with("suggestion", EditDistance.nearest(word, EntityKind.words()).orElse("")));
    }

    /** What was asked and a page of what was found; other spellings when that is nothing. */
    record Found(String asked, int total, Paging page, List<JsonObject> hits, List<String> suggestions) {}

    private Found found(String asked, Optional<EntityKind> kind, Paging page) {
        NameSearch search = VersionedTextIndex.search(graph().getContext())
                .orElseThrow(() -> new ProblemDetails(404, "this server's graph has no text index"));
        EntitySummaries things = EntitySummaries.of(graph());
        Set<Node> seen = new HashSet<>();
        List<NameSearch.Hit> all = Stream.concat(identified(asked, things), search.find(asked).stream())
                .filter(hit -> hit.thing().isURI() && seen.add(hit.thing()))
                .filter(hit -> kind.isEmpty() || EntityKind.of(hit.thing(), things.graph()) == kind.get()).toList();
        List<JsonObject> hits =
                all.stream().skip(page.offset()).limit(page.limit()).map(hit -> json(hit, asked, things))
                        .toList();
        return new Found(asked, all.size(), page, hits, all.isEmpty() ? suggestions(asked, search, things) : List.of());
    }

    /** Who pastes an identifier or an address wants the thing itself, however it is spelt; others may be near it. */
    private Stream<NameSearch.Hit> identified(String asked, EntitySummaries things) {
        return ResolvedIdentifier.typed(asked, names, things.graph()).filter(things::isDescribed)
                .map(thing -> new NameSearch.Hit(thing, asked, Terms.identifier, Float.MAX_VALUE)).stream();
    }

    private static List<String> suggestions(String asked, NameSearch search, EntitySummaries things) {
        List<String> near = search.nearest(asked, SUGGESTIONS);
        if (!near.isEmpty()) {
            return near;
        }
        List<String> labels = things.graph().stream(Node.ANY, RDFS.label.asNode(), Node.ANY).map(Triple::getObject)
                .filter(Node::isLiteral).map(Node::getLiteralLexicalForm).distinct().toList();
        return EditDistance.nearest(asked, labels).stream().toList();
    }

    private static JsonObject json(NameSearch.Hit hit, String asked, EntitySummaries things) {
        JsonObject object = things.card(hit.thing());
        JsonObject matched = new JsonObject();
        matched.put("text", hit.written());
        matched.put("property", things.cells().name(hit.property().getURI()));
        object.put("matched", matched);
        things.definition(hit.thing()).ifPresent(definition -> object.put("definition", definition));
        object.put("snippet", NameSearch.marked(hit.written(), asked).stream()
                .map(part -> part.asked() ? "<mark>" + HtmlEscaper.escaped(part.text()) + "</mark>"
                        : HtmlEscaper.escaped(part.text()))
                .collect(Collectors.joining()));
        return object;
    }

    private static JsonObject json(Found found) {
        JsonObject object = new JsonObject();
        object.put("query", found.asked());
        object.put("total", found.total());
        object.put("limit", found.page().limit());
        object.put("offset", found.page().offset());
        JsonArray hits = new JsonArray();
        found.hits().forEach(hits::add);
        object.put("hits", hits);
        object.put("suggestions", QuestionJson.texts(found.suggestions()));
        return object;
    }
}
