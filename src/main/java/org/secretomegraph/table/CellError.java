package org.secretomegraph.table;

import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.report.Severity;

/**
 * What is wrong with a cell, before it has a place.
 *
 * @param rule       what it breaks
 * @param severity   how bad it is; the value of a cell with a warning is used all the same
 * @param problem    what is wrong
 * @param remedy     what to do
 * @param suggestion what was probably meant; empty when nothing can be computed
 */
public record CellError(TextCheck rule, Severity severity, String problem, String remedy, String suggestion) {

    public static CellError of(TextCheck rule, String problem, String remedy) {
        return new CellError(rule, Severity.VIOLATION, problem, remedy, "");
    }

    /** The same, with what was probably meant. */
    public CellError withSuggestion(String suggested) {
        return new CellError(rule, severity, problem, remedy, suggested);
    }

    /** The same, as a warning. */
    public CellError asWarning() {
        return new CellError(rule, Severity.WARNING, problem, remedy, suggestion);
    }

    /** The fault at its place, with the value as written; an empty value is none. */
    public Finding toFinding(Location place, String value) {
        Finding finding = Finding.inText(rule.iri(), place, problem, remedy).withSeverity(severity)
                .withSuggestion(suggestion).withReason(rule.why());
        return value.isEmpty() ? finding : finding.withValue(RawCell.printable(value));
    }
}
