package org.secretomegraph.guard;

import static org.secretomegraph.guard.Markup.escaped;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Findings as JUnit's XML: one suite a file, one test case a finding. A finding below the floor passes and is told in its
 * output. When nothing is found there is one case that passes, because build servers take an empty report for a fault.
 */
final class JunitFindings {
    private JunitFindings() {}

    static String suites(Judgement judgement, Severity floor) {
        Map<String, List<Finding>> byFile = judgement.findings().stream().collect(
                Collectors.groupingBy(f -> f.place().file(), LinkedHashMap::new, Collectors.toList()));
        String suites = byFile.entrySet().stream().map(e -> suite(e.getKey(), e.getValue(), floor))
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"secretome\">\n"
                + (suites.isEmpty() ? nothing(judgement) : suites) + "</testsuites>\n";
    }

    private static String nothing(Judgement judgement) {
        return "  <testsuite name=\"findings\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n"
                + "    <testcase classname=\"findings\" name=\"no finding, " + judgement.judged()
                + " nodes checked\"/>\n  </testsuite>\n";
    }

    private static String suite(String file, List<Finding> findings, Severity floor) {
        long failures = findings.stream().filter(f -> f.severity().reaches(floor)).count();
        return "  <testsuite name=\"" + escaped(file) + "\" tests=\"" + findings.size() + "\" failures=\"" + failures
                + "\" errors=\"0\" skipped=\"0\">\n"
                + findings.stream().map(f -> testCase(f, floor)).collect(Collectors.joining())
                + "  </testsuite>\n";
    }

    private static String testCase(Finding f, Severity floor) {
        String text = PlainFindings.text(f, Paint.NONE);
        String body = f.severity().reaches(floor)
                ? "<failure type=\"" + escaped(f.ruleName()) + "\" message=\"" + escaped(f.problem()) + "\">"
                        + escaped(text) + "</failure>"
                : "<system-out>" + escaped(text) + "</system-out>";
        return "    <testcase classname=\"" + escaped(f.place().file()) + "\" name=\""
                + escaped(f.ruleName() + " at " + f.place()) + "\">" + body + "</testcase>\n";
    }
}
