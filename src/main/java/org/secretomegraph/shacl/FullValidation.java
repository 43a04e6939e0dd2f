package org.secretomegraph.shacl;

import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.validation.ReportEntry;

/**
 * The SHACL validation report (<a href="https://www.w3.org/TR/shacl/#validation-report">section 3.6</a>) of a whole
 * graph by any shapes, made on all processors.
 */
public final class FullValidation {
    private FullValidation() {}

    /**
     * @param data a graph that does not change meanwhile; a graph of a dataset is read in the transaction of the
     * caller
     */
    public static ValidationReport of(Shapes shapes, Graph data) {
        return of(shapes, data, Runtime.getRuntime().availableProcessors());
    }

    /** @param threads the number of threads, at least one */
    public static ValidationReport of(Shapes shapes, Graph data, int threads) {
        ValidationReport.Builder report = ValidationReport.create();
        report.addPrefixes(data.getPrefixMapping());
        report.addPrefixes(shapes.getGraph().getPrefixMapping());
        new ParallelValidator(shapes, new WorkSharing(threads)).entries(data)
                .forEach(entry -> report.addReportEntry(standard(entry)));
        return report.build();
    }

    /** {@code sh:uniqueLang} concerns a language (section 4.4.5), not the one of its values that Jena names. */
    private static ReportEntry standard(ReportEntry entry) {
        return entry.constraint() instanceof UniqueLangConstraint ? entry.value(null) : entry;
    }
}
