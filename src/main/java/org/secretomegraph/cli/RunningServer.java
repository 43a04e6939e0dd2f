package org.secretomegraph.cli;

/** A server that runs until it is closed. */
public interface RunningServer extends AutoCloseable {
    /** The address of the home page. */
    String url();

    /** What is served, in short: {@code 40 triples, 1 claim}. */
    String content();

    @Override
    void close();
}
