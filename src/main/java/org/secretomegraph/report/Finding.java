package org.secretomegraph.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * One thing that is wrong, with its address and its remedy. Every output format prints the same findings.
 *
 * @param rule       IRI of the shape or check that found it
 * @param check      IRI of the SHACL constraint component that failed; the rule itself for a check outside SHACL
 * @param severity   how bad it is
 * @param place      where it is
 * @param value      the offending value; empty when something is missing
 * @param problem    what is wrong, in a curator's words
 * @param remedy     what to do about it
 * @param suggestion what was probably meant; empty when nothing can be computed
 * @param why        why the rule exists; empty when it does not say
 */
public record Finding(String rule, String check, Severity severity, Location place, Optional<Node> value,
        String problem,
        String remedy, String suggestion, String why) {
    /** The order of reports: by file and cell, else by node, the worst first. */
    public static final Comparator<Finding> BY_LOCATION = Comparator
            .comparing((Finding f) -> f.place().file())
            .thenComparing(f -> f.place().line())
            .thenComparing(f -> f.place().letter().length())
            .thenComparing(f -> f.place().letter())
            .thenComparing(f -> f.place().focus())
            .thenComparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(f -> f.place().path())
            .thenComparing(Finding::valueText)
            .thenComparing(Finding::problem);

    /** A finding on text that could not become triples: it has a file, a line and a column, and no focus node. */
    public static Finding inText(String rule, Location place, String problem, String remedy) {
        return new Finding(rule, rule, Severity.VIOLATION, place, Optional.empty(), problem, remedy, "", "");
    }

    /** Findings as {@link ReportFormat#JSON} wrote them. Whether a value was a literal is lost there. */
    public static List<Finding> ofJson(JsonArray findings) {
        return findings.stream().map(JsonValue::getAsObject).map(Finding::ofJson).toList();
    }

    private static Finding ofJson(JsonObject f) {
        Location place = new Location(f.getString("file"), f.get("line").getAsNumber().value().longValue(),
                f.getString("column"), f.getString("letter"),
                f.getString("focus"), f.getString("path"));
        Finding finding = Finding.inText(f.getString("rule"), place, f.getString("problem"), f.getString("remedy"))
                .withSeverity(Severity.valueOf(f.getString("severity").toUpperCase(Locale.ROOT)))
                .withSuggestion(f.getString("suggestion"));
        return f.getString("value").isEmpty() ? finding : finding.withValue(f.getString("value"));
    }

    /** The same, at another place. */
    public Finding at(Location other) {
        return new Finding(rule, check, severity, other, value, problem, remedy, suggestion, why);
    }

    /** The same, on a text that is there. */
    public Finding withValue(String text) {
        return new Finding(rule, check, severity, place, Optional.of(NodeFactory.createLiteralString(text)), problem,
                remedy, suggestion, why);
    }

    /** The same, with what was probably meant. */
    public Finding withSuggestion(String meant) {
        return new Finding(rule, check, severity, place, value, problem, remedy, meant, why);
    }

    /** The same, with the reason of its rule. */
    public Finding because(String reason) {
        return new Finding(rule, check, severity, place, value, problem, remedy, suggestion, reason);
    }

    /** The same, in other words. */
    public Finding withProblem(String other) {
        return new Finding(rule, check, severity, place, value, other, remedy, suggestion, why);
    }

    /** The same, as bad as this. */
    public Finding withSeverity(Severity other) {
        return new Finding(rule, check, other, place, value, problem, remedy, suggestion, why);
    }

    /** Name of the rule without its namespace, as it is shown to people. */
    public String ruleName() {
        return rule.replaceFirst("^.*[/#]", "");
    }

    /** The offending value as written; empty when something is missing. */
    public String valueText() {
        return value.map(v -> v.isLiteral() ? v.getLiteralLexicalForm() : v.toString()).orElse("");
    }

    /** The remedy, and behind it the suggestion as a question. */
    public String advice() {
        return suggestion.isEmpty() ? remedy : remedy + " Did you mean " + suggestion + "?";
    }
}
