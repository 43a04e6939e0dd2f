package org.secretomegraph.sheet;

import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Place;
import org.secretomegraph.guard.Severity;

/**
 * What is wrong with a cell, before it has a place.
 *
 * @param rule       what it breaks
 * @param severity   how bad it is; the value of a cell with a warning is used all the same
 * @param problem    what is wrong
 * @param remedy     what to do
 * @param suggestion what was probably meant; empty when nothing can be computed
 */
public record Fault(TextRule rule, Severity severity, String problem, String remedy, String suggestion) {

    public static Fault of(TextRule rule, String problem, String remedy) {
        return new Fault(rule, Severity.VIOLATION, problem, remedy, "");
    }

    /** The same, with what was probably meant. */
    public Fault meant(String suggested) {
        return new Fault(rule, severity, problem, remedy, suggested);
    }

    /** The same, as a warning. */
    public Fault asWarning() {
        return new Fault(rule, Severity.WARNING, problem, remedy, suggestion);
    }

    /** The fault at its place, with the value as written; an empty value is none. */
    public Finding at(Place place, String value) {
        Finding finding = Finding.inText(rule.iri(), place, problem, remedy).withSeverity(severity)
                .withSuggestion(suggestion).because(rule.why());
        return value.isEmpty() ? finding : finding.withValue(TextCell.printable(value));
    }
}
