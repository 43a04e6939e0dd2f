package org.secretomegraph;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
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

    /** The commands' wiring, with the graph that is loaded already. */
    public static Wiring wiring() {
        return (Wiring) Proxy.newProxyInstance(Wiring.class.getClassLoader(), new Class<?>[] {Wiring.class},
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
