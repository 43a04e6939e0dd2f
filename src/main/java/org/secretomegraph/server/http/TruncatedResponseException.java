package org.secretomegraph.server.http;

import org.eclipse.jetty.io.EofException;

/** An answer that failed after a part of it had been sent. Jetty breaks the connection for it and stays quiet. */
final class TruncatedResponseException extends EofException {
    private static final long serialVersionUID = 1L;

    TruncatedResponseException() {
        super("the answer failed after a part of it had been sent");
    }
}
