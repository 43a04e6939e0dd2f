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
 * The reading half of the SPARQL 1.1 Graph Store Protocol: Fuseki's, with the state of what is read as its {@code ETag}
 * (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110, section 8.8.3</a>), and 304 for one who has
 * it.
 * One who accepts no form of a graph is told so with 406 (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.7">
 * section 15.5.7</a>), where Fuseki would send RDF/XML: to one who asks for TriG that would be a broken file.
 */
public class GraphStoreReader extends GSP_R {
    /**
     * A scheme, and no character that IRIs cannot have (RFC 3987, section 2.2). Not the rules of each scheme: Jena
     * refuses {@code urn:new}, which others have as the name of a graph.
     */
    private static final Pattern ABSOLUTE =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`\\p{Cntrl}]*");
    private static final int NOT_ACCEPTABLE = 406;
    /** What Fuseki offers. */
    static final List<String> FORMS_OF_A_GRAPH = DEF.rdfOffer.entries().stream().map(MediaType::getContentTypeStr)
            .distinct().toList();

    private final GraphVersions versions;

    public GraphStoreReader(GraphVersions versions) {
        this.versions = versions;
    }

    @Override
    protected void doGet(HttpAction action) {
        chooseForm(action);
        if (!isAnswered(action)) {
            super.doGet(action);
        }
    }

    @Override
    protected void doHead(HttpAction action) {
        chooseForm(action);
        if (!isAnswered(action)) {
            super.doHead(action);
        }
    }

    private void chooseForm(HttpAction action) {
        if (isQuads(action) || action.getRequestHeader("Accept") == null) {
            return; // Fuseki's own choice
        }
        Optional<String> form = ContentNegotiation.choose(action.getRequest(), FORMS_OF_A_GRAPH);
        form.ifPresent(type -> AcceptFilter.choose(action.getRequest(), type));
        if (form.isEmpty()) {
            ServletOps.error(NOT_ACCEPTABLE,
                    "No form of a graph is acceptable. There are: " + String.join(", ", FORMS_OF_A_GRAPH)
                            + ". The graphs together, without ?graph= and ?default, are in TriG and N-Quads too.");
        }
    }

    /**
     * Marks the answer with its tag. The state is asked before the content is read: when a writer comes between, the
     * tag is
     * older than the content, and a write that relies on it is refused rather than let through.
     *
     * @return whether the reader has it already, or wants another state, and was told so
     */
    private boolean isAnswered(HttpAction action) {
        Optional<String> state = state(action);
        if (state.isEmpty()) {
            return false;
        }
        MediaType format =
                isQuads(action) ? ActionLib.contentNegotationQuads(action) : ActionLib.contentNegotationRDF(action);
        action.setResponseHeader("Vary", "Accept");
        action.setResponseHeader("Cache-Control", "no-cache");
        return Preconditions.isAnswered(action.getRequest(), action.getResponse(), Preconditions.tag(state.get(),
                format.getSubType()));
    }

    /** The state of what a request is about; empty when it is not there. */
    public final Optional<String> state(HttpAction action) {
        if (isQuads(action)) {
            return Optional.of(versions.ofAll());
        }
        return named(action)
                .map(name -> name.equals(Quad.defaultGraphIRI) ? Optional.of(versions.ofAll()) : versions.of(name))
                .orElse(Optional.empty());
    }

    /** The graph that a request names, the default graph by its own IRI; empty when the name is no absolute IRI. */
    public static Optional<Node> named(HttpAction action) {
        String graph = action.getRequestParameter("graph");
        if (graph == null || graph.equals("default") || graph.equals("union")
                || graph.equals(Quad.unionGraph.getURI())) {
            return Optional.of(Quad.defaultGraphIRI);
        }
        return ABSOLUTE.matcher(graph).matches() ? Optional.of(NodeFactory.createURI(graph)) : Optional.empty();
    }
}
