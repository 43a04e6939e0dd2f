package org.secretomegraph.server.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.PatchApply;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.secretomegraph.guard.Change;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.StrictUtf8InputStream;
import org.secretomegraph.server.http.KnownParameters;
import org.secretomegraph.server.http.SpooledBody;
import org.secretomegraph.server.write.WriteHandler.Proposal;

/** RDF Patch on the dataset, by PATCH or POST. Fuseki checks the form of the request. */
public final class PatchEndpoint extends PatchApply {
    private final WriteHandler handler;

    public PatchEndpoint(WriteHandler handler) {
        this.handler = handler;
    }

    @Override
    public void validate(HttpAction action) {
        super.validate(action);
        KnownParameters.WRITE.check(action);
    }

    @Override
    protected void doPost(HttpAction action) {
        apply(action);
    }

    @Override
    protected void doPatch(HttpAction action) {
        apply(action);
    }

    private void apply(HttpAction action) {
        handler.handleBody(action, body -> {
            TransactionCheck transactions = new TransactionCheck();
            read(body, transactions);
            transactions.check();
            return new Proposal(Change.ofPatch(to -> read(body, to)), verdict -> ServletOps.success(action));
        });
    }

    /** As a stream, and more than once: a patch may be larger than the memory. */
    private static void read(SpooledBody body, RDFChanges to) {
        try (InputStream in = StrictUtf8InputStream.ofText(body.open(), "body", "save the text in UTF-8")) {
            new RDFPatchReaderText(in).apply(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A patch that ends inside a transaction was truncated. */
    private static final class TransactionCheck extends RDFChangesBase {
        private boolean open;

        @Override
        public void txnBegin() {
            open = true;
        }

        @Override
        public void txnCommit() {
            open = false;
        }

        @Override
        public void txnAbort() {
            open = false;
        }

        void check() {
            if (open) {
                throw new InvalidInputException(
                        "the patch ends within a transaction (TX without TC): its end is missing");
            }
        }
    }
}
