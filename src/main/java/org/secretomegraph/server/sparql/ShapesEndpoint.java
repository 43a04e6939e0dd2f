package org.secretomegraph.server.sparql;

import java.io.IOException;
import java.util.List;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.BaseActionREST;
import org.apache.jena.fuseki.servlets.GraphTarget;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.shacl.ShaclException;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.graph.RdfInput;
import org.secretomegraph.graph.federation.Federation;
import org.secretomegraph.graph.view.ChangeTimeoutException;
import org.secretomegraph.graph.view.Deadline;
import org.secretomegraph.io.Messages;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.server.http.ContentNegotiation;
import org.secretomegraph.server.http.InternalErrors;
import org.secretomegraph.server.http.KnownParameters;
import org.secretomegraph.server.http.ParseErrors;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.server.http.SpooledBody;
import org.secretomegraph.shacl.FullValidation;
import org.secretomegraph.shacl.SupportedShapes;

/**
 * Validates the data by posted shapes, with the parameters and responses of Fuseki's own endpoint. A class of its own
 * because the body is read here: without remote JSON-LD contexts, with the sandbox for the queries in the shapes, and
 * until a deadline.
 */
public final class ShapesEndpoint extends BaseActionREST {
    private static final long MAX_BODY = 16L << 20;
    private static final String TURTLE = Lang.TTL.getHeaderString();
    private static final List<Node> QUERY_PROPERTIES = List.of(SHACL.select, SHACL.ask);

    private final ServerSettings settings;

    public ShapesEndpoint(ServerSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doPost(HttpAction action) {
        KnownParameters.SHAPES.check(action);
        Lang lang = RDFLanguages
                .contentTypeToLang(ContentNegotiation.choose(action.getRequest(), GraphStoreReader.GRAPH_MEDIA_TYPES)
                        .orElse(TURTLE));
        try (SpooledBody body = SpooledBody.receive(action, MAX_BODY, "", settings.timeout())) {
            respond(action, body, lang == null ? Lang.TTL : lang);
        }
    }

    private void respond(HttpAction action, SpooledBody body, Lang lang) {
        action.beginRead();
        try {
            GraphTarget target = GraphTarget.determineTarget(action.getActiveDSG(), action);
            if (!target.exists()) {
                ServletOps.errorNotFound("No data graph: " + target.label());
            }
            Graph shapesGraph = read(action, body);
            checkQueries(shapesGraph);
            ValidationReport report = validate(shapesGraph, target.graph(), action.getRequestParameter("target"));
            ActionLib.graphResponse(action, report.getGraph(), lang);
        } catch (QueryCancelledException | ChangeTimeoutException e) {
            ServletOps.error(503,
                    "The validation took longer than the server's limit of " + settings.timeout().toSeconds()
                            + " seconds and was stopped; there is no report.");
        } catch (StackOverflowError e) {
            ServletOps.errorBadRequest("These shapes cannot be used: they are nested too deeply.");
        } catch (ShaclException | QueryException e) {
            ServletOps.errorBadRequest("These shapes cannot be used: " + ParseErrors.oneLine(Messages.of(e)));
        } catch (RuntimeException e) {
            throw InternalErrors.respond(e);
        } finally {
            action.endRead();
        }
    }

    private ValidationReport validate(Graph shapesGraph, Graph data, String node) {
        Graph limited = Deadline.ofQuery(settings.timeout()).within(data);
        Shapes shapes = SupportedShapes.parse(shapesGraph).shapes();
        if (node == null) {
            return FullValidation.of(shapes, limited);
        }
        Node target = NodeFactory.createURI(data.getPrefixMapping().expandPrefix(node));
        return ShaclValidator.get().validate(shapes, limited, target);
    }

    private static Graph read(HttpAction action, SpooledBody body) {
        Lang lang = language(ActionLib.getContentType(action));
        Graph graph = GraphFactory.createDefaultGraph();
        try {
            RdfInput.parse(body.open(), lang, "body", parser -> parser.errorHandler(
                    ErrorHandlerFactory.errorHandlerStrictNoLogging), StreamRDFLib.graph(graph));
        } catch (SyntaxException e) {
            ServletOps.errorBadRequest(ParseErrors.line(e));
        } catch (IOException e) {
            ServletOps.errorBadRequest("The shapes could not be read: " + ParseErrors.oneLine(Messages.of(e)));
        }
        return graph;
    }

    private static Lang language(ContentType type) {
        if (type == null || type.getContentTypeStr().isEmpty()) {
            return Lang.TTL;
        }
        Lang lang = RDFLanguages.contentTypeToLang(type.getContentTypeStr());
        return lang == null || !RDFParserRegistry.isRegistered(lang) ? Lang.TTL : lang;
    }

    private static void checkQueries(Graph shapesGraph) {
        for (Node property : QUERY_PROPERTIES) {
            for (Triple t : shapesGraph.find(Node.ANY, property, Node.ANY).toList()) {
                String text = t.getObject().isLiteral() ? t.getObject().getLiteralLexicalForm() : "";
                QuerySandbox.refusal(QueryFactory.create(ShLib.prefixes(shapesGraph, t.getSubject()) + "\n" + text),
                        Federation.closed()).ifPresent(ServletOps::errorBadRequest);
            }
        }
    }
}
