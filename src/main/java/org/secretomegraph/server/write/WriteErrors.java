package org.secretomegraph.server.write;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.rdfpatch.PatchException;
import org.apache.jena.riot.RiotException;
import org.apache.jena.update.UpdateException;
import org.secretomegraph.graph.view.ChangeTimeoutException;
import org.secretomegraph.io.DiskFullException;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.Messages;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.server.http.InternalErrors;
import org.secretomegraph.server.http.ParseErrors;
import org.secretomegraph.server.http.Preconditions;
import org.secretomegraph.server.http.SpooledBody;
import org.slf4j.LoggerFactory;

/**
 * Why a write was not made, as a status and one line. Whatever is not known here is the server's fault, never a
 * success.
 */
final class WriteErrors {
    private static final Pattern PLACE = Pattern.compile("^: \\[line: (\\d+), col: (\\d+) *\\] *");

    private WriteErrors() {}

    /** Tells it. Does not return. */
    static RuntimeException told(Throwable failure) {
        if (failure instanceof ActionErrorException already) {
            throw already;
        }
        if (failure instanceof DiskFullException || failure instanceof SpooledBody.DiskFull) {
            LoggerFactory.getLogger(WriteErrors.class).error("a change was not stored: {}", failure.getMessage());
            ServletOps.error(507, failure instanceof DiskFullException full && full.isOver()
                    ? "The store takes no changes since its disk was full: make room, and start the server again. Nothing was changed."
                    : "The disk of the server is full. Nothing was changed.");
        }
        switch (failure) {
            case SyntaxException e -> ServletOps.errorBadRequest(ParseErrors.line(e));
            case QueryParseException e -> ServletOps.errorBadRequest(ParseErrors.line(e));
            case QueryCancelledException e -> ServletOps.error(503,
                    "The update took longer than the server allows. Nothing"
                            + " was changed.");
            case ChangeTimeoutException e -> ServletOps.error(503,
                    "The change was given up: " + e.getMessage() + ". Nothing was changed."
                            + " Send it in smaller parts, or start the server with a longer --write-timeout.");
            case WriteHandler.NoSuchGraph e -> ServletOps.errorNotFound(e.getMessage());
            case Preconditions.Failed e -> ServletOps.error(412, e.getMessage());
            case StackOverflowError e -> ServletOps.errorBadRequest("The request is nested too deeply to be read.");
            case InvalidInputException e -> bad(e);
            case UpdateException e -> bad(e);
            case QueryException e -> bad(e);
            case PatchException e -> ServletOps.errorBadRequest(placed(Messages.of(e)));
            case RiotException e -> ServletOps.errorBadRequest(placed(Messages.of(e)));
            case IOException e -> bad(e);
            default -> InternalErrors.told(new IllegalStateException("a write failed; nothing was changed", failure));
        }
        throw new IllegalStateException("an error was told and did not stop the request");
    }

    private static void bad(Exception e) {
        ServletOps.errorBadRequest("This cannot be done: " + ParseErrors.oneLine(Messages.of(e)));
    }

    /** RIOT puts the place first. */
    private static String placed(String message) {
        return "Parse error"
                + PLACE.matcher(": " + ParseErrors.oneLine(message)).replaceFirst(" at line $1, column $2: ");
    }
}
