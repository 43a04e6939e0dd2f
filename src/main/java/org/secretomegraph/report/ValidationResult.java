package org.secretomegraph.report;

import java.util.List;

/**
 * What the rules say of a proposal.
 *
 * @param findings what is wrong, sorted by place
 * @param judged   how many nodes a shape looked at
 */
public record ValidationResult(List<Finding> findings, int judged) {

    /** Findings from several sources, in the order of their places. */
    public static ValidationResult sorted(List<Finding> findings, int judged) {
        return new ValidationResult(findings.stream().sorted(Finding.BY_LOCATION).toList(), judged);
    }

    /** How many findings have this severity. */
    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    /** Whether nothing is as bad as the floor. */
    public boolean passes(Severity floor) {
        return findings.stream().noneMatch(f -> f.severity().reaches(floor));
    }
}
