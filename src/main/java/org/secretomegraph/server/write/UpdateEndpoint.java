package org.secretomegraph.server.write;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.lib.Alarm;
import org.apache.jena.atlas.lib.AlarmClock;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_Update;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.web.HttpNames;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.exec.UpdateExecDatasetBuilder;
import org.apache.jena.sparql.modify.UsingList;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.secretomegraph.guard.Change;
import org.secretomegraph.guard.Verdict;
import org.secretomegraph.server.http.ContentNegotiation;
import org.secretomegraph.server.http.KnownParameters;
import org.secretomegraph.server.http.ParseErrors;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.server.http.SpooledBody;
import org.secretomegraph.server.sparql.QuerySandbox;
import org.secretomegraph.server.write.WriteHandler.Proposal;

/** SPARQL Update, as the body or as a form. Fuseki checks the form of the request; the update itself is run here. */
public final class UpdateEndpoint extends SPARQL_Update {
    private static final String JSON = "application/json";
    private static final String DONE = "Update succeeded";
    private static final long MAX_UPDATE = 32L << 20;

    private final WriteHandler handler;
    private final WriteSettings writes;
    private final Context rules;
    private final ServerSettings settings;

    /** @param rules the context of queries: functions and services that are allowed */
    public UpdateEndpoint(WriteHandler handler, WriteSettings writes, Context rules, ServerSettings settings) {
        this.handler = handler;
        this.writes = writes;
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public void validate(HttpAction action) {
        super.validate(action);
        KnownParameters.UPDATE.check(action);
    }

    @Override
    public void execute(HttpAction action) {
        boolean isForm = parameter(action) != null;
        handler.handle(action, () -> {
            UpdateRequest request =
                    parse(isForm ? withoutBody(parameter(action), action) : text(action), using(action));
            QuerySandbox.refusal(request).ifPresent(ServletOps::errorBadRequest);
            return new Proposal(change(request), verdict -> {
                if (isForm) {
                    sendPage(action, verdict);
                } else {
                    ServletOps.successNoContent(action);
                }
            });
        });
    }

    private Change change(UpdateRequest request) {
        return new Change("update", dataset -> run(request, dataset));
    }

    /**
     * Runs the update with the time limit and the sandbox of a query. The context is copied, since Jena stores in it
     * which execution was cancelled. Jena's own time limit is not used: up to 6.2.0 it leaves no time to any operation
     * after the first.
     */
    private void run(UpdateRequest request, DatasetGraph dataset) {
        Context own = rules.copy();
        own.remove(ARQConstants.symCancelQuery);
        UpdateExec exec = UpdateExecDatasetBuilder.create().dataset(dataset).context(own).update(request).build();
        AlarmClock clock = AlarmClock.get();
        Alarm alarm = clock.add(exec::abort, settings.timeout().toMillis());
        try {
            exec.execute();
        } finally {
            clock.cancel(alarm);
        }
    }

    /** As a stream: Jena would take a string for the name of a file. */
    private static UpdateRequest parse(String text, UsingList using) {
        InputStream update = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return UpdateFactory.read(using, update, Fuseki.BaseParserSPARQL, Syntax.syntaxARQ);
    }

    private static String parameter(HttpAction action) {
        String update = action.getRequestParameter(HttpNames.paramUpdate);
        return update == null ? action.getRequestParameter(HttpNames.paramRequest) : update;
    }

    /** An update in a form or in the address: then there must be no body with another one. */
    private String withoutBody(String update, HttpAction action) {
        if (!ActionLib.isHTMLForm(action)) {
            try (SpooledBody body = handler.receive(action)) {
                if (body.length() > 0) {
                    ServletOps.errorBadRequest(
                            "The update is in the address, and the body would be ignored: send a form by POST,"
                                    + " or the update itself as application/sparql-update.");
                }
            }
        }
        long maximum = Math.min(MAX_UPDATE, writes.maxBody());
        if (update.getBytes(StandardCharsets.UTF_8).length > maximum) {
            ServletOps.error(413, "A SPARQL Update in a form may have up to " + (maximum >> 20) + " MB here.");
        }
        return update;
    }

    private String text(HttpAction action) throws IOException {
        try (SpooledBody body = handler.receive(action); InputStream in = body.open()) {
            if (body.length() > MAX_UPDATE) {
                ServletOps.error(413, "A SPARQL Update is read into memory, and here only up to " + (MAX_UPDATE >> 20)
                        + " MB: send data to the Graph Store, or as an RDF Patch.");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes())).toString();
        } catch (CharacterCodingException e) {
            ServletOps.errorBadRequest("The update is not in UTF-8.");
            throw e;
        }
    }

    private static UsingList using(HttpAction action) {
        UsingList using = new UsingList();
        values(action, HttpNames.paramUsingGraphURI).forEach(iri -> using.addUsing(NodeFactory.createURI(iri)));
        values(action, HttpNames.paramUsingNamedGraphURI)
                .forEach(iri -> using.addUsingNamed(NodeFactory.createURI(iri)));
        return using;
    }

    private static List<String> values(HttpAction action, String parameter) {
        String[] values = action.getRequestParameterValues(parameter);
        return values == null ? List.of() : List.of(values).stream().map(UpdateEndpoint::absolute).toList();
    }

    private static String absolute(String iri) {
        try {
            return IRIx.create(Fuseki.BaseParserSPARQL).resolve(iri).str();
        } catch (IRIException e) {
            ServletOps.errorBadRequest("'" + ParseErrors.oneLine(iri) + "' is not the IRI of a graph.");
            throw e;
        }
    }

    /** A form is answered with a page, as Fuseki does; JSON includes the warnings. */
    private void sendPage(HttpAction action, Verdict.Accepted verdict) throws IOException {
        boolean acceptsJson =
                ContentNegotiation.choose(action.getRequest(), List.of("text/html", JSON)).filter(JSON::equals)
                        .isPresent();
        if (verdict.warnings().isEmpty() || !acceptsJson) {
            int count = verdict.warnings().size();
            ServletOps.successPage(action, count == 0 ? DONE : DONE + "; findings that do not refuse it: " + count);
            return;
        }
        JsonObject json = new JsonObject();
        json.put("statusCode", 200);
        json.put("message", DONE);
        json.put("warnings", VerdictResponse.findings(verdict.warnings(), writes.failOn()));
        ServletOps.sendJsonReponse(action, json);
    }
}
