package org.secretomegraph;

import org.secretomegraph.app.BundledServices;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.cli.Services;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.io.BundledFiles;

/**
 * The graph as users get it, loaded once for all tests: loading it for each would cost minutes and prove nothing more.
 */
public final class BundledGraph {
    private static final BundledFiles BUNDLE = BundledFiles.open();
    private static final Services SERVICES = BundledServices.of(BUNDLE);
    private static final Snapshot SNAPSHOT = SERVICES.bundledGraph();

    private BundledGraph() {}

    public static BundledFiles bundle() {
        return BUNDLE;
    }

    public static Snapshot snapshot() {
        return SNAPSHOT;
    }

    /** The services of the commands, with the graph loaded already. */
    public static Services services() {
        return SERVICES;
    }

    public static Catalogue catalogue() {
        return SERVICES.catalogue();
    }
}
