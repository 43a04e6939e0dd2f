package org.secretomegraph.report;

import java.util.List;

/**
 * The result of a validation.
 *
 * @param findings sorted by location
 * @param checked the number of focus nodes that were validated
 */
public record ValidationResult(List<Finding> findings, int checked) {

    /** A result with the findings sorted by location. */
    public static ValidationResult sorted(List<Finding> findings, int checked) {
        return new ValidationResult(findings.stream().sorted(Finding.BY_LOCATION).toList(), checked);
    }

    /** The number of findings of this severity. */
    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    /** Whether no finding is as severe as {@code failOn} or more. */
    public boolean passes(Severity failOn) {
        return findings.stream().noneMatch(f -> f.severity().isAtLeast(failOn));
    }
}
