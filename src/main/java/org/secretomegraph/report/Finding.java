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
 * An error or warning with its location and remedy.
 *
 * @param rule IRI of the shape or check that reported it
 * @param constraintComponent IRI of the SHACL constraint component that failed; the rule itself for a check outside
 * SHACL
 * @param severity its severity
 * @param place its location
 * @param value the offending value; empty when something is missing
 * @param problem what is wrong, in the words of curators
 * @param remedy how to correct it
 * @param suggestion the value that was probably meant; empty when none can be computed
 * @param reason why the rule exists; empty when the rule does not state it
 * @param result the validation result of SHACL; empty for a check outside SHACL
 */
public record Finding(String rule, String constraintComponent, Severity severity, Location place, Optional<Node> value,
        String problem, String remedy, String suggestion, String reason, Optional<ShaclResult> result) {
    /** The order of reports: by file and cell, else by focus node, the most severe first. */
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

    /** A finding on text that could not become triples: it has a file, a line and a column, but no focus node. */
    public static Finding inText(String rule, Location place, String problem, String remedy) {
        return new Finding(rule, rule, Severity.VIOLATION, place, Optional.empty(), problem, remedy, "", "",
                Optional.empty());
    }

    /**
     * Reads findings that {@link ReportFormat#JSON} wrote. Values become literals, because that format does not keep
     * their kind.
     */
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

    /** A copy with another location. */
    public Finding withLocation(Location other) {
        return new Finding(rule, constraintComponent, severity, other, value, problem, remedy, suggestion, reason,
                result);
    }

    /** A copy with a text as its value. */
    public Finding withValue(String text) {
        return new Finding(rule, constraintComponent, severity, place,
                Optional.of(NodeFactory.createLiteralString(text)), problem,
                remedy, suggestion, reason, result);
    }

    /** A copy with another suggestion. */
    public Finding withSuggestion(String other) {
        return new Finding(rule, constraintComponent, severity, place, value, problem, remedy, other, reason, result);
    }

    /** A copy with the reason of its rule. */
    public Finding withReason(String other) {
        return new Finding(rule, constraintComponent, severity, place, value, problem, remedy, suggestion, other,
                result);
    }

    /** A copy with another problem. */
    public Finding withProblem(String other) {
        return new Finding(rule, constraintComponent, severity, place, value, other, remedy, suggestion, reason,
                result);
    }

    /** A copy with another severity. */
    public Finding withSeverity(Severity other) {
        return new Finding(rule, constraintComponent, other, place, value, problem, remedy, suggestion, reason, result);
    }

    /** The name of the rule without its namespace, as shown to people. */
    public String ruleName() {
        return rule.replaceFirst("^.*[/#]", "");
    }

    /** The offending value as written; empty when something is missing. */
    public String valueText() {
        return value.map(v -> v.isLiteral() ? v.getLiteralLexicalForm() : v.toString()).orElse("");
    }

    /** The remedy, followed by the suggestion as a question. */
    public String advice() {
        return suggestion.isEmpty() ? remedy : remedy + " Did you mean " + suggestion + "?";
    }
}
