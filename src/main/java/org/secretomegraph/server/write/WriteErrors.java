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

/** Why a write was not made, as a status and one line. Any other failure is an internal error, never a success. */
final class WriteErrors {
    private static final Pattern PLACE = Pattern.compile("^: \\[line: (\\d+), col: (\\d+) *\\] *");

    private WriteErrors() {}

    /** Sends the error; always throws. */
    static RuntimeException respond(Throwable failure) {
        if (failure instanceof ActionErrorException sent) {
            throw sent;
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
                    "The update took longer than the server allows. Nothing was changed.");
            case ChangeTimeoutException e -> ServletOps.error(503,
                    "The change was stopped: " + e.getMessage() + ". Nothing was changed."
                            + " Send it in smaller parts, or start the server with a longer --write-timeout.");
            case WriteHandler.NoSuchGraph e -> ServletOps.errorNotFound(e.getMessage());
            case Preconditions.Failed e -> ServletOps.error(412, e.getMessage());
            case StackOverflowError e -> ServletOps.errorBadRequest("The request is nested too deeply to be read.");
            case InvalidInputException e -> badRequest(e);
            case UpdateException e -> badRequest(e);
            case QueryException e -> badRequest(e);
            case PatchException e -> ServletOps.errorBadRequest(withPlace(Messages.of(e)));
            case RiotException e -> ServletOps.errorBadRequest(withPlace(Messages.of(e)));
            case IOException e -> badRequest(e);
            default -> InternalErrors
                    .respond(new IllegalStateException("a write failed; nothing was changed", failure));
        }
        throw new IllegalStateException("the error response did not end the request");
    }

    private static void badRequest(Exception e) {
        ServletOps.errorBadRequest("The request cannot be carried out: " + ParseErrors.oneLine(Messages.of(e)));
    }

    /** RIOT puts the place first. */
    private static String withPlace(String message) {
        return "Parse error"
                + PLACE.matcher(": " + ParseErrors.oneLine(message)).replaceFirst(" at line $1, column $2: ");
    }
}
