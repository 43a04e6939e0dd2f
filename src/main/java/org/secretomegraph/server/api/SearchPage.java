package org.secretomegraph.server.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.secretomegraph.graph.text.NameSearch;
import org.secretomegraph.pages.Search;

/** What was found, as a page. */
final class SearchPage {
    static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'";

    private SearchPage() {}

    static String html(SearchApi.Found found, Optional<Kind> kind, Page page, Given given) {
        List<Search.Choice> choices = Stream.of(Kind.values())
                .map(k -> new Search.Choice(k.word(), kind.isPresent() && kind.get() == k)).toList();
        List<Search.Hit> hits = found.hits().stream().map(hit -> hit(hit, found.asked())).toList();
        List<Search.Link> suggestions = found.suggestions().stream()
                .map(name -> new Search.Link(name, given.address(Map.of(SearchApi.QUERY, name, Page.OFFSET, "0")))).toList();
        int last = Math.min(found.total(), page.offset() + page.limit());
        String remark = found.asked().isEmpty() ? "" : found.total() == 0 ? "Nothing is called so."
                : found.hits().isEmpty() ? "There are " + found.total() + " only."
                : (page.offset() + 1) + " to " + last + " of " + found.total();
        return org.secretomegraph.pages.Page.named("search").filledWith(new Search(found.asked(), choices, remark, hits,
                suggestions, at(given, page, page.offset() - page.limit(), found.total()),
                at(given, page, page.offset() + page.limit(), found.total())));
    }

    private static Search.Hit hit(JsonObject hit, String asked) {
        String text = hit.getObj("matched").getString("text");
        String label = hit.hasKey("label") ? hit.getString("label") : hit.getString("iri");
        return new Search.Hit(label, hit.getString("page"), hit.hasKey("curie") ? hit.getString("curie") : "",
                hit.getString("kind") + (hit.getBoolean("obsolete") ? ", obsolete" : ""),
                NameSearch.marked(text, asked).stream().map(p -> new Search.Part(p.text(), p.asked())).toList(),
                hit.hasKey("definition") ? hit.getString("definition") : "", text.equals(label) ? "" : text);
    }

    /** Where another part of the hits is; empty when there is none. */
    private static String at(Given given, Page page, int offset, int total) {
        boolean isThere = offset < total && offset > -page.limit();
        return isThere ? given.address(Map.of(Page.OFFSET, String.valueOf(Math.max(0, offset)))) : "";
    }
}
