package org.secretomegraph.server.http;

import org.eclipse.jetty.io.EofException;

/** A response that failed after a part of it had been sent. Jetty closes the connection for it and logs nothing. */
final class TruncatedResponseException extends EofException {
    private static final long serialVersionUID = 1L;

    TruncatedResponseException() {
        super("the response failed after a part of it had been sent");
    }
}
