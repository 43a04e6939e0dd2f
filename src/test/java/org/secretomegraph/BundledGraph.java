package org.secretomegraph;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
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

    /** The commands' wiring, with the graph that is loaded already. */
    public static Services wiring() {
        return (Services) Proxy.newProxyInstance(Services.class.getClassLoader(), new Class<?>[] {Services.class},
                (proxy, method, args) -> method.getName().equals("bundledGraph") ? SNAPSHOT : call(method, args));
    }

    private static Object call(Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(WIRING, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    public static Catalogue catalogue() {
        return WIRING.catalogue();
    }
}
