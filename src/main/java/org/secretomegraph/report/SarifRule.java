package org.secretomegraph.report;

import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonObject;

/**
 * A rule as SARIF describes it (reportingDescriptor, section 3.49 of SARIF 2.1.0,
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). GitHub shows {@code shortDescription} and
 * {@code fullDescription} above an alert and {@code help} beside it
 * (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 */
final class SarifRule {
    /** Code hosts cut longer descriptions. */
    private static final int AT_MOST = 1000;

    private SarifRule() {}

    /** @param findings of this rule at least one */
    static JsonObject of(String iri, List<Finding> findings) {
        Finding example = findings.stream().filter(f -> f.rule().equals(iri)).findFirst().orElseThrow();
        String name = name(example.ruleName());
        String why = example.why().isEmpty() ? name + "." : example.why();
        JsonObject rule = new JsonObject();
        rule.put("id", example.ruleName());
        rule.put("shortDescription", text(name));
        rule.put("fullDescription", text(why));
        rule.put("help",
                text(why + " For example, "
                        + (example.place().address().isEmpty() ? "here" : "at " + example.place().address())
                        + ": " + example.problem() + ". " + example.remedy()));
        if (iri.matches("https?://.*")) {
            rule.put("helpUri", iri);
        }
        rule.put("defaultConfiguration", SarifReport.object("level", level(example.severity())));
        return rule;
    }

    static String level(Severity severity) {
        return switch (severity) {
            case VIOLATION -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    /** {@code Claim: subject kind} for {@code Claim-subjectKind}. */
    private static String name(String rule) {
        String words = rule.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replaceFirst("-", ": ");
        int colon = words.indexOf(": ") + 1;
        return words.substring(0, colon) + words.substring(colon).toLowerCase(Locale.ROOT);
    }

    private static JsonObject text(String text) {
        return SarifReport.object("text", VisibleText.text(text, AT_MOST));
    }
}
