package org.secretomegraph.server.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.secretomegraph.server.http.Preconditions;
import org.secretomegraph.server.http.QueryError;

/**
 * Responses that are built completely in one READ transaction, with an entity tag for conditional requests; a failure
 * is sent as problem details.
 */
abstract class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient DatasetGraph graph;

    ApiServlet(DatasetGraph graph) {
        this.graph = graph;
    }

    /**
     * The response.
     *
     * @throws ProblemDetails when there is none
     */
    abstract ApiResponse respond(HttpServletRequest request);

    DatasetGraph graph() {
        return graph;
    }

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(request, response, responseTo(request));
    }

    private ApiResponse responseTo(HttpServletRequest request) {
        try {
            return Txn.calculateRead(graph, () -> respond(request));
        } catch (ProblemDetails e) {
            return e.response();
        } catch (RuntimeException e) {
            QueryError error = QueryError.of(e);
            return new ProblemDetails(error.status(), error.message()).response();
        }
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, ApiResponse reply)
            throws IOException {
        response.setHeader("Vary", "Accept");
        reply.headers().forEach(response::setHeader);
        reply.links().forEach(link -> response.addHeader("Link", link));
        if (reply.status() == HttpServletResponse.SC_OK) {
            if (!reply.headers().containsKey("Cache-Control")) {
                response.setHeader("Cache-Control", "no-cache");
            }
            if (Preconditions.respond(request, response, Preconditions.tag(reply.body()))) {
                return;
            }
        }
        response.setStatus(reply.status());
        response.setContentType(reply.type() + (reply.type().startsWith("text/") ? "; charset=utf-8" : ""));
        response.getOutputStream().write(reply.body());
    }
}
