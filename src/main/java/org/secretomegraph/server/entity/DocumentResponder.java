package org.secretomegraph.server.entity;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.secretomegraph.pages.NotFoundPage;
import org.secretomegraph.pages.PageTemplate;
import org.secretomegraph.pages.ResultPage.Cell;
import org.secretomegraph.server.http.ContentNegotiation;
import org.secretomegraph.server.http.Lazy;
import org.secretomegraph.server.http.Preconditions;

/**
 * Sends documents about entities, and the responses when there is none. Documents have a strong ETag (RFC 9110, section
 * 8.8.3).
 */
final class DocumentResponder {
    private static final String ONE_HOUR = "public, max-age=3600";
    private static final int MAX_SHOWN = 200;
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'";

    private final boolean isMutable;
    private final EntityDocument document = new EntityDocument(new Lazy<>(() -> PageTemplate.named("thing")));
    private final Supplier<PageTemplate> notFoundPage = new Lazy<>(() -> PageTemplate.named("lost"));

    DocumentResponder(boolean isMutable) {
        this.isMutable = isMutable;
    }

    void cacheable(HttpExchange exchange) {
        exchange.response().setHeader("Cache-Control", isMutable ? "no-cache" : ONE_HOUR);
    }

    void document(Entities entities, Node entity, String path, Representation form, HttpExchange exchange) {
        byte[] content = document.of(entities, entity, path, form);
        HttpServletResponse response = exchange.response();
        response.setHeader("Link", LinkHeader.of(entities, entity, path));
        cacheable(exchange);
        boolean gone = entities.isObsolete(entity);
        if (!gone && Preconditions.respond(exchange.request(), response, Preconditions.tag(content))) {
            return; // preconditions do not apply to a 410 (RFC 9110, section 13.2.1)
        }
        response.setStatus(gone ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_OK);
        setHtmlHeaders(form, response);
        exchange.send(form.contentType(), content);
    }

    /** Sends what is not a document about an entity but the entity itself. */
    void content(String contentType, byte[] content, HttpExchange exchange) {
        cacheable(exchange);
        if (!Preconditions.respond(exchange.request(), exchange.response(), Preconditions.tag(content))) {
            exchange.send(contentType, content);
        }
    }

    private static void setHtmlHeaders(Representation form, HttpServletResponse response) {
        if (form == Representation.HTML) {
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("Content-Language", "en");
        }
    }

    /** 406 lists the available media types; an obsolete entity stays a 410. */
    void notAcceptable(Entities entities, Node entity, String path, HttpExchange exchange) {
        exchange.response().setHeader("Link", LinkHeader.of(entities, entity, path));
        if (entities.isObsolete(entity)) {
            exchange.plain(HttpServletResponse.SC_GONE, entities.shortName(entity) + " is withdrawn."
                    + entities.replacements(entity).stream()
                            .map(n -> " Use " + entities.label(n) + " (" + n.getURI() + ").")
                            .collect(Collectors.joining())
                    + "\n");
            return;
        }
        exchange.plain(HttpServletResponse.SC_NOT_ACCEPTABLE,
                "No available media type is acceptable. Available:\n" + LinkHeader.list(path));
    }

    /** 404, as a page for a browser and as a line of text for other clients. */
    void notFound(Entities entities, String path, HttpExchange exchange) {
        List<Node> nearest = new NearestEntities(entities).to(path);
        exchange.response().setHeader("Vary", "Accept");
        Optional<String> type = ContentNegotiation.choose(exchange.request(), List.of("text/plain", "text/html"));
        if (type.equals(Optional.of("text/html"))) {
            setHtmlHeaders(Representation.HTML, exchange.response());
            exchange.response().setStatus(HttpServletResponse.SC_NOT_FOUND);
            exchange.send("text/html; charset=utf-8",
                    notFoundPage.get().filledWith(new NotFoundPage(abbreviated(path), nearest.stream()
                            .map(n -> new Cell(entities.label(n) + " (" + entities.shortName(n) + ")",
                                    entities.path(n)))
                            .toList()))
                            .getBytes(StandardCharsets.UTF_8));
            return;
        }
        exchange.plain(HttpServletResponse.SC_NOT_FOUND, "404 Not Found: " + EntityPath.encoded(abbreviated(path))
                + nearest.stream().map(n -> entities.path(n) + " (" + entities.label(n) + ")")
                        .reduce((a, b) -> a + ", " + b).map(all -> "; nearest: " + all).orElse("")
                + "\n");
    }

    private static String abbreviated(String path) {
        return path.length() > MAX_SHOWN ? path.substring(0, MAX_SHOWN) + "..." : path;
    }
}
