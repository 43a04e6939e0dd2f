package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.DynamicTest;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.RdfSource;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.vocab.RuleIris;

/**
 * Cases of rules, without a manifest: {@code <root>/<Rule>/<kind>-<why>.ttl}. The folder names the rule, the file name
 * says what to expect: {@code valid} yields no finding at all, {@code invalid}, {@code warning} and {@code info} yield
 * findings of that rule, of no other, and of that severity.
 */
record RuleCases(Path root, ShapeLibrary rules, Graph believed) {

    List<DynamicTest> tests() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files()) {
            String rule = RuleIris.NS + file.getParent().getFileName();
            String kind = file.getFileName().toString().replaceFirst("-.*", "");
            tests.add(DynamicTest.dynamicTest(root.relativize(file).toString(), file.toUri(),
                    () -> run(file, rule, kind)));
        }
        return tests;
    }

    /** What is missing from the folders, or has no rule: silence is not success. */
    List<String> gaps() throws IOException {
        Set<String> seen = files().stream().map(f -> f.getParent().getFileName() + " "
                + f.getFileName().toString().replaceFirst("-.*", "")).collect(Collectors.toSet());
        List<String> gaps = new ArrayList<>();
        Set<String> expected = new TreeSet<>();
        rules.severities().forEach((rule, severity) -> {
            String name = rule.substring(RuleIris.NS.length());
            expected.add(name + " valid");
            expected.add(name + " " + kind(severity));
        });
        expected.stream().filter(e -> !seen.contains(e)).forEach(e -> gaps.add("no case: " + e));
        seen.stream().filter(s -> !expected.contains(s)).sorted()
                .forEach(s -> gaps.add("no such rule or severity: " + s));
        return gaps;
    }

    /** Findings at what the file only names, such as a publication that it does not describe, belong to other rules. */
    private void run(Path file, String rule, String kind) {
        Graph triples = RdfSource.triples(file);
        List<Finding> findings = new Validator(rules)
                .validate(believed, List.of(CandidateData.ofFile(file.toString(), triples))).findings().stream()
                .filter(f -> triples.contains(f.result().orElseThrow().focus(), Node.ANY, Node.ANY)).toList();
        Set<String> expected = kind.equals("valid") ? Set.of() : Set.of(rule + " " + kind);
        Set<String> found = findings.stream().map(f -> f.rule() + " " + kind(f.severity()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, found, () -> findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String kind(Severity severity) {
        return severity == Severity.VIOLATION ? "invalid" : severity.toString();
    }
}
