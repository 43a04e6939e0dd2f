package org.secretomegraph.server.write;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.graph.store.GraphVersions;
import org.secretomegraph.guard.Change;
import org.secretomegraph.guard.Verdict;
import org.secretomegraph.server.http.KnownParameters;
import org.secretomegraph.server.http.ParseErrors;
import org.secretomegraph.server.sparql.GraphStoreReader;
import org.secretomegraph.server.write.WriteHandler.Proposal;

/**
 * The SPARQL 1.1 Graph Store Protocol, and the same for the whole dataset when no graph is named. Statuses and bodies
 * of writes are those of Fuseki.
 */
public final class GraphStoreEndpoint extends GraphStoreReader {
    private static final String DEFAULT = "default";
    private static final String UNION = "union";
    private static final Set<String> WRITING = Set.of("PUT", "POST", "DELETE");

    private final WriteHandler handler;
    private final WriteSettings writes;

    public GraphStoreEndpoint(WriteHandler handler, WriteSettings writes, GraphVersions versions) {
        super(versions);
        this.handler = handler;
        this.writes = writes;
    }

    /** Fuseki refuses unknown parameters too, but suggests no spelling. */
    @Override
    public void validate(HttpAction action) {
        if (WRITING.contains(action.getRequestMethod())) {
            KnownParameters.GRAPH_STORE.check(action);
        }
        super.validate(action);
    }

    @Override
    protected void doOptions(HttpAction action) {
        super.doOptions(action);
        action.setResponseHeader("Allow",
                isQuads(action) ? "GET,HEAD,OPTIONS,PUT,POST" : "GET,HEAD,OPTIONS,PUT,DELETE,POST");
    }

    @Override
    protected void doPut(HttpAction action) {
        write(action, true);
    }

    @Override
    protected void doPost(HttpAction action) {
        write(action, false);
    }

    @Override
    protected void doDelete(HttpAction action) {
        if (isQuads(action)) {
            ServletOps.errorMethodNotAllowed("DELETE");
        }
        if (action.getRequestContentLengthLong() > 0 || action.getRequestHeader("Transfer-Encoding") != null) {
            ServletOps.errorBadRequest(
                    "A DELETE has no body here: it would be ignored. Nothing was changed.");
        }
        Node name = name(action);
        handler.handle(action, () -> state(action), () -> new Proposal(new Change("delete " + name, dataset -> {
            if (!Quad.isDefaultGraph(name) && !dataset.containsGraph(name)) {
                throw new WriteHandler.NoSuchGraph("<" + name + ">");
            }
            Change.delete(name).edit().accept(dataset);
        }), verdict -> ServletOps.successNoContent(action)));
    }

    private void write(HttpAction action, boolean replace) {
        if (isQuads(action)) {
            writeDataset(action, replace);
        } else {
            writeGraph(action, name(action), replace);
        }
    }

    private void writeGraph(HttpAction action, Node name, boolean replace) {
        AtomicBoolean existed = new AtomicBoolean(true);
        handler.handleBody(action, () -> state(action), body -> {
            RdfBody rdf = RdfBody.read(action, body);
            rdf.anyGraph().ifPresent(other -> ServletOps.errorBadRequest("The body names graphs of its own (" + other
                    + "): send it without ?graph=."));
            Change change = replace ? Change.put(name, out -> rdf.each(out, quad -> {}))
                    : Change.add(name, out -> rdf.each(out, quad -> {}));
            return new Proposal(
                    change.after(dataset -> existed.set(Quad.isDefaultGraph(name) || dataset.containsGraph(name))),
                    verdict -> sendCounts(action, existed.get() ? 200 : 201, rdf, verdict, writes));
        });
    }

    private void writeDataset(HttpAction action, boolean replace) {
        handler.handleBody(action, () -> state(action), body -> {
            RdfBody rdf = RdfBody.read(action, body);
            return new Proposal(DatasetWrite.of(rdf, replace),
                    verdict -> sendCounts(action, 200, rdf, verdict, writes));
        });
    }

    /** Fuseki's response body: how many statements were read. */
    static void sendCounts(HttpAction action, int status, RdfBody rdf, Verdict.Accepted verdict,
            WriteSettings writes) {
        JsonObject counts = new JsonObject();
        counts.put("count", rdf.triples() + rdf.quads());
        counts.put("tripleCount", rdf.triples());
        counts.put("quadCount", rdf.quads());
        if (!verdict.warnings().isEmpty()) {
            counts.put("warnings", VerdictResponse.findings(verdict.warnings(), writes.failOn()));
        }
        ServletOps.success(action, status);
        ServletOps.sendJson(action, counts);
    }

    private static Node name(HttpAction action) {
        String graph = action.getRequestParameter("graph");
        if (graph == null || graph.equals(DEFAULT)) {
            return Quad.defaultGraphIRI;
        }
        if (graph.equals(UNION) || graph.equals(Quad.unionGraph.getURI())) {
            ServletOps.errorBadRequest("The union of the graphs cannot be written; name one of them.");
        }
        Optional<Node> named = named(action);
        if (named.isPresent()) {
            return named.get();
        }
        ServletOps.errorBadRequest("'" + ParseErrors.oneLine(graph) + "' is not an absolute IRI.");
        throw new IllegalStateException("the error response did not end the request");
    }
}
