package org.secretomegraph.server.sparql;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.GSP_R;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.graph.store.GraphVersions;
import org.secretomegraph.server.http.AcceptFilter;
import org.secretomegraph.server.http.ContentNegotiation;
import org.secretomegraph.server.http.Preconditions;

/**
 * The reading half of the SPARQL 1.1 Graph Store Protocol: that of Fuseki, with the version of what is read as its
 * {@code ETag} (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110, section 8.8.3</a>), and 304
 * for a client that has it. A client that accepts no media type of a graph gets a 406 (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.7">section 15.5.7</a>), where Fuseki would send RDF/XML: to
 * a client that asks for TriG that would be a broken file.
 */
public class GraphStoreReader extends GSP_R {
    /**
     * A scheme, and no character that IRIs cannot have (RFC 3987, section 2.2). The rules of single schemes are not
     * checked: Jena refuses {@code urn:new}, which is in use as the name of a graph.
     */
    private static final Pattern ABSOLUTE =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`\\p{Cntrl}]*");
    private static final int NOT_ACCEPTABLE = 406;
    /** Those that Fuseki offers. */
    static final List<String> GRAPH_MEDIA_TYPES = DEF.rdfOffer.entries().stream().map(MediaType::getContentTypeStr)
            .distinct().toList();

    private final GraphVersions versions;

    public GraphStoreReader(GraphVersions versions) {
        this.versions = versions;
    }

    @Override
    protected void doGet(HttpAction action) {
        chooseMediaType(action);
        if (!respondByPrecondition(action)) {
            super.doGet(action);
        }
    }

    @Override
    protected void doHead(HttpAction action) {
        chooseMediaType(action);
        if (!respondByPrecondition(action)) {
            super.doHead(action);
        }
    }

    private void chooseMediaType(HttpAction action) {
        if (isQuads(action) || action.getRequestHeader("Accept") == null) {
            return; // Fuseki chooses
        }
        Optional<String> type = ContentNegotiation.choose(action.getRequest(), GRAPH_MEDIA_TYPES);
        type.ifPresent(chosen -> AcceptFilter.override(action.getRequest(), chosen));
        if (type.isEmpty()) {
            ServletOps.error(NOT_ACCEPTABLE,
                    "No available media type is acceptable. Available: " + String.join(", ", GRAPH_MEDIA_TYPES)
                            + ". The whole dataset, without ?graph= and ?default, is available in TriG and N-Quads too.");
        }
    }

    /**
     * Sets the entity tag. The version is read before the content: when a write happens in between, the tag is older
     * than the content, and a write that relies on it is refused rather than accepted.
     *
     * @return whether the response is complete: 304 or 412
     */
    private boolean respondByPrecondition(HttpAction action) {
        Optional<String> state = state(action);
        if (state.isEmpty()) {
            return false;
        }
        MediaType format =
                isQuads(action) ? ActionLib.contentNegotationQuads(action) : ActionLib.contentNegotationRDF(action);
        action.setResponseHeader("Vary", "Accept");
        action.setResponseHeader("Cache-Control", "no-cache");
        return Preconditions.respond(action.getRequest(), action.getResponse(), Preconditions.tag(state.get(),
                format.getSubType()));
    }

    /** The version of what the request is about; empty when it does not exist. */
    public final Optional<String> state(HttpAction action) {
        if (isQuads(action)) {
            return Optional.of(versions.ofAll());
        }
        return named(action)
                .map(name -> name.equals(Quad.defaultGraphIRI) ? Optional.of(versions.ofAll()) : versions.of(name))
                .orElse(Optional.empty());
    }

    /** The graph that a request names, the default graph by its own IRI; empty when the name is not an absolute IRI. */
    public static Optional<Node> named(HttpAction action) {
        String graph = action.getRequestParameter("graph");
        if (graph == null || graph.equals("default") || graph.equals("union")
                || graph.equals(Quad.unionGraph.getURI())) {
            return Optional.of(Quad.defaultGraphIRI);
        }
        return ABSOLUTE.matcher(graph).matches() ? Optional.of(NodeFactory.createURI(graph)) : Optional.empty();
    }
}
