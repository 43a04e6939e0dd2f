package org.secretomegraph.server.sparql;

import java.util.Iterator;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;

/**
 * The functions of ARQ without those that {@link QuerySandbox} disables: the second check, for names that are computed
 * at run time.
 */
final class SandboxedFunctions extends FunctionRegistry {
    private final FunctionRegistry all;

    SandboxedFunctions(FunctionRegistry all) {
        this.all = all;
    }

    @Override
    public FunctionFactory getFunctionFactory(String uri) {
        if (QuerySandbox.isDisabled(uri)) {
            throw new QueryDeniedException("function <" + uri + "> is switched off on this server");
        }
        return all.getFunctionFactory(uri);
    }

    @Override
    public boolean isRegistered(String uri) {
        return !QuerySandbox.isDisabled(uri) && all.isRegistered(uri);
    }

    @Override
    public Iterator<String> keys() {
        return all.keys();
    }
}
