package org.secretomegraph.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.server.http.ContentNegotiation;

/** {@code /openapi.json}: the OpenAPI description of this server. */
public final class OpenApi extends ApiServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/openapi.json";
    static final String TYPE = "application/vnd.oai.openapi+json";

    private final transient Supplier<Catalogue> catalogue;
    private final boolean validates;
    private final boolean writes;

    /**
     * @param validates whether the server validates data
     * @param writes    whether it accepts updates
     */
    public OpenApi(DatasetGraph graph, Supplier<Catalogue> catalogue, boolean validates, boolean writes) {
        super(graph);
        this.catalogue = catalogue;
        this.validates = validates;
        this.writes = writes;
    }

    @Override
    ApiResponse respond(HttpServletRequest request) {
        RequestParameters.of(request).requireOnly(List.of());
        String type = ContentNegotiation.choose(request, List.of(ApiResponse.JSON_TYPE, TYPE))
                .orElseThrow(() -> new ProblemDetails(406, "available are " + ApiResponse.JSON_TYPE + " and " + TYPE));
        return ApiResponse.json(new OpenApiDocument(catalogue.get().questions(), validates, writes).json())
                .withType(type);
    }

    /**
     * The address of this document, as a value of {@code Link} (<a
     * href="https://www.rfc-editor.org/rfc/rfc8631#section-4.1">RFC 8631, section 4.1</a>).
     */
    public static String link() {
        return Paging.link(PATH, "service-desc") + "; type=\"" + TYPE + "\"";
    }
}
