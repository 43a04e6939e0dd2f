package org.secretomegraph.server.http;

import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.slf4j.LoggerFactory;

/**
 * Unexpected failures. The client gets one line; the stack trace goes to the log of this class, since Fuseki's own log is
 * off (it logs mistakes of clients at the same level).
 */
public final class InternalErrors {
    private InternalErrors() {}

    /** Logs a failure and answers 500, unless it is a response already or the client has closed the connection. */
    public static RuntimeException respond(RuntimeException failure) {
        if (!(failure instanceof ActionErrorException) && !(failure instanceof RuntimeIOException)) {
            ServletOps.error(500, log(failure));
        }
        return failure;
    }

    /** Logs a failure and returns the line for the client. */
    public static String log(Throwable failure) {
        LoggerFactory.getLogger(InternalErrors.class).error("internal error in a request", failure);
        return "Internal server error: the log of the server has the details.";
    }
}
