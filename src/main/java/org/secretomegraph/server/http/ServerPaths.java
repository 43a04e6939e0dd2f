package org.secretomegraph.server.http;

/** Where the parts of the server are, relative to its root. */
public final class ServerPaths {
    /** The dataset, with its SPARQL, update and Graph Store endpoints below it. */
    public static final String DATASET = "/secretome";

    private ServerPaths() {}
}
