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
 * Judges a posted proposal, RDF or a claim sheet, laid over the graph; nothing is written, so everybody may ask. The
 * findings are those of {@code secretome validate}, a mistake in the syntax among them.
 */
public final class ValidateEndpoint extends BaseActionREST {
    private static final String SHEET = "text/tab-separated-values";
    private static final String SHEET_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.tsv";
    private static final long LONGEST = 16 << 20;

    private final DatasetGraph graph;
    private final ValidationService proofing;
    private final Supplier<ShapeLibrary> rules;
    private final ServerSettings settings;

    public ValidateEndpoint(DatasetGraph graph, ValidationService proofing, ServerSettings settings) {
        this.graph = graph;
        this.proofing = proofing;
        this.rules = new Lazy<>(proofing.rules());
        this.settings = settings;
    }

    @Override
    protected void doOptions(HttpAction action) {
        action.setResponseHeader("Allow", "OPTIONS,POST");
        ServletOps.success(action);
    }

    /** Nothing is ever written here; who asks for a dry run is understood, and who misspells it is told. */
    @Override
    protected void doPost(HttpAction action) {
        KnownParameters.VALIDATE.check(action);
        DryRunFilter.isAsked(action);
        if (ActionLib.getContentType(action) == null) {
            ServletOps.errorBadRequest(
                    "Say what the body is: Content-Type: text/turtle, or " + SHEET + " for a claim sheet.");
        }
        boolean sheet = ActionLib.getContentType(action).getContentTypeStr().equals(SHEET);
        try (SpooledBody body =
                SpooledBody.receive(action, LONGEST, "Send it in parts, or judge it with secretome validate.",
                        settings.timeout())) {
            VerdictResponse.of(sheet ? sheet(action, body) : rdf(action, body), proofing.floor()).send(action);
        } catch (QueryCancelledException | ChangeTimeoutException e) {
            ServletOps.error(503,
                    "The validation took longer than the server's limit of " + settings.timeout().toSeconds()
                            + " seconds and was stopped; there is no answer.");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw WriteErrors.told(e);
        }
    }

    private ValidationResult rdf(HttpAction action, SpooledBody body) throws IOException {
        CandidateData proposed;
        try {
            proposed = CandidateData.ofFile("body", RdfBody.graph(action, body));
        } catch (SyntaxException e) {
            proposed = unread(e);
        }
        return judge(proposed);
    }

    private static CandidateData unread(SyntaxException e) {
        return CandidateData.unreadable("body", Finding.inText(RuleIris.NS + "File-syntax",
                Location.inText("body", e.line(), e.column() > 0 ? Long.toString(e.column()) : ""), e.problem(),
                "Mend the text here; nothing of it was checked."));
    }

    private ValidationResult judge(CandidateData proposed) {
        return Txn.calculateRead(graph, () -> new Validator(rules.get()).validate(until(), List.of(proposed)));
    }

    private Graph until() {
        return Deadline.ofQuery(settings.timeout()).within(graph.getDefaultGraph());
    }

    /** Sheets are read from files. The name may matter (a sheet's graph is named after it), the folder must not. */
    private ValidationResult sheet(HttpAction action, SpooledBody body) throws IOException {
        String name = action.getRequestParameter("name");
        if (name != null && !name.matches(SHEET_NAME)) {
            ServletOps.errorBadRequest("?name= is the file name of the sheet, such as my-claims.tsv.");
        }
        Path folder = Files.createTempDirectory("secretome");
        Path file = folder.resolve(name == null ? "sheet.tsv" : name);
        try (InputStream in = body.open()) {
            Files.copy(in, file);
            ValidationResult judged = Txn.calculateRead(graph, () -> {
                CandidateData read;
                try {
                    read = proofing.sheets().read(file, graph);
                } catch (SyntaxException e) {
                    read = unread(e);
                }
                return new Validator(rules.get()).validate(until(), List.of(read));
            });
            return new ValidationResult(judged.findings().stream().map(f -> inNamed(f, file)).toList(),
                    judged.checked());
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.getMessage().replace(folder + "/", ""), e);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static Finding inNamed(Finding f, Path file) {
        Location at = f.place();
        Location named =
                new Location(file.getFileName().toString(), at.line(), at.column(), at.letter(), at.focus(), at.path());
        return f.withLocation(named);
    }
}
