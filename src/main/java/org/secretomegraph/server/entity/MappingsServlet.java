package org.secretomegraph.server.entity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.secretomegraph.release.export.SssomExport;

/** Every mapping as one SSSOM table, at the IRI that the table itself names as its mapping set's. */
public final class MappingsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    public static final String PATH = "/" + SssomExport.NAME;

    private final transient DatasetGraph dataset;
    private final transient DocumentResponder sending;

    /**
     * @param dataset read under READ transactions
     * @param changes whether it can change, so that caches must ask again
     */
    public MappingsServlet(DatasetGraph dataset, boolean changes) {
        this.dataset = dataset;
        this.sending = new DocumentResponder(changes);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String table = Txn.calculateRead(dataset, () -> SssomExport.table(dataset));
        sending.content("text/tab-separated-values; charset=utf-8", table.getBytes(StandardCharsets.UTF_8),
                new HttpExchange(request, response));
    }
}
