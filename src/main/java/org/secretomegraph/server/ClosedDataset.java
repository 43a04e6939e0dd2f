package org.secretomegraph.server;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.secretomegraph.graph.text.TextIndexed;

/**
 * A view of the graph with one server's rules in its context: the time limit, no SERVICE, no Java functions. A view, so
 * that two servers on one graph keep their own rules.
 */
final class ClosedDataset {
    private ClosedDataset() {}

    static DatasetGraph over(DatasetGraph graph, ServerSettings settings) {
        Context rules = graph.getContext().copy();               // an engine may have been told there what the default graph is
        rules.set(ARQ.queryTimeout, String.valueOf(settings.timeout().toMillis()));
        rules.set(ARQ.httpServiceAllowed, false);
        ServiceExecutorRegistry.set(rules, refusing());
        TextIndexed.hand(graph.getContext(), rules);
        FunctionRegistry.set(rules, new ClosedFunctions(FunctionRegistry.standardRegistry()));
        return new DatasetGraphWrapper(graph, rules);
    }

    /** The switch alone is not enough: SERVICE SILENT would turn the refusal into an empty answer. */
    private static ServiceExecutorRegistry refusing() {
        ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
        registry.addSingleLink((op, original, binding, context, chain) -> {
            throw new QueryDeniedException("SERVICE is switched off on this server");
        });
        return registry;
    }
}
