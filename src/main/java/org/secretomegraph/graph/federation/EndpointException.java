package org.secretomegraph.graph.federation;

import org.apache.jena.query.QueryExecException;

/**
 * An endpoint that was asked did not answer, or not in a way that can be read. The fault is neither the asker's nor
 * ours.
 */
public final class EndpointException extends QueryExecException {
    private static final long serialVersionUID = 1L;

    EndpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
