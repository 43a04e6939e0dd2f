package org.secretomegraph.report;

import static org.secretomegraph.report.XmlEscaper.escaped;
import static org.secretomegraph.report.XmlEscaper.visible;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes findings as JUnit XML: one suite for each file, one test case for each finding. A finding below the threshold
 * passes and is printed in the output of its suite. Without findings there is one test case that passes, because build
 * servers take an empty report for an error.
 *
 * <p>There is no standard. The elements, their order and their attributes are those that both the schema of Ant's
 * reports (<a href="https://github.com/windyroad/JUnit-Schema">windyroad/JUnit-Schema</a>) and that of Jenkins accept.
 * Names differ within a suite, since <a href="https://docs.gitlab.com/ci/testing/unit_test_reports">GitLab</a> keeps
 * the first case of a name and drops the others.
 */
public final class JunitReport {
    /**
     * With seconds, which the schema of Ant requires and {@code LocalDateTime.toString} leaves out when they are 00.
     */
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final ValidationResult result;
    private final Severity failOn;
    private final String now;
    private int suites;

    private JunitReport(ValidationResult result, Severity failOn, LocalDateTime now) {
        this.result = result;
        this.failOn = failOn;
        this.now = TIMESTAMP.format(now);
    }

    static String suites(ValidationResult result, Severity failOn) {
        return suites(result, failOn, LocalDateTime.now(Clock.systemUTC()));
    }

    /** @param now the time of the validation, in UTC */
    static String suites(ValidationResult result, Severity failOn, LocalDateTime now) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
                + new JunitReport(result, failOn, now).suites()
                + "</testsuites>\n";
    }

    private String suites() {
        Map<String, List<Finding>> byFile = result.findings().stream().collect(
                Collectors.groupingBy(f -> suiteOf(f.place().file()), LinkedHashMap::new, Collectors.toList()));
        return byFile.isEmpty() ? emptySuite() : byFile.entrySet().stream().map(e -> suite(e.getKey(), e.getValue()))
                .collect(Collectors.joining());
    }

    /** The name of a suite, which must not be empty; the data may have come without a file. */
    private static String suiteOf(String file) {
        return file.isBlank() ? "findings" : VisibleText.text(file);
    }

    private String emptySuite() {
        return suite("findings", 1, 0, testCase("findings", "no finding", "/>\n"), "");
    }

    private String suite(String file, List<Finding> findings) {
        Map<String, Integer> names = new HashMap<>();
        StringBuilder cases = new StringBuilder();
        StringBuilder passed = new StringBuilder();
        int failures = 0;
        for (Finding f : findings) {
            String name = f.ruleName() + " at " + f.place();
            int occurrence = names.merge(name, 1, Integer::sum);
            String text = TextReport.text(f, AnsiColour.NONE);
            boolean fails = f.severity().isAtLeast(failOn);
            cases.append(
                    testCase(file, occurrence == 1 ? name : name + " (" + occurrence + ")",
                            fails ? ">" + failure(f, text) : "/>\n"));
            passed.append(fails ? "" : escaped(text) + "\n");
            failures += fails ? 1 : 0;
        }
        return suite(file, findings.size(), failures, cases.toString(), passed.toString());
    }

    private String suite(String name, int tests, int failures, String cases, String out) {
        return "  <testsuite id=\"" + suites++ + "\" package=\"secretome\" name=\"" + escaped(name) + "\" timestamp=\""
                + now
                + "\" hostname=\"localhost\" tests=\"" + tests + "\" failures=\"" + failures
                + "\" errors=\"0\" skipped=\"0\" time=\"0\">\n    <properties><property name=\"nodes checked\" value=\""
                + result.checked() + "\"/></properties>\n" + cases + "    <system-out>" + out
                + "</system-out>\n    <system-err></system-err>\n  </testsuite>\n";
    }

    private static String testCase(String file, String name, String rest) {
        return "    <testcase classname=\"" + escaped(file) + "\" name=\"" + visible(name) + "\" time=\"0\"" + rest;
    }

    private static String failure(Finding f, String text) {
        return "<failure type=\"" + escaped(f.ruleName()) + "\" message=\"" + visible(f.problem()) + "\">"
                + escaped(text) + "</failure></testcase>\n";
    }
}
