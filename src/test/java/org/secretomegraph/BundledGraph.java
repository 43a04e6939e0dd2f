package org.secretomegraph;

import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.cli.Wiring;
import org.secretomegraph.graph.Bundle;
import org.secretomegraph.graph.Snapshot;

/** The graph as users get it, loaded once for all tests: loading it for each would cost minutes and prove nothing more. */
public final class BundledGraph {
    private static final Bundle BUNDLE = Bundle.open();
    private static final Wiring WIRING = Main.wiring(BUNDLE);
    private static final Snapshot SNAPSHOT = WIRING.bundledGraph();

    private BundledGraph() {}

    public static Bundle bundle() {
        return BUNDLE;
    }

    public static Snapshot snapshot() {
        return SNAPSHOT;
    }

    /** The commands' wiring. */
    public static Wiring wiring() {
        return WIRING;
    }

    public static Catalogue catalogue() {
        return WIRING.catalogue();
    }
}
