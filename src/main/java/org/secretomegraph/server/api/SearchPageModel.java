package org.secretomegraph.server.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.secretomegraph.graph.text.NameSearch;
import org.secretomegraph.pages.PageTemplate;
import org.secretomegraph.pages.SearchPage;

/** What was found, as a page. */
final class SearchPageModel {
    static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'";

    private SearchPageModel() {}

    static String html(SearchApi.Found found, Optional<EntityKind> kind, Paging page, RequestParameters given) {
        List<SearchPage.Choice> choices = Stream.of(EntityKind.values())
                .map(k -> new SearchPage.Choice(k.word(), kind.isPresent() && kind.get() == k)).toList();
        List<SearchPage.Hit> hits = found.hits().stream().map(hit -> hit(hit, found.asked())).toList();
        List<SearchPage.Link> suggestions = found.suggestions().stream()
                .map(name -> new SearchPage.Link(name,
                        given.address(Map.of(SearchApi.QUERY, name, Paging.OFFSET, "0"))))
                .toList();
        int last = Math.min(found.total(), page.offset() + page.limit());
        String remark = found.asked().isEmpty() ? "" : found.total() == 0 ? "Nothing is called so."
                : found.hits().isEmpty() ? "There are " + found.total() + " only."
                        : (page.offset() + 1) + " to " + last + " of " + found.total();
        return PageTemplate.named("search").filledWith(new SearchPage(found.asked(), choices, remark, hits,
                suggestions, at(given, page, page.offset() - page.limit(), found.total()),
                at(given, page, page.offset() + page.limit(), found.total())));
    }

    private static SearchPage.Hit hit(JsonObject hit, String asked) {
        String text = hit.getObj("matched").getString("text");
        String label = hit.hasKey("label") ? hit.getString("label") : hit.getString("iri");
        return new SearchPage.Hit(label, hit.getString("page"), hit.hasKey("curie") ? hit.getString("curie") : "",
                hit.getString("kind") + (hit.getBoolean("obsolete") ? ", obsolete" : ""),
                NameSearch.marked(text, asked).stream().map(p -> new SearchPage.Part(p.text(), p.asked())).toList(),
                hit.hasKey("definition") ? hit.getString("definition") : "", text.equals(label) ? "" : text);
    }

    /** Where another part of the hits is; empty when there is none. */
    private static String at(RequestParameters given, Paging page, int offset, int total) {
        boolean isThere = offset < total && offset > -page.limit();
        return isThere ? given.address(Map.of(Paging.OFFSET, String.valueOf(Math.max(0, offset)))) : "";
    }
}
