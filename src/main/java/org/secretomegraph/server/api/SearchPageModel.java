package org.secretomegraph.server.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.secretomegraph.graph.text.NameSearch;
import org.secretomegraph.pages.PageTemplate;
import org.secretomegraph.pages.SearchPage;

/** The hits of a search as a page. */
final class SearchPageModel {
    static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'";

    private SearchPageModel() {}

    static String html(SearchApi.SearchResult result, Optional<EntityKind> kind, Paging page, RequestParameters given) {
        List<SearchPage.Choice> choices = Stream.of(EntityKind.values())
                .map(k -> new SearchPage.Choice(k.word(), kind.isPresent() && kind.get() == k)).toList();
        List<SearchPage.Hit> hits = result.hits().stream().map(hit -> hit(hit, result.text())).toList();
        List<SearchPage.Link> suggestions = result.suggestions().stream()
                .map(name -> new SearchPage.Link(name,
                        given.address(Map.of(SearchApi.QUERY, name, Paging.OFFSET, "0"))))
                .toList();
        int last = Math.min(result.total(), page.offset() + page.limit());
        String remark = result.text().isEmpty() ? "" : result.total() == 0 ? "No entity has that name."
                : result.hits().isEmpty() ? "There are only " + result.total() + "."
                        : (page.offset() + 1) + " to " + last + " of " + result.total();
        return PageTemplate.named("search").filledWith(new SearchPage(result.text(), choices, remark, hits,
                suggestions, at(given, page, page.offset() - page.limit(), result.total()),
                at(given, page, page.offset() + page.limit(), result.total())));
    }

    private static SearchPage.Hit hit(JsonObject hit, String asked) {
        String text = hit.getObj("matched").getString("text");
        String label = hit.hasKey("label") ? hit.getString("label") : hit.getString("iri");
        return new SearchPage.Hit(label, hit.getString("page"), hit.hasKey("curie") ? hit.getString("curie") : "",
                hit.getString("kind") + (hit.getBoolean("obsolete") ? ", obsolete" : ""),
                NameSearch.marked(text, asked).stream().map(p -> new SearchPage.Part(p.text(), p.asked())).toList(),
                hit.hasKey("definition") ? hit.getString("definition") : "", text.equals(label) ? "" : text);
    }

    /** The address of another page of hits; empty when there is none. */
    private static String at(RequestParameters given, Paging page, int offset, int total) {
        boolean exists = offset < total && offset > -page.limit();
        return exists ? given.address(Map.of(Paging.OFFSET, String.valueOf(Math.max(0, offset)))) : "";
    }
}
