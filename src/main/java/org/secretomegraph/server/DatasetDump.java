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
 * Every named graph in one file, as {@code void:dataDump} promises (VoID, section 3.3,
 * https://www.w3.org/TR/void/#dumps):
 * gzip of N-Quads, written while it is read. The tag is weak (RFC 9110, section 8.8.1,
 * https://www.rfc-editor.org/rfc/rfc9110#section-8.8.1): the same state may be told in another order.
 */
final class DatasetDump extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** Where it is: at the path of its permanent IRI. */
    static final String PATH = "/" + VoidDescription.DUMP.getURI().substring(Scso.NS.length());
    private static final String READING = "GET, HEAD, OPTIONS";

    private final transient DatasetGraph dataset;
    private final transient ServedDataset served;

    /** @param dataset what is served, closed to what strangers may not do */
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
                response.setHeader("Allow", READING);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> {
                response.setHeader("Allow", READING);
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
                response.setContentType("text/plain; charset=utf-8");
                response.getOutputStream().print("Only GET and HEAD: this file is made from what the graph holds.\n");
            }
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response, boolean whole) throws IOException {
        served.describeForReader();
        dataset.begin(TxnType.READ);
        try {
            response.setHeader("Cache-Control", "no-cache");
            if (Preconditions.isAnswered(request, response,
                    "W/" + Preconditions.tag(served.versions().ofAll(), "dump"))) {
                return;
            }
            response.setContentType("application/gzip");
            response.setHeader("Content-Disposition", "attachment; filename=\"secretome-graph.nq.gz\"");
            if (whole) {
                write(response.getOutputStream());
            }
        } finally {
            dataset.end();
        }
    }

    private void write(OutputStream out) throws IOException {
        try (OutputStream packed = new GZIPOutputStream(out)) {
            StreamRDF quads = StreamRDFWriter.getWriterStream(packed, RDFFormat.NQUADS_UTF8);
            quads.start();
            StreamRDFOps.sendQuadsToStream(dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY), quads);
            quads.finish();
        }
    }
}
