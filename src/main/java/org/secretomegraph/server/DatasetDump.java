package org.secretomegraph.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFOps;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.graph.describe.VoidDescription;
import org.secretomegraph.server.http.Preconditions;
import org.secretomegraph.vocab.Scso;

/**
 * All named graphs in one file, as {@code void:dataDump} states (VoID, section 3.3, https://www.w3.org/TR/void/#dumps):
 * gzipped N-Quads, written as they are read. The entity tag is weak (RFC 9110, section 8.8.1,
 * https://www.rfc-editor.org/rfc/rfc9110#section-8.8.1): the same state may be serialized in another order.
 */
final class DatasetDump extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** The path of its permanent IRI. */
    static final String PATH = "/" + VoidDescription.DUMP.getURI().substring(Scso.NS.length());
    private static final String ALLOWED = "GET, HEAD, OPTIONS";

    private final transient DatasetGraph dataset;
    private final transient ServedDataset served;

    /** @param dataset the sandboxed dataset */
    DatasetDump(DatasetGraph dataset, ServedDataset served) {
        this.dataset = dataset;
        this.served = served;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "GET" -> send(request, response, true);
            case "HEAD" -> send(request, response, false);
            case "OPTIONS" -> {
                response.setHeader("Allow", ALLOWED);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> {
                response.setHeader("Allow", ALLOWED);
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
                response.setContentType("text/plain; charset=utf-8");
                response.getOutputStream().print("Only GET and HEAD are allowed: the dump is made from the graph.\n");
            }
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response, boolean withBody) throws IOException {
        served.refreshMetadataForReader();
        dataset.begin(TxnType.READ);
        try {
            response.setHeader("Cache-Control", "no-cache");
            if (Preconditions.respond(request, response,
                    "W/" + Preconditions.tag(served.versions().ofAll(), "dump"))) {
                return;
            }
            response.setContentType("application/gzip");
            response.setHeader("Content-Disposition", "attachment; filename=\"secretome-graph.nq.gz\"");
            if (withBody) {
                write(response.getOutputStream());
            }
        } finally {
            dataset.end();
        }
    }

    private void write(OutputStream out) throws IOException {
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            StreamRDF quads = StreamRDFWriter.getWriterStream(gzip, RDFFormat.NQUADS_UTF8);
            quads.start();
            StreamRDFOps.sendQuadsToStream(dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY), quads);
            quads.finish();
        }
    }
}
