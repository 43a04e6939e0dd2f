package org.secretomegraph.importing;

import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.importing.record.BufferedImport;
import org.secretomegraph.importing.record.ImportResult;
import org.secretomegraph.importing.record.Importer;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;

/**
 * The bundled graph, which a file can be laid over for judging and which cannot be written.
 *
 * @param scratch a store with the bundled graph that is thrown away afterwards, for a file that is too large for the
 * memory
 */
public record BundledImportTarget(Snapshot bundled, Validator rules, Severity floor, Supplier<ImportTarget> scratch)
        implements ImportTarget {

    @Override
    public Graph believed() {
        return bundled.union();
    }

    @Override
    public ImportResult write(Importer intake) {
        throw new InvalidInputException(
                "the bundled graph cannot be written: name a store with --into or a file with --out, or ask with"
                        + " --dry-run");
    }

    @Override
    public ImportResult tryOut(Importer intake) {
        BufferedImport read = BufferedImport.of(intake, BufferedImport.SMALL);
        if (read.counted().isRefused(floor)) {
            return read.counted().outcome(false, read.counted().reading().findings());
        }
        return read.proposed().map(said -> {
            ValidationResult judgement = rules.validate(bundled.union(), List.of(said));
            return new ImportResult(judgement.passes(floor), read.counted().reading(), judgement,
                    read.counted().triples());
        }).orElseGet(() -> {
            try (ImportTarget store = scratch.get()) {
                return store.tryOut(intake);
            }
        });
    }

    @Override
    public void close() {}
}
