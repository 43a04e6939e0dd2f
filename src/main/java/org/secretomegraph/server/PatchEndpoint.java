package org.secretomegraph.server;

import java.io.IOException;
import java.io.InputStream;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.PatchApply;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.guard.Change;
import org.secretomegraph.server.WriteRoad.Proposal;

/** RDF Patch on the dataset, by PATCH or POST. Fuseki checks the request's form. */
final class PatchEndpoint extends PatchApply {
    private final WriteRoad road;

    PatchEndpoint(WriteRoad road) {
        this.road = road;
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
        road.walk(action, () -> {
            RDFPatch patch = read(action);
            WholeTransactions transactions = new WholeTransactions();
            patch.apply(transactions);
            transactions.check();
            return new Proposal(Change.ofPatch(patch), verdict -> ServletOps.success(action));
        });
    }

    private RDFPatch read(HttpAction action) throws IOException {
        try (WriteBody body = road.receive(action); InputStream in = body.open()) {
            return RDFPatchOps.read(in);
        }
    }

    /** A patch that ends inside a transaction has lost its end on the way. */
    private static final class WholeTransactions extends RDFChangesBase {
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
                throw new BadInput("the patch ends within a transaction (TX without TC): its end is missing");
            }
        }
    }
}
