package org.secretomegraph.graph.text;

import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sys.JenaSubsystemLifecycle;

/** Makes {@code text:query} known to ARQ when Jena starts, which finds this class as a service. */
public final class TextQueryLifecycle implements JenaSubsystemLifecycle {
    /** After ARQ, which has level 30. */
    private static final int LEVEL = 100;

    @Override
    public void start() {
        PropertyFunctionRegistry.get().put(TextQueryFunction.IRI, iri -> new TextQueryFunction());
    }

    @Override
    public void stop() {}

    @Override
    public int level() {
        return LEVEL;
    }
}
