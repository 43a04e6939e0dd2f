package org.secretomegraph.server.http;

import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryException;
import org.secretomegraph.graph.federation.EndpointException;
import org.secretomegraph.graph.federation.Federation;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.Messages;

/**
 * Why a page or an API call that runs a query failed.
 *
 * @param status  of HTTP
 * @param message one line for the client
 */
public record QueryError(int status, String message) {

    /** Failures that are not the client's, nor those of an endpoint that it asked, are logged. */
    public static QueryError of(RuntimeException failure) {
        return switch (failure) {
            case InvalidInputException e -> new QueryError(400, e.getMessage());
            case QueryCancelledException e -> new QueryError(503,
                    "The question took longer than allowed and was stopped; there is no answer.");
            case QueryException e -> switch (Federation.cause(e)) {
                case QueryDeniedException refused -> new QueryError(403, Messages.of(refused));
                case EndpointException failed -> new QueryError(502, Messages.of(failed));
                case QueryException other -> internal(other);
            };
            default -> internal(failure);
        };
    }

    private static QueryError internal(RuntimeException failure) {
        return new QueryError(500, InternalErrors.log(failure));
    }
}
