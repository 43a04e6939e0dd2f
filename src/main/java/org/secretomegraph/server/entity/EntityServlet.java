package org.secretomegraph.server.entity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.OWL2;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.server.http.ContentNegotiation;

/**
 * Every address that stands for a thing of the graph. The thing itself leads with 303 to the document about it in the
 * form
 * that the client prefers; a document is at the same path with a suffix. A withdrawn term is 410, with the replacement;
 * what
 * the graph does not know is 404, with what may have been meant.
 */
public final class EntityServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String READING = "GET, HEAD, OPTIONS";
    private static final String ENDPOINT = "/sparql";
    private static final String WELL_KNOWN = "/.well-known/void";
    /** The document that describes the dataset; with a suffix, one form of it. */
    public static final String VOID_PATH = "/graph/void";
    private static final String DATASET_PATH = "/dataset";

    private final transient DatasetGraph dataset;
    private final transient Runnable describe;
    private final transient DocumentResponder sending;
    private final String sparql;

    /**
     * @param dataset  read under READ transactions
     * @param changes  whether it can change, so that caches must ask again
     * @param describe brings the graph's own description up to date
     * @param sparql   the path of the SPARQL endpoint
     */
    public EntityServlet(DatasetGraph dataset, boolean changes, Runnable describe, String sparql) {
        this.dataset = dataset;
        this.describe = describe;
        this.sending = new DocumentResponder(changes);
        this.sparql = sparql;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = (request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo()));
        HttpExchange exchange = new HttpExchange(request, response);
        if (path.equals(ENDPOINT)) {
            String query = request.getQueryString();
            exchange.redirect(HttpServletResponse.SC_TEMPORARY_REDIRECT, sparql + (query == null ? "" : "?" + query));
        } else if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", READING);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (!exchange.isReading()) {
            response.setHeader("Allow", READING);
            exchange.plain(HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                    "Only GET and HEAD: things are changed at the SPARQL"
                            + " endpoint and the Graph Store, when the server takes changes.\n");
        } else {
            if (Stream.of(WELL_KNOWN, VOID_PATH, DATASET_PATH).anyMatch(path::startsWith)) {
                describe.run();
            }
            Txn.executeRead(dataset, () -> answer(path, exchange));
        }
    }

    private void answer(String path, HttpExchange exchange) {
        Entities things = new Entities(dataset);
        Optional<Node> thing = thing(things, path);
        if (path.equals(WELL_KNOWN) && thing.isPresent()) {
            inPlace(things, thing.get(), exchange);
            return;
        }
        if (isVersion(things, path) && thing.isPresent()) {
            exchange.redirect(HttpServletResponse.SC_SEE_OTHER, canonical(things, thing.get())
                    + Representation.TURTLE.suffix());
            return;
        }
        if (thing.isPresent()) {
            leadTo(things, thing.get(), exchange);
            return;
        }
        Optional<Representation> form = Representation.endOf(path);
        Optional<Node> described =
                form.flatMap(f -> thing(things, path.substring(0, path.length() - f.suffix().length())));
        if (described.isEmpty()) {
            if (isForPrograms(path)) {
                exchange.plain(HttpServletResponse.SC_NOT_FOUND, "404 Not Found: " + EntityPath.encoded(path) + "\n");
            } else {
                sending.lost(things, path, exchange);
            }
        } else if (!canonical(things, described.get()).concat(form.get().suffix()).equals(EntityPath.encoded(path))) {
            exchange.redirect(HttpServletResponse.SC_MOVED_PERMANENTLY,
                    canonical(things, described.get()) + form.get().suffix());
        } else {
            sending.document(things, described.get(), canonical(things, described.get()), form.get(), exchange);
        }
    }

    /** Beside the endpoints nobody looks for a term. */
    private boolean isForPrograms(String path) {
        return path.startsWith(sparql.substring(0, sparql.lastIndexOf('/') + 1)) || path.startsWith("/$/");
    }

    private static Optional<Node> thing(Entities things, String path) {
        if (path.equals(WELL_KNOWN)) {
            return Optional.of(NamedGraphs.VOID).filter(things::isKnown);
        }
        if (isVersion(things, path)) {
            return things.at("/ontology");
        }
        return path.length() > 1 ? things.at(path).filter(thing -> things.own(thing).isPresent()) : Optional.empty();
    }

    /** The version that is served is the ontology as it is. */
    private static boolean isVersion(Entities things, String path) {
        Node ontology = NodeFactory.createURI(EntityPath.ONTOLOGY);
        return things.values(ontology, OWL2.versionIRI.asNode()).stream()
                .anyMatch(v -> v.isURI() && v.getURI().equals(EntityPath.ONTOLOGY + path));
    }

    private void inPlace(Entities things, Node thing, HttpExchange exchange) {
        exchange.response().setHeader("Vary", "Accept");
        String path = canonical(things, thing);
        choose(exchange).ifPresentOrElse(form -> {
            exchange.response().setHeader("Content-Location", path + form.suffix());
            sending.document(things, thing, path, form, exchange);
        }, () -> sending.notAcceptable(things, thing, path, exchange));
    }

    private void leadTo(Entities things, Node thing, HttpExchange exchange) {
        exchange.response().setHeader("Vary", "Accept");
        String path = canonical(things, thing);
        Optional<Representation> form = choose(exchange);
        if (form.isEmpty()) {
            sending.notAcceptable(things, thing, path, exchange);
        } else if (things.isWithdrawn(thing)) {
            sending.document(things, thing, path, form.get(), exchange);
        } else {
            exchange.response().setHeader("Link", LinkHeader.of(things, thing, path));
            sending.cacheable(exchange);
            exchange.redirect(HttpServletResponse.SC_SEE_OTHER, path + form.get().suffix());
        }
    }

    private static Optional<Representation> choose(HttpExchange exchange) {
        return ContentNegotiation.choose(exchange.request(), Representation.mediaTypes())
                .flatMap(Representation::ofMediaType);
    }

    private static String canonical(Entities things, Node thing) {
        return things.path(thing);
    }
}
