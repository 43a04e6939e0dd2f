package org.secretomegraph.server.write;

import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.http.HttpMethod;

/** The update endpoint of a read-only server: states that, so that nobody looks for the mistake in the update. */
public final class UpdatesDisabled extends ActionService {
    @Override
    public void validate(HttpAction action) {
        ServletOps.errorForbidden("This server is read-only: it accepts no updates.");
    }

    @Override
    public void execute(HttpAction action) {
        validate(action);
    }

    @Override
    public void execAny(HttpMethod method, HttpAction action) {
        validate(action);
    }

    @Override
    public void execUnknown(String method, HttpAction action) {
        validate(action);
    }
}
