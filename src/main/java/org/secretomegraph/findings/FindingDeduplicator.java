package org.secretomegraph.findings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.report.Severity;
import org.secretomegraph.shacl.ShapeMetadata;

/**
 * Reduces the findings on a table to one for each mistake: of several findings on a cell the most severe is kept, and
 * of two findings on two conflicting rows the one on the later row.
 */
final class FindingDeduplicator {
    private FindingDeduplicator() {}

    /**
     * Of two findings on two conflicting rows, each with the other as its value, the one on the later row. @param
     * findings sorted by location
     */
    static List<Finding> atLaterRow(List<Finding> findings) {
        Set<List<String>> conflicts = findings.stream().map(f -> List.of(f.rule(), f.place().focus(), f.valueText()))
                .collect(Collectors.toSet());
        Map<List<String>, Long> rows = new HashMap<>();
        findings.forEach(f -> rows.put(List.of(f.rule(), f.place().focus()), f.place().line()));
        return findings.stream().filter(f -> !isReportedLater(f, conflicts, rows)).toList();
    }

    /** The most severe finding of each cell. @param findings sorted by location */
    static List<Finding> worstOfEachCell(List<Finding> findings) {
        Map<String, Finding> worst = new HashMap<>();
        findings.forEach(f -> worst.merge(cell(f), f, (a, b) -> b.severity().compareTo(a.severity()) < 0 ? b : a));
        return findings.stream().filter(f -> cell(f).isEmpty() || worst.get(cell(f)) == f).toList();
    }

    /**
     * Drops findings that follow from a wrong cell: where {@code animal} is wrong, a missing host species is not a
     * mistake of its own. Of inconsistent cells each counts as wrong.
     *
     * @param metadata the rule of a finding
     */
    static List<Finding> withoutConsequences(List<Finding> findings, Function<Finding, ShapeMetadata> metadata) {
        Set<String> broken = findings.stream().filter(f -> f.severity() == Severity.VIOLATION).flatMap(f -> Stream.of(
                Stream.of(f.place().column(), metadata.apply(f).column()), metadata.apply(f).besides().stream())
                .flatMap(columns -> columns).map(column -> f.place().line() + " " + column))
                .collect(Collectors.toSet());
        return findings.stream().filter(f -> metadata.apply(f).given().stream()
                .noneMatch(column -> broken.contains(f.place().line() + " " + column))).toList();
    }

    /** Whether the same rule reports the conflict at the later row as well. */
    private static boolean isReportedLater(Finding f, Set<List<String>> conflicts, Map<List<String>, Long> rows) {
        return conflicts.contains(List.of(f.rule(), f.valueText(), f.place().focus()))
                && rows.getOrDefault(List.of(f.rule(), f.valueText()), 0L) > f.place().line();
    }

    private static String cell(Finding f) {
        Location place = f.place();
        return place.line() == 0 || place.column().isEmpty() ? ""
                : place.line() + " " + place.column() + " " + place.letter();
    }
}
