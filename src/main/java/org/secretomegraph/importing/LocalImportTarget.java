package org.secretomegraph.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.guard.Change;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.guard.Verdict;
import org.secretomegraph.importing.record.ImportCounts;
import org.secretomegraph.importing.record.ImportResult;
import org.secretomegraph.importing.record.Importer;
import org.secretomegraph.report.Severity;

/**
 * A store of our own, written through the guard: one file is one change, made whole or not at all. The file goes into
 * the
 * store's transaction as it is read, so that it may be larger than the memory; a fault in its last row undoes it all.
 *
 * @param floor findings from this severity on refuse a file
 */
public record LocalImportTarget(GraphStore store, Guard guard, Severity floor) implements ImportTarget {

    /** A copy: the store's own graphs can only be read within a transaction. */
    @Override
    public Graph believed() {
        return store.read(dataset -> {
            Graph copy = GraphFactory.createDefaultGraph();
            dataset.listGraphNodes().forEachRemaining(name -> {
                if (!NamedGraphs.isImported(name)) {
                    dataset.getGraph(name).find().forEachRemaining(copy::add);
                }
            });
            return copy;
        });
    }

    @Override
    public ImportResult write(Importer intake) {
        return put(intake, guard::propose);
    }

    @Override
    public ImportResult tryOut(Importer intake) {
        return put(intake, guard::dryRun);
    }

    private ImportResult put(Importer intake, Function<Change, Verdict> road) {
        List<ImportCounts> read = new ArrayList<>();
        try {
            Verdict verdict = road.apply(Change.ofTable(intake.graph(), intake.name(), intake.layout(), out -> {
                read.clear();
                read.add(ImportCounts.read(intake, out));
                if (read.get(0).isRefused(floor)) {
                    throw new Refused();
                }
                return read.get(0).reading().findings();
            }));
            return read.get(0).outcome(verdict instanceof Verdict.Accepted, verdict.added());
        } catch (Refused e) {
            return read.get(0).outcome(false, read.get(0).reading().findings());
        }
    }

    /** The file is bad as a text: what it says need not be judged. Undoes what was written of it. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super(null, null, false, false);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
