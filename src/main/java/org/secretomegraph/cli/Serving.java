package org.secretomegraph.cli;

/** A server that answers until it is closed. */
public interface Serving extends AutoCloseable {
    /** The home page's address. */
    String url();

    @Override
    void close();
}
