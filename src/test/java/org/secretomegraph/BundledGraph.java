package org.secretomegraph;

import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.cli.Services;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.io.BundledFiles;

/**
 * The graph as users get it, loaded once for all tests: loading it for each would cost minutes and prove nothing more.
 */
public final class BundledGraph {
    private static final BundledFiles BUNDLE = BundledFiles.open();
    private static final Services WIRING = Main.wiring(BUNDLE);
    private static final Snapshot SNAPSHOT = WIRING.bundledGraph();

    private BundledGraph() {}

    public static BundledFiles bundle() {
        return BUNDLE;
    }

    public static Snapshot snapshot() {
        return SNAPSHOT;
    }

    /** The commands' wiring, which has loaded the graph already. */
    public static Services wiring() {
        return WIRING;
    }

    public static Catalogue catalogue() {
        return WIRING.catalogue();
    }
}
