package org.secretomegraph.report;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * Writes findings as a SARIF 2.1.0 log (OASIS, 27 March 2020,
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), which code hosts show at the lines of a file.
 */
final class SarifReport {
    /** The characters that RFC 3986 (section 3.3) allows in a path besides letters and digits. */
    private static final String PATH_CHARACTERS = "/-._~!$&'()*+,;=:@";
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** Code hosts cut longer descriptions. */
    private static final int MAX_DESCRIPTION = 1000;

    private SarifReport() {}

    static JsonObject log(ValidationResult result) {
        List<String> rules = result.findings().stream().map(Finding::rule).distinct().sorted().toList();
        JsonObject driver = new JsonObject();
        driver.put("name", "secretome");
        driver.put("informationUri", "https://w3id.org/scso");
        driver.put("rules", array(rules.stream().map(rule -> descriptor(rule, result.findings()))));
        JsonObject run = new JsonObject();
        run.put("tool", object("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put("results", array(result.findings().stream().map(f -> result(f, rules))));
        JsonObject log = new JsonObject();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", array(Stream.of(run)));
        return log;
    }

    private static JsonObject result(Finding f, List<String> rules) {
        JsonObject object = new JsonObject();
        object.put("ruleId", f.ruleName());
        object.put("ruleIndex", rules.indexOf(f.rule()));
        object.put("level", level(f.severity()));
        object.put("message", object("text", f.problem() + ". " + f.advice()));
        object.put("locations", array(Stream.of(location(f.place())).filter(place -> !place.isEmpty())));
        object.put("properties", properties(f));
        return object;
    }

    private static JsonObject location(Location place) {
        JsonObject location = new JsonObject();
        if (!place.file().isEmpty()) {
            location.put("physicalLocation", physical(place));
        }
        String name = (place.cell() + " " + place.column() + " " + place.focus() + " " + place.path())
                .replaceAll(" +", " ").strip();
        if (!name.isEmpty()) {
            location.put("logicalLocations", array(Stream.of(object("fullyQualifiedName", name))));
        }
        return location;
    }

    private static JsonObject physical(Location place) {
        JsonObject physical = new JsonObject();
        physical.put("artifactLocation", object("uri", uri(place.file())));
        if (place.line() > 0) {
            physical.put("region", region(place));
        }
        return physical;
    }

    private static JsonObject region(Location place) {
        JsonObject region = new JsonObject();
        region.put("startLine", place.line());
        if (place.column().matches("[1-9][0-9]{0,8}")) {
            region.put("startColumn", Long.parseLong(place.column()));
        }
        return region;
    }

    private static JsonObject properties(Finding f) {
        JsonObject all = new JsonObject();
        all.put("cell", f.place().cell());
        all.put("column", f.place().column());
        all.put("value", f.valueText());
        all.put("suggestion", f.suggestion());
        all.put("rule", f.rule());
        return all;
    }

    /**
     * The file as a URI. A relative path stays relative, so that the code host finds it in the repository; a colon in
     * it does not make a scheme.
     */
    private static String uri(String file) {
        String path = file.replace(File.separatorChar, '/');
        StringBuilder out = new StringBuilder(path.matches("[^/]*:.*") ? "./" : "");
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean isPathCharacter = b > 0 && (Character.isLetterOrDigit(b) || PATH_CHARACTERS.indexOf(b) >= 0);
            out.append(isPathCharacter ? String.valueOf((char) b) : "%%%02X".formatted(b));
        }
        return out.toString();
    }

    private static JsonObject object(String name, String value) {
        JsonObject one = new JsonObject();
        one.put(name, value);
        return one;
    }

    private static JsonObject object(String name, JsonObject value) {
        JsonObject one = new JsonObject();
        one.put(name, value);
        return one;
    }

    private static JsonArray array(Stream<JsonObject> all) {
        JsonArray array = new JsonArray();
        all.forEach(array::add);
        return array;
    }

    /**
     * A rule as a reportingDescriptor (section 3.49). GitHub shows {@code shortDescription} and {@code
     * fullDescription} above an alert and {@code help} beside it
     * (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
     *
     * @param findings at least one of this rule
     */
    private static JsonObject descriptor(String iri, List<Finding> findings) {
        Finding example = findings.stream().filter(f -> f.rule().equals(iri)).findFirst().orElseThrow();
        String name = name(example.ruleName());
        String reason = example.reason().isEmpty() ? name + "." : example.reason();
        JsonObject rule = new JsonObject();
        rule.put("id", example.ruleName());
        rule.put("shortDescription", text(name));
        rule.put("fullDescription", text(reason));
        rule.put("help",
                text(reason + " For example, "
                        + (example.place().address().isEmpty() ? "here" : "at " + example.place().address())
                        + ": " + example.problem() + ". " + example.remedy()));
        if (iri.matches("https?://.*")) {
            rule.put("helpUri", iri);
        }
        rule.put("defaultConfiguration", object("level", level(example.severity())));
        return rule;
    }

    private static String level(Severity severity) {
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
        return object("text", VisibleText.text(text, MAX_DESCRIPTION));
    }
}
