package org.secretomegraph.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * {@code /context.jsonld}: the JSON-LD context of the record vocabulary. Pages of any site may read it: a context is
 * fetched by whoever processes a document that names it.
 */
public final class ContextApi extends ApiServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/context.jsonld";
    static final String TYPE = "application/ld+json";

    private final boolean isMutable;

    /** @param isMutable whether the ontology can change while it is served */
    public ContextApi(DatasetGraph graph, boolean isMutable) {
        super(graph);
        this.isMutable = isMutable;
    }

    @Override
    ApiResponse respond(HttpServletRequest request) {
        RequestParameters.of(request).requireOnly(List.of());
        return ApiResponse.json(new JsonLdContext(graph().getDefaultGraph()).json()).withType(TYPE)
                .with("Access-Control-Allow-Origin", "*")
                .with("Cache-Control", isMutable ? "no-cache" : "public, max-age=3600")
                .withLinks(List.of(OpenApi.link()));
    }
}
