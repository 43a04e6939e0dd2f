package org.secretomegraph.server.entity;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.secretomegraph.pages.NotFoundPage;
import org.secretomegraph.pages.PageTemplate;
import org.secretomegraph.pages.ResultPage.Cell;
import org.secretomegraph.server.http.ContentNegotiation;
import org.secretomegraph.server.http.Preconditions;

/** How documents, and their absence, are answered. Documents carry a strong ETag (RFC 9110, section 8.8.3). */
final class DocumentResponder {
    private static final String HOUR = "public, max-age=3600";
    private static final int LONGEST_SHOWN = 200;
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'";

    private final boolean changes;
    private final EntityDocument body = new EntityDocument(new Lazy("thing"));
    private final Lazy lost = new Lazy("lost");

    DocumentResponder(boolean changes) {
        this.changes = changes;
    }

    void cacheable(HttpExchange exchange) {
        exchange.response().setHeader("Cache-Control", changes ? "no-cache" : HOUR);
    }

    void document(Entities things, Node thing, String path, Representation form, HttpExchange exchange) {
        byte[] content = body.of(things, thing, path, form);
        HttpServletResponse response = exchange.response();
        response.setHeader("Link", LinkHeader.of(things, thing, path));
        cacheable(exchange);
        boolean gone = things.isWithdrawn(thing);
        if (!gone && Preconditions.respond(exchange.request(), response, Preconditions.tag(content))) {
            return; // what is gone is so on every condition (RFC 9110, 13.2.1)
        }
        response.setStatus(gone ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_OK);
        html(form, response);
        exchange.send(form.contentType(), content);
    }

    /** What is no document about a thing but the thing itself. */
    void content(String contentType, byte[] content, HttpExchange exchange) {
        cacheable(exchange);
        if (!Preconditions.respond(exchange.request(), exchange.response(), Preconditions.tag(content))) {
            exchange.send(contentType, content);
        }
    }

    private static void html(Representation form, HttpServletResponse response) {
        if (form == Representation.HTML) {
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("Content-Language", "en");
        }
    }

    /** 406 tells what there is, and a withdrawn thing stays withdrawn. */
    void notAcceptable(Entities things, Node thing, String path, HttpExchange exchange) {
        exchange.response().setHeader("Link", LinkHeader.of(things, thing, path));
        if (things.isWithdrawn(thing)) {
            exchange.plain(HttpServletResponse.SC_GONE, things.shortName(thing) + " is withdrawn."
                    + things.replacements(thing).stream().map(n -> " Use " + things.label(n) + " (" + n.getURI() + ").")
                            .collect(Collectors.joining())
                    + "\n");
            return;
        }
        exchange.plain(HttpServletResponse.SC_NOT_ACCEPTABLE,
                "No form of this is acceptable. There are:\n" + LinkHeader.told(path));
    }

    /** 404, as a page for a browser and as lines of text for all others. */
    void lost(Entities things, String path, HttpExchange exchange) {
        List<Node> nearest = new NearestEntities(things).to(path);
        exchange.response().setHeader("Vary", "Accept");
        Optional<String> type = ContentNegotiation.choose(exchange.request(), List.of("text/plain", "text/html"));
        if (type.equals(Optional.of("text/html"))) {
            html(Representation.HTML, exchange.response());
            exchange.response().setStatus(HttpServletResponse.SC_NOT_FOUND);
            exchange.send("text/html; charset=utf-8",
                    lost.get().filledWith(new NotFoundPage(shown(path), nearest.stream()
                            .map(n -> new Cell(things.label(n) + " (" + things.shortName(n) + ")", things.path(n)))
                            .toList()))
                            .getBytes(StandardCharsets.UTF_8));
            return;
        }
        exchange.plain(HttpServletResponse.SC_NOT_FOUND, "404 Not Found: " + EntityPath.encoded(shown(path))
                + nearest.stream().map(n -> things.path(n) + " (" + things.label(n) + ")")
                        .reduce((a, b) -> a + ", " + b).map(all -> "; nearest: " + all).orElse("")
                + "\n");
    }

    private static String shown(String path) {
        return path.length() > LONGEST_SHOWN ? path.substring(0, LONGEST_SHOWN) + "..." : path;
    }

    /** A template that is read when the first page needs it. */
    private static final class Lazy implements Supplier<PageTemplate> {
        private final String name;
        private @Nullable PageTemplate page;

        Lazy(String name) {
            this.name = name;
        }

        @Override
        public synchronized PageTemplate get() {
            if (page == null) {
                page = PageTemplate.named(name);
            }
            return page;
        }
    }
}
