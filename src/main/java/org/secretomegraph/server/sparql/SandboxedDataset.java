package org.secretomegraph.server.sparql;

import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.secretomegraph.graph.text.VersionedTextIndex;
import org.secretomegraph.server.http.ServerSettings;

/**
 * A view of a dataset with the rules of one server in its context: the time limit, SERVICE to allowed endpoints only,
 * no Java functions. A view, so that two servers over one dataset keep their own rules.
 */
public final class SandboxedDataset {
    private SandboxedDataset() {}

    public static DatasetGraph over(DatasetGraph graph, ServerSettings settings) {
        Context context = graph.getContext().copy(); // a query engine reads options for this dataset there
        context.set(ARQ.queryTimeout, String.valueOf(settings.timeout().toMillis()));
        settings.federation().applyTo(context);
        VersionedTextIndex.copyRegistration(graph.getContext(), context);
        FunctionRegistry.set(context, new SandboxedFunctions(FunctionRegistry.standardRegistry()));
        return new DatasetGraphWrapper(graph, context);
    }
}
