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
 * The address of every entity of the graph. The entity redirects with 303 to the document about it in the media type
 * that the client prefers; a document is at the same path with a suffix. An obsolete term is a 410 that names its
 * replacement; an unknown entity is a 404 that suggests similar ones.
 */
public final class EntityServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String ALLOWED = "GET, HEAD, OPTIONS";
    private static final String ENDPOINT = "/sparql";
    private static final String WELL_KNOWN = "/.well-known/void";
    /** The document that describes the dataset; with a suffix, one representation of it. */
    public static final String VOID_PATH = "/graph/void";
    private static final String DATASET_PATH = "/dataset";

    private final transient DatasetGraph dataset;
    private final transient Runnable refreshMetadata;
    private final transient DocumentResponder responder;
    private final String sparql;

    /**
     * @param dataset         read in READ transactions
     * @param isMutable       whether it can change, so that caches must revalidate
     * @param refreshMetadata brings the metadata graphs up to date
     * @param sparql          the path of the SPARQL endpoint
     */
    public EntityServlet(DatasetGraph dataset, boolean isMutable, Runnable refreshMetadata, String sparql) {
        this.dataset = dataset;
        this.refreshMetadata = refreshMetadata;
        this.responder = new DocumentResponder(isMutable);
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
            response.setHeader("Allow", ALLOWED);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (!exchange.isReading()) {
            response.setHeader("Allow", ALLOWED);
            exchange.plain(HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                    "Only GET and HEAD are allowed: changes are made by SPARQL Update and the Graph Store Protocol.\n");
        } else {
            if (Stream.of(WELL_KNOWN, VOID_PATH, DATASET_PATH).anyMatch(path::startsWith)) {
                refreshMetadata.run();
            }
            Txn.executeRead(dataset, () -> respond(path, exchange));
        }
    }

    private void respond(String path, HttpExchange exchange) {
        Entities entities = new Entities(dataset);
        Optional<Node> entity = entity(entities, path);
        if (path.equals(WELL_KNOWN) && entity.isPresent()) {
            sendInPlace(entities, entity.get(), exchange);
            return;
        }
        if (isVersion(entities, path) && entity.isPresent()) {
            exchange.redirect(HttpServletResponse.SC_SEE_OTHER, entities.path(entity.get())
                    + Representation.TURTLE.suffix());
            return;
        }
        if (entity.isPresent()) {
            redirectToDocument(entities, entity.get(), exchange);
            return;
        }
        Optional<Representation> representation = Representation.bySuffix(path);
        Optional<Node> documented =
                representation.flatMap(f -> entity(entities, path.substring(0, path.length() - f.suffix().length())));
        if (documented.isEmpty()) {
            if (isForPrograms(path)) {
                exchange.plain(HttpServletResponse.SC_NOT_FOUND, "404 Not Found: " + EntityPath.encoded(path) + "\n");
            } else {
                responder.notFound(entities, path, exchange);
            }
        } else if (!entities.path(documented.get()).concat(representation.get().suffix())
                .equals(EntityPath.encoded(path))) {
            exchange.redirect(HttpServletResponse.SC_MOVED_PERMANENTLY,
                    entities.path(documented.get()) + representation.get().suffix());
        } else {
            responder.document(entities, documented.get(), entities.path(documented.get()), representation.get(),
                    exchange);
        }
    }

    /** Below the endpoints no term is looked for. */
    private boolean isForPrograms(String path) {
        return path.startsWith(sparql.substring(0, sparql.lastIndexOf('/') + 1)) || path.startsWith("/$/");
    }

    private static Optional<Node> entity(Entities entities, String path) {
        if (path.equals(WELL_KNOWN)) {
            return Optional.of(NamedGraphs.VOID).filter(entities::isKnown);
        }
        if (isVersion(entities, path)) {
            return entities.at("/ontology");
        }
        return path.length() > 1 ? entities.at(path).filter(entity -> entities.ownPath(entity).isPresent())
                : Optional.empty();
    }

    /** The version that is served is the current ontology. */
    private static boolean isVersion(Entities entities, String path) {
        Node ontology = NodeFactory.createURI(EntityPath.ONTOLOGY);
        return entities.values(ontology, OWL2.versionIRI.asNode()).stream()
                .anyMatch(v -> v.isURI() && v.getURI().equals(EntityPath.ONTOLOGY + path));
    }

    private void sendInPlace(Entities entities, Node entity, HttpExchange exchange) {
        exchange.response().setHeader("Vary", "Accept");
        String path = entities.path(entity);
        choose(exchange).ifPresentOrElse(representation -> {
            exchange.response().setHeader("Content-Location", path + representation.suffix());
            responder.document(entities, entity, path, representation, exchange);
        }, () -> responder.notAcceptable(entities, entity, path, exchange));
    }

    private void redirectToDocument(Entities entities, Node entity, HttpExchange exchange) {
        exchange.response().setHeader("Vary", "Accept");
        String path = entities.path(entity);
        Optional<Representation> representation = choose(exchange);
        if (representation.isEmpty()) {
            responder.notAcceptable(entities, entity, path, exchange);
        } else if (entities.isObsolete(entity)) {
            responder.document(entities, entity, path, representation.get(), exchange);
        } else {
            exchange.response().setHeader("Link", LinkHeader.of(entities, entity, path));
            responder.cacheable(exchange);
            exchange.redirect(HttpServletResponse.SC_SEE_OTHER, path + representation.get().suffix());
        }
    }

    private static Optional<Representation> choose(HttpExchange exchange) {
        return ContentNegotiation.choose(exchange.request(), Representation.mediaTypes())
                .flatMap(Representation::ofMediaType);
    }
}
