package org.secretomegraph.importing.record;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;

/**
 * What reading a file came to, and how many triples it said.
 *
 * @param reading what reading came to
 * @param triples how many triples were handed on
 */
public record ImportCounts(Importer.Reading reading, long triples) {

    public static ImportCounts read(Importer importer, Consumer<Triple> out) {
        LongAdder count = new LongAdder();
        Importer.Reading reading = importer.read(t -> {
            count.increment();
            out.accept(t);
        });
        return new ImportCounts(reading, count.sum());
    }

    /** Whether what reading found is bad enough to refuse it before it is judged. */
    public boolean isRefused(Severity floor) {
        return reading.findings().stream().anyMatch(f -> f.severity().isAtLeast(floor));
    }

    public ImportResult outcome(boolean accepted, List<Finding> findings) {
        return new ImportResult(accepted, reading,
                ValidationResult.sorted(findings, (int) Math.min(Integer.MAX_VALUE, triples)),
                triples);
    }
}
