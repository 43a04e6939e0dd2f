package org.secretomegraph.server.write;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.BaseActionREST;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.view.ChangeTimeoutException;
import org.secretomegraph.graph.view.Deadline;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.server.http.DryRunFilter;
import org.secretomegraph.server.http.KnownParameters;
import org.secretomegraph.server.http.Lazy;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.server.http.SpooledBody;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.vocab.RuleIris;

/**
 * Validates posted data, RDF or a claim sheet, over the graph; nothing is written, so no user is needed. The findings
 * are those of {@code secretome validate}, syntax errors included.
 */
public final class ValidateEndpoint extends BaseActionREST {
    private static final String SHEET = "text/tab-separated-values";
    private static final String SHEET_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.tsv";
    private static final long MAX_BODY = 16 << 20;

    private final DatasetGraph graph;
    private final ValidationService service;
    private final Supplier<ShapeLibrary> shapes;
    private final ServerSettings settings;

    public ValidateEndpoint(DatasetGraph graph, ValidationService service, ServerSettings settings) {
        this.graph = graph;
        this.service = service;
        this.shapes = new Lazy<>(service.shapes());
        this.settings = settings;
    }

    @Override
    protected void doOptions(HttpAction action) {
        action.setResponseHeader("Allow", "OPTIONS,POST");
        ServletOps.success(action);
    }

    /** Nothing is ever written here; a dry run is accepted, and a misspelt one is refused. */
    @Override
    protected void doPost(HttpAction action) {
        KnownParameters.VALIDATE.check(action);
        DryRunFilter.isAsked(action);
        if (ActionLib.getContentType(action) == null) {
            ServletOps.errorBadRequest(
                    "The Content-Type is missing: state text/turtle, for example, or " + SHEET + " for a claim sheet.");
        }
        boolean sheet = ActionLib.getContentType(action).getContentTypeStr().equals(SHEET);
        try (SpooledBody body =
                SpooledBody.receive(action, MAX_BODY, "Send it in parts, or run secretome validate.",
                        settings.timeout())) {
            VerdictResponse.of(sheet ? sheet(action, body) : rdf(action, body), service.failOn()).send(action);
        } catch (QueryCancelledException | ChangeTimeoutException e) {
            ServletOps.error(503,
                    "The validation took longer than the server's limit of " + settings.timeout().toSeconds()
                            + " seconds and was stopped; there is no answer.");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw WriteErrors.respond(e);
        }
    }

    private ValidationResult rdf(HttpAction action, SpooledBody body) throws IOException {
        CandidateData candidate;
        try {
            candidate = CandidateData.ofFile("body", RdfBody.graph(action, body));
        } catch (SyntaxException e) {
            candidate = unreadable(e);
        }
        return validate(candidate);
    }

    private static CandidateData unreadable(SyntaxException e) {
        return CandidateData.unreadable("body", Finding.inText(RuleIris.NS + "File-syntax",
                Location.inText("body", e.line(), e.column() > 0 ? Long.toString(e.column()) : ""), e.problem(),
                "Correct the text here; nothing of it was checked."));
    }

    private ValidationResult validate(CandidateData candidate) {
        return Txn.calculateRead(graph,
                () -> new Validator(shapes.get()).validate(deadlineGraph(), List.of(candidate)));
    }

    private Graph deadlineGraph() {
        return Deadline.ofQuery(settings.timeout()).within(graph.getDefaultGraph());
    }

    /**
     * Sheets are read from files. The name is significant (the graph of a sheet is named after it), the folder is not.
     */
    private ValidationResult sheet(HttpAction action, SpooledBody body) throws IOException {
        String name = action.getRequestParameter("name");
        if (name != null && !name.matches(SHEET_NAME)) {
            ServletOps.errorBadRequest("?name= is the file name of the sheet, such as my-claims.tsv.");
        }
        Path folder = Files.createTempDirectory("secretome");
        Path file = folder.resolve(name == null ? "sheet.tsv" : name);
        try (InputStream in = body.open()) {
            Files.copy(in, file);
            ValidationResult result = Txn.calculateRead(graph, () -> {
                CandidateData candidate;
                try {
                    candidate = service.sheets().read(file, graph);
                } catch (SyntaxException e) {
                    candidate = unreadable(e);
                }
                return new Validator(shapes.get()).validate(deadlineGraph(), List.of(candidate));
            });
            return new ValidationResult(result.findings().stream().map(f -> withFileName(f, file)).toList(),
                    result.checked());
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.getMessage().replace(folder + "/", ""), e);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static Finding withFileName(Finding f, Path file) {
        Location at = f.place();
        Location named =
                new Location(file.getFileName().toString(), at.line(), at.column(), at.letter(), at.focus(), at.path());
        return f.withLocation(named);
    }
}
