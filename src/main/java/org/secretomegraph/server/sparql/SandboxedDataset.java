package org.secretomegraph.server.sparql;

import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.secretomegraph.graph.text.VersionedTextIndex;
import org.secretomegraph.server.http.ServerSettings;

/**
 * A view of the graph with one server's rules in its context: the time limit, SERVICE to allowed endpoints only, no
 * Java
 * functions. A view, so that two servers on one graph keep their own rules.
 */
public final class SandboxedDataset {
    private SandboxedDataset() {}

    public static DatasetGraph over(DatasetGraph graph, ServerSettings settings) {
        Context rules = graph.getContext().copy(); // an engine may have been told there what the default graph is
        rules.set(ARQ.queryTimeout, String.valueOf(settings.timeout().toMillis()));
        settings.federation().applyTo(rules);
        VersionedTextIndex.copyRegistration(graph.getContext(), rules);
        FunctionRegistry.set(rules, new SandboxedFunctions(FunctionRegistry.standardRegistry()));
        return new DatasetGraphWrapper(graph, rules);
    }
}
