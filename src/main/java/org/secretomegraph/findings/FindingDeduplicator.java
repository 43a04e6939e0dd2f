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
 * One finding for one mistake in a sheet. A cell is mended once: of several findings at it the worst is told. Two rows
 * that do not go together are two findings in the graph, each at the other: the later row is told.
 */
final class FindingDeduplicator {
    private FindingDeduplicator() {}

    /** Of two rows that do not go together the later one. @param findings sorted by place */
    static List<Finding> later(List<Finding> findings) {
        Set<List<String>> told = findings.stream().map(f -> List.of(f.rule(), f.place().focus(), f.valueText()))
                .collect(Collectors.toSet());
        Map<List<String>, Long> rows = new HashMap<>();
        findings.forEach(f -> rows.put(List.of(f.rule(), f.place().focus()), f.place().line()));
        return findings.stream().filter(f -> !isToldLater(f, told, rows)).toList();
    }

    /** The worst of each cell. @param findings sorted by place */
    static List<Finding> worst(List<Finding> findings) {
        Map<String, Finding> worst = new HashMap<>();
        findings.forEach(f -> worst.merge(cell(f), f, (a, b) -> b.severity().compareTo(a.severity()) < 0 ? b : a));
        return findings.stream().filter(f -> cell(f).isEmpty() || worst.get(cell(f)) == f).toList();
    }

    /**
     * Without what rests on a cell that is wrong itself: where {@code animal} is the mistake, no species of a host is
     * missing.
     * Of cells that do not go together each may be the wrong one.
     *
     * @param rule the rule of a finding
     */
    static List<Finding> given(List<Finding> findings, Function<Finding, ShapeMetadata> rule) {
        Set<String> broken = findings.stream().filter(f -> f.severity() == Severity.VIOLATION).flatMap(f -> Stream.of(
                Stream.of(f.place().column(), rule.apply(f).column()), rule.apply(f).besides().stream())
                .flatMap(columns -> columns).map(column -> f.place().line() + " " + column))
                .collect(Collectors.toSet());
        return findings.stream().filter(f -> rule.apply(f).given().stream()
                .noneMatch(column -> broken.contains(f.place().line() + " " + column))).toList();
    }

    /** Whether the same rule says of a later row that it does not go with this one. */
    private static boolean isToldLater(Finding f, Set<List<String>> told, Map<List<String>, Long> rows) {
        return told.contains(List.of(f.rule(), f.valueText(), f.place().focus()))
                && rows.getOrDefault(List.of(f.rule(), f.valueText()), 0L) > f.place().line();
    }

    private static String cell(Finding f) {
        Location place = f.place();
        return place.line() == 0 || place.column().isEmpty() ? ""
                : place.line() + " " + place.column() + " " + place.letter();
    }
}
