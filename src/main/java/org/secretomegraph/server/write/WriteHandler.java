package org.secretomegraph.server.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.secretomegraph.graph.store.GraphVersions;
import org.secretomegraph.guard.Change;
import org.secretomegraph.guard.Verdict;
import org.secretomegraph.server.http.DryRunFilter;
import org.secretomegraph.server.http.InternalErrors;
import org.secretomegraph.server.http.Preconditions;
import org.secretomegraph.server.http.SpooledBody;

/**
 * Handles every write over HTTP: authorizes, receives all of the body, parses it, proposes the change to the guard, and
 * only then responds. Fuseki's own handlers are not used: some of them ignore a failure at the commit and respond as if
 * it had succeeded.
 */
public final class WriteHandler {
    private static final String WARNINGS = "Secretome-Warnings";

    private final WriteSettings writes;
    private final GraphVersions versions;
    private final WriteAuthorization authorization;

    public WriteHandler(WriteSettings writes, GraphVersions versions) {
        this.writes = writes;
        this.versions = versions;
        this.authorization = new WriteAuthorization(writes.users());
    }

    /** Parses the request into a proposal; what it throws becomes the response. */
    @FunctionalInterface
    interface ProposalReader {
        Proposal read() throws IOException;
    }

    /** Sends the response to a change that is stored. */
    @FunctionalInterface
    interface StoredResponse {
        void send(Verdict.Accepted verdict) throws IOException;
    }

    /** A change, and the response when it is stored. */
    record Proposal(Change change, StoredResponse response) {}

    /** Parses the body of a request into a proposal; the body is available until the change is made. */
    @FunctionalInterface
    interface BodyReader {
        Proposal read(SpooledBody body) throws IOException;
    }

    SpooledBody receive(HttpAction action) {
        return SpooledBody.receive(action, writes.maxBody(),
                "Send it in parts, or start the server with a larger --max-body.",
                writes.guard().timeLimit());
    }

    /** Handles a write to the dataset as a whole. */
    void handle(HttpAction action, ProposalReader reader) {
        handle(action, wholeState(), reader);
    }

    private Supplier<Optional<String>> wholeState() {
        return () -> Optional.of(versions.ofAll());
    }

    /** Handles a body that changes the dataset as a whole. */
    void handleBody(HttpAction action, BodyReader reader) {
        handleBody(action, wholeState(), reader);
    }

    /** @param state as in {@link #handle(HttpAction, Supplier, ProposalReader)} */
    void handleBody(HttpAction action, Supplier<Optional<String>> state, BodyReader reader) {
        List<SpooledBody> received = new ArrayList<>(1);
        try {
            handle(action, state, () -> {
                received.add(receive(action));
                return reader.read(received.get(0));
            });
        } finally {
            received.forEach(SpooledBody::close);
        }
    }

    /**
     * @param state the version of what is written; empty when it does not exist. Read under the lock of the write,
     * where no other write can change it
     */
    void handle(HttpAction action, Supplier<Optional<String>> state, ProposalReader reader) {
        authorization.check(action);
        boolean dryRun = DryRunFilter.isAsked(action);
        Verdict verdict;
        Proposal proposal;
        try {
            Preconditions preconditions = Preconditions.ofWrite(action.getRequest());
            proposal = reader.read();
            Change change = preconditions.isEmpty() ? proposal.change()
                    : proposal.change().after(dataset -> preconditions.check(state.get()));
            verdict = dryRun ? writes.guard().dryRun(change) : writes.guard().propose(change);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw WriteErrors.respond(e);
        }
        action.getResponse().setHeader(WARNINGS, String.valueOf(
                verdict instanceof Verdict.Accepted accepted ? accepted.warnings().size() : 0));
        try {
            if (!dryRun && verdict instanceof Verdict.Accepted accepted) {
                proposal.response().send(accepted);
            } else {
                VerdictResponse.of(verdict, writes.failOn()).send(action);
            }
        } catch (IOException | RuntimeException e) {
            throw responseFailed(dryRun, verdict, e);
        }
    }

    private static RuntimeException responseFailed(boolean dryRun, Verdict verdict, Exception e) {
        if (e instanceof ActionErrorException sent) {
            return sent;
        }
        boolean isStored = !dryRun && verdict instanceof Verdict.Accepted;
        return InternalErrors
                .respond(new IllegalStateException((isStored ? "the change was stored" : "nothing was changed")
                        + ", but the response could not be written", e));
    }

    /** The graph that is to be changed does not exist. */
    static final class NoSuchGraph extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchGraph(String name) {
            super("No such graph: " + name);
        }
    }
}
