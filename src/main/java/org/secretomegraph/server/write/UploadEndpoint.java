package org.secretomegraph.server.write;

import org.apache.jena.fuseki.servlets.BaseActionREST;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.secretomegraph.server.http.KnownParameters;
import org.secretomegraph.server.http.ServerPaths;
import org.secretomegraph.server.write.WriteHandler.Proposal;

/** Files that are added to the dataset (POST) or replace it (PUT), as a multipart form or as one body. */
public final class UploadEndpoint extends BaseActionREST {
    private final WriteHandler handler;
    private final WriteSettings writes;

    public UploadEndpoint(WriteHandler handler, WriteSettings writes) {
        this.handler = handler;
        this.writes = writes;
    }

    @Override
    protected void doOptions(HttpAction action) {
        action.setResponseHeader("Allow", "OPTIONS,PUT,POST");
        ServletOps.success(action);
    }

    @Override
    protected void doPost(HttpAction action) {
        upload(action, false);
    }

    @Override
    protected void doPut(HttpAction action) {
        upload(action, true);
    }

    private void upload(HttpAction action, boolean replace) {
        if (action.getRequestParameter("graph") != null || action.getRequestParameter("default") != null) {
            ServletOps.errorBadRequest("An upload goes to the dataset as a whole; to write one graph, send it to "
                    + ServerPaths.DATASET + "/data?graph=.");
        }
        KnownParameters.WRITE.check(action);
        handler.handleBody(action, body -> {
            RdfBody rdf = RdfBody.read(action, body);
            return new Proposal(DatasetWrite.of(rdf, replace),
                    verdict -> GraphStoreEndpoint.sendCounts(action, 200, rdf, verdict, writes));
        });
    }
}
