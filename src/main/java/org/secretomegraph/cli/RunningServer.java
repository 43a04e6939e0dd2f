package org.secretomegraph.cli;

/** A server that answers until it is closed. */
public interface RunningServer extends AutoCloseable {
    /** The home page's address. */
    String url();

    /** What is served, in a few words: {@code 40 triples, 1 claim}. */
    String content();

    @Override
    void close();
}
