package org.secretomegraph.server.http;

import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A failure that nobody asked for. The client gets one line; the whole story goes to the log, since Fuseki's own log is
 * silenced (it tells clients' mistakes in the same voice).
 */
public final class InternalErrors {
    private InternalErrors() {}

    /** Tells a failure, unless it is an answer already or a client that left. Does not return. */
    public static RuntimeException told(RuntimeException failure) {
        if (!(failure instanceof ActionErrorException) && !(failure instanceof RuntimeIOException)) {
            Logger log = LoggerFactory.getLogger(InternalErrors.class);
            log.error("a request failed, and it is the server's fault", failure);
            ServletOps.error(500, "The server failed to answer; this is its fault, and its log says more.");
        }
        return failure;
    }
}
