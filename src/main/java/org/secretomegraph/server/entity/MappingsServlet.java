package org.secretomegraph.server.entity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.secretomegraph.release.export.SssomExport;

/** All mappings as one SSSOM table, at the IRI of its mapping set. */
public final class MappingsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    public static final String PATH = "/" + SssomExport.NAME;

    private final transient DatasetGraph dataset;
    private final transient DocumentResponder responder;

    /**
     * @param dataset   read in READ transactions
     * @param isMutable whether it can change, so that caches must revalidate
     */
    public MappingsServlet(DatasetGraph dataset, boolean isMutable) {
        this.dataset = dataset;
        this.responder = new DocumentResponder(isMutable);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String table = Txn.calculateRead(dataset, () -> SssomExport.table(dataset));
        responder.content("text/tab-separated-values; charset=utf-8", table.getBytes(StandardCharsets.UTF_8),
                new HttpExchange(request, response));
    }
}
