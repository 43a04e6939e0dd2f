package org.secretomegraph.server.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.secretomegraph.graph.federation.EndpointException;
import org.secretomegraph.graph.federation.Federation;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.Messages;
import org.secretomegraph.server.http.Preconditions;
import org.slf4j.LoggerFactory;

/**
 * An answer made whole under one READ transaction, with a validator for conditional requests; a failure is a problem.
 */
abstract class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient DatasetGraph graph;

    ApiServlet(DatasetGraph graph) {
        this.graph = graph;
    }

    /** The answer. @throws ProblemDetails when there is none */
    abstract ApiResponse reply(HttpServletRequest request);

    DatasetGraph graph() {
        return graph;
    }

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(request, response, answered(request));
    }

    private ApiResponse answered(HttpServletRequest request) {
        try {
            return Txn.calculateRead(graph, () -> reply(request));
        } catch (ProblemDetails e) {
            return e.reply();
        } catch (InvalidInputException e) {
            return new ProblemDetails(400, e.getMessage()).reply();
        } catch (QueryCancelledException e) {
            return new ProblemDetails(503, "The question took longer than allowed and was stopped; there is no answer.")
                    .reply();
        } catch (QueryException e) {
            return switch (Federation.cause(e)) {
                case QueryDeniedException refused -> new ProblemDetails(403, Messages.of(refused)).reply();
                case EndpointException failed -> new ProblemDetails(502, Messages.of(failed)).reply();
                case QueryException other -> ourFault(other);
            };
        } catch (RuntimeException e) {
            return ourFault(e);
        }
    }

    private static ApiResponse ourFault(RuntimeException e) {
        LoggerFactory.getLogger(ApiServlet.class).error("a request failed, and it is the server's fault", e);
        return new ProblemDetails(500, "The server failed to answer; this is its fault, and its log says more.")
                .reply();
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
            if (Preconditions.isAnswered(request, response, Preconditions.tag(reply.body()))) {
                return;
            }
        }
        response.setStatus(reply.status());
        response.setContentType(reply.type() + (reply.type().startsWith("text/") ? "; charset=utf-8" : ""));
        response.getOutputStream().write(reply.body());
    }
}
