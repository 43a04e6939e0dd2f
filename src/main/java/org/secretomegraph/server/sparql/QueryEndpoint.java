package org.secretomegraph.server.sparql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.secretomegraph.graph.federation.EndpointException;
import org.secretomegraph.graph.federation.Federation;
import org.secretomegraph.io.Messages;
import org.secretomegraph.server.http.BoundedInputStream;
import org.secretomegraph.server.http.ContentCoding;
import org.secretomegraph.server.http.InternalErrors;
import org.secretomegraph.server.http.KnownParameters;
import org.secretomegraph.server.http.ParseErrors;
import org.secretomegraph.server.http.RefusedMediaTypes;
import org.secretomegraph.server.http.ServerSettings;

/**
 * Fuseki's query endpoint with three additions: a service description for a GET without a query, the checks of {@link
 * QuerySandbox} before anything runs, and an error instead of a truncated result at a timeout.
 */
public final class QueryEndpoint extends SPARQL_QueryDataset {
    private final ServiceDescription description;
    private final ServerSettings settings;

    public QueryEndpoint(ServiceDescription description, ServerSettings settings) {
        this.description = description;
        this.settings = settings;
    }

    @Override
    public void validate(HttpAction action) {
        if (!hasNoQuery(action)) {
            super.validate(action);
            KnownParameters.QUERY.checkMisspellings(action);
            checkTimeout(action.getRequestParameter("timeout"));
        }
    }

    private static boolean hasNoQuery(HttpAction action) {
        String query = action.getRequestQueryString();
        return action.getRequestMethod().equals("GET") && (query == null || query.isEmpty());
    }

    /** Jena ignores an ill-formed value, and the client would wait for the limit of the server. */
    private static void checkTimeout(String timeout) {
        if (timeout != null && !timeout.matches("\\d{1,9}(,\\d{1,9})?")) {
            ServletOps.errorBadRequest("timeout is a whole number of seconds, not '" + timeout + "'.");
        }
    }

    @Override
    protected void executeWithParameter(HttpAction action) {
        if (hasNoQuery(action)) {
            action.beginRead();
            try {
                description.respond(action);
            } finally {
                action.endRead();
            }
        } else {
            super.executeWithParameter(action);
        }
    }

    @Override
    protected void executeBody(HttpAction action) {
        String text = "";
        try (InputStream body = new BoundedInputStream(ContentCoding.decoded(action))) {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.readAllBytes())).toString();
        } catch (CharacterCodingException e) {
            ServletOps.errorBadRequest("The query is not in UTF-8.");
        } catch (IOException e) {
            ServletOps.errorBadRequest("The query could not be read: " + ParseErrors.oneLine(Messages.of(e)));
        }
        execute(text, action);
    }

    @Override
    protected void execute(String text, HttpAction action) {
        Query query = parse(text);
        QuerySandbox.refusal(query, settings.federation()).ifPresent(ServletOps::errorBadRequest);
        action.beginRead();
        try {
            run(query, text, action);
        } catch (QueryCancelledException | MidResultTimeout e) {
            ServletOps.error(503, "The query took longer than allowed and was stopped; there is no result. The server's"
                    + " limit is " + settings.timeout().toSeconds() + " seconds; ?timeout= can only lower it.");
        } catch (QueryException e) {
            QueryException cause = Federation.cause(e);
            ServletOps.error(cause instanceof EndpointException ? 502 : 400, "The query cannot be answered: "
                    + ParseErrors.oneLine(Messages.of(cause)));
        } catch (StackOverflowError e) {
            ServletOps.errorBadRequest("The query is nested too deeply to be answered.");
        } catch (RuntimeException e) {
            throw InternalErrors.respond(e);
        } finally {
            action.endRead();
        }
    }

    private void run(Query query, String text, HttpAction action) {
        Pair<DatasetGraph, Query> target = decideDataset(action, query, text);
        Query asked = target.getRight() == null ? query : target.getRight();
        try (QueryExec exec = createQueryExec(action, asked, target.getLeft())) {
            sendResults(action, executeQuery(action, exec, query, text), query.getPrologue());
        }
    }

    private static Query parse(String text) {
        if (text.isBlank()) {
            ServletOps.errorBadRequest("The query is empty.");
        }
        try {
            return QueryFactory.create(text, null, Syntax.syntaxARQ);
        } catch (QueryParseException e) {
            ServletOps.errorBadRequest(ParseErrors.line(e));
        } catch (QueryException e) {
            ServletOps.errorBadRequest("Parse error: " + ParseErrors.oneLine(Messages.of(e)));
        } catch (StackOverflowError e) {
            ServletOps.errorBadRequest("The query is nested too deeply to be parsed.");
        }
        throw new IllegalStateException("the error response did not end the request");
    }

    /**
     * At a timeout Fuseki writes a comment into the result and ends it well-formed; ours must not look like a result.
     */
    @Override
    protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
        RefusedMediaTypes.exclude(action.getRequest(), result);
        if (result.isRowSet()) {
            super.sendResults(action, new QueryExecResult(new TimeoutRowSet(result.rowSet())), prologue);
        } else if (result.isJson()) {
            Iterator<JsonObject> items = MidResultTimeout.wrap(result.jsonItems());
            super.sendResults(action, new QueryExecResult(items), prologue);
        } else {
            super.sendResults(action, result, prologue);
        }
    }
}
