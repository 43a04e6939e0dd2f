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
 * The road that every write over HTTP takes: may they, receive all, read it, propose it, and only then answer. Fuseki's
 * own
 * handlers are not used: some of them swallow what goes wrong at the commit and answer that all went well.
 */
public final class WriteHandler {
    private static final String WARNINGS = "Secretome-Warnings";

    private final WriteSettings writes;
    private final GraphVersions versions;
    private final WriteAuthorization gate;

    public WriteHandler(WriteSettings writes, GraphVersions versions) {
        this.writes = writes;
        this.versions = versions;
        this.gate = new WriteAuthorization(writes.users());
    }

    /** Reads the request into a proposal; what it throws is told to the client. */
    @FunctionalInterface
    interface Reading {
        Proposal read() throws IOException;
    }

    /** The answer to a change that is stored. */
    @FunctionalInterface
    interface Stored {
        void answer(Verdict.Accepted verdict) throws IOException;
    }

    /** A change, and what to say when it is stored. */
    record Proposal(Change change, Stored stored) {}

    /** Reads the body of a request into a proposal; the body is there until the change is made. */
    @FunctionalInterface
    interface BodyReading {
        Proposal read(SpooledBody body) throws IOException;
    }

    SpooledBody receive(HttpAction action) {
        return SpooledBody.receive(action, writes.longest(),
                "Send it in parts, or start the server with a larger --max-body.",
                writes.guard().timeLimit());
    }

    /** For a write to the dataset as a whole. */
    void walk(HttpAction action, Reading reading) {
        walk(action, wholeState(), reading);
    }

    private Supplier<Optional<String>> wholeState() {
        return () -> Optional.of(versions.ofAll());
    }

    /** The same for what is sent as a body. */
    void walkWithBody(HttpAction action, BodyReading reading) {
        walkWithBody(action, wholeState(), reading);
    }

    /** @param state of what is written, as in {@link #walk(HttpAction, Supplier, Reading)} */
    void walkWithBody(HttpAction action, Supplier<Optional<String>> state, BodyReading reading) {
        List<SpooledBody> received = new ArrayList<>(1);
        try {
            walk(action, state, () -> {
                received.add(receive(action));
                return reading.read(received.get(0));
            });
        } finally {
            received.forEach(SpooledBody::close);
        }
    }

    /**
     * @param state of what is written, when it is there; asked under the lock of the write, where nobody else can
     * change it
     */
    void walk(HttpAction action, Supplier<Optional<String>> state, Reading reading) {
        gate.check(action);
        boolean dryRun = DryRunFilter.isAsked(action);
        Verdict verdict;
        Proposal proposal;
        try {
            Preconditions expected = Preconditions.ofWrite(action.getRequest());
            proposal = reading.read();
            Change change = expected.isEmpty() ? proposal.change()
                    : proposal.change().after(dataset -> expected.check(state.get()));
            verdict = dryRun ? writes.guard().dryRun(change) : writes.guard().propose(change);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw WriteErrors.told(e);
        }
        action.getResponse().setHeader(WARNINGS, String.valueOf(
                verdict instanceof Verdict.Accepted accepted ? accepted.warnings().size() : 0));
        try {
            if (!dryRun && verdict instanceof Verdict.Accepted accepted) {
                proposal.stored().answer(accepted);
            } else {
                VerdictResponse.of(verdict, writes.floor()).send(action);
            }
        } catch (IOException | RuntimeException e) {
            throw answerLost(dryRun, verdict, e);
        }
    }

    private static RuntimeException answerLost(boolean dryRun, Verdict verdict, Exception e) {
        if (e instanceof ActionErrorException told) {
            return told;
        }
        boolean stored = !dryRun && verdict instanceof Verdict.Accepted;
        return InternalErrors.told(new IllegalStateException((stored ? "the change was stored" : "nothing was changed")
                + ", but the answer could not be written", e));
    }

    /** The graph that a write is about is not there. */
    static final class NoSuchGraph extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchGraph(String name) {
            super("No such graph: " + name);
        }
    }
}
