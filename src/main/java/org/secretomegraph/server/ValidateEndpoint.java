package org.secretomegraph.server;

import org.secretomegraph.vocab.RuleIris;
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
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.graph.BadSyntax;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Place;
import org.secretomegraph.guard.Proposed;
import org.secretomegraph.guard.Rulebook;
import org.secretomegraph.guard.Validation;

/**
 * Judges a posted proposal, RDF or a claim sheet, laid over the graph; nothing is written, so everybody may ask. The
 * findings are those of {@code secretome validate}, a mistake in the syntax among them.
 */
final class ValidateEndpoint extends BaseActionREST {
    private static final String SHEET = "text/tab-separated-values";
    private static final String SHEET_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.tsv";
    private static final long LONGEST = 16 << 20;

    private final DatasetGraph graph;
    private final Proofing proofing;
    private final Supplier<Rulebook> rules;
    private final ServerSettings settings;

    ValidateEndpoint(DatasetGraph graph, Proofing proofing, ServerSettings settings) {
        this.graph = graph;
        this.proofing = proofing;
        this.rules = new Once<>(proofing.rules());
        this.settings = settings;
    }

    @Override
    protected void doOptions(HttpAction action) {
        action.setResponseHeader("Allow", "OPTIONS,POST");
        ServletOps.success(action);
    }

    @Override
    protected void doPost(HttpAction action) {
        if (ActionLib.getContentType(action) == null) {
            ServletOps.errorBadRequest("Say what the body is: Content-Type: text/turtle, or " + SHEET + " for a claim sheet.");
        }
        boolean sheet = ActionLib.getContentType(action).getContentTypeStr().equals(SHEET);
        try (WriteBody body = WriteBody.receive(action, LONGEST, "Send it in parts, or judge it with secretome validate.")) {
            VerdictAnswer.of(sheet ? sheet(action, body) : rdf(action, body), proofing.floor()).send(action);
        } catch (QueryCancelledException e) {
            ServletOps.error(503, "The validation took longer than the server's limit of " + settings.timeout().toSeconds()
                    + " seconds and was stopped; there is no answer.");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw WriteFailure.told(e);
        }
    }

    private Judgement rdf(HttpAction action, WriteBody body) throws IOException {
        Proposed proposed;
        try {
            proposed = Proposed.ofFile("body", RdfBody.graph(action, body));
        } catch (BadSyntax e) {
            proposed = unread(e);
        }
        return judge(proposed);
    }

    private static Proposed unread(BadSyntax e) {
        return Proposed.unread("body", Finding.inText(RuleIris.NS + "File-syntax",
                Place.inText("body", e.line(), e.column() > 0 ? Long.toString(e.column()) : ""), e.problem(),
                "Mend the text here; nothing of it was checked."));
    }

    private Judgement judge(Proposed proposed) {
        return Txn.calculateRead(graph, () -> new Validation(rules.get()).judge(until(), List.of(proposed)));
    }

    private Graph until() {
        return new Deadline(graph.getDefaultGraph(), System.nanoTime() + settings.timeout().toNanos());
    }

    /** Sheets are read from files. The name may matter (a sheet's graph is named after it), the folder must not. */
    private Judgement sheet(HttpAction action, WriteBody body) throws IOException {
        String name = action.getRequestParameter("name");
        if (name != null && !name.matches(SHEET_NAME)) {
            ServletOps.errorBadRequest("?name= is the file name of the sheet, such as my-claims.tsv.");
        }
        Path folder = Files.createTempDirectory("secretome");
        Path file = folder.resolve(name == null ? "sheet.tsv" : name);
        try (InputStream in = body.open()) {
            Files.copy(in, file);
            Judgement judged = Txn.calculateRead(graph, () -> {
                Proposed read;
                try {
                    read = proofing.sheets().read(file, graph);
                } catch (BadSyntax e) {
                    read = unread(e);
                }
                return new Validation(rules.get()).judge(until(), List.of(read));
            });
            return new Judgement(judged.findings().stream().map(f -> inNamed(f, file)).toList(), judged.judged());
        } catch (BadInput e) {
            throw new BadInput(e.getMessage().replace(folder + "/", ""), e);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static Finding inNamed(Finding f, Path file) {
        Place at = f.place();
        Place named = new Place(file.getFileName().toString(), at.line(), at.column(), at.letter(), at.focus(), at.path());
        return f.at(named);
    }
}
