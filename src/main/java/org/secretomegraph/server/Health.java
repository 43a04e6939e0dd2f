package org.secretomegraph.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.secretomegraph.vocab.Scso;

/** Health check: runs a small query over the graph. 503 when that fails, or when the graph is empty. */
final class Health extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final long TIMEOUT_SECONDS = 10;
    private static final String COUNTS = """
            SELECT ?claims ?publications WHERE {
                { SELECT (COUNT(?claim) AS ?claims) WHERE { ?claim a <%1$sClaim> } }
                { SELECT (COUNT(?publication) AS ?publications) WHERE { ?publication a <%1$sPublication> } }
            }
            """.formatted(Scso.NS);

    private final transient DatasetGraph graph;
    private final transient LongSupplier triples;
    private final transient Query counts = QueryFactory.create(COUNTS);

    /** @param triples the number of triples, without counting them: a load balancer asks every second */
    Health(DatasetGraph graph, LongSupplier triples) {
        this.graph = graph;
        this.triples = triples;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long start = System.nanoTime();
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json; charset=utf-8");
        String json;
        graph.begin(TxnType.READ);
        try (QueryExec exec =
                QueryExec.dataset(graph).query(counts).timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).build()) {
            RowSet rows = exec.select();
            Binding row = rows.next();
            long all = triples.getAsLong();
            boolean empty = all == 0;
            response.setStatus(empty ? 503 : 200);
            json = """
                    {"status": "%s", "triples": %d, "claims": %d, "publications": %d, "milliseconds": %d}
                    """.formatted(empty ? "the graph is empty" : "ok", all, number(row, "claims"),
                    number(row, "publications"), (System.nanoTime() - start) / 1_000_000);
        } catch (RuntimeException e) {
            response.setStatus(503);
            json = "{\"status\": \"the graph cannot be queried\"}\n";
        } finally {
            graph.end();
        }
        response.getOutputStream().print(json);
    }

    private static long number(Binding row, String column) {
        return ((Number) row.get(column).getLiteralValue()).longValue();
    }
}
