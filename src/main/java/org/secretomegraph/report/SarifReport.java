package org.secretomegraph.report;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** Findings as a SARIF 2.1.0 log (OASIS, 27 March 2020), which code hosts show beside the lines of a file. */
final class SarifReport {
    /** Besides letters and digits what RFC 3986 (section 3.3) lets stand in a path. */
    private static final String PLAIN = "/-._~!$&'()*+,;=:@";
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifReport() {}

    static JsonObject log(ValidationResult judgement) {
        List<String> rules = judgement.findings().stream().map(Finding::rule).distinct().sorted().toList();
        JsonObject driver = new JsonObject();
        driver.put("name", "secretome");
        driver.put("informationUri", "https://w3id.org/scso");
        driver.put("rules", array(rules.stream().map(rule -> SarifRule.of(rule, judgement.findings()))));
        JsonObject run = new JsonObject();
        run.put("tool", object("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put("results", array(judgement.findings().stream().map(f -> result(f, rules))));
        JsonObject log = new JsonObject();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", array(Stream.of(run)));
        return log;
    }

    private static JsonObject result(Finding f, List<String> rules) {
        JsonObject result = new JsonObject();
        result.put("ruleId", f.ruleName());
        result.put("ruleIndex", rules.indexOf(f.rule()));
        result.put("level", SarifRule.level(f.severity()));
        result.put("message", object("text", f.problem() + ". " + f.advice()));
        result.put("locations", array(Stream.of(location(f.place())).filter(place -> !place.isEmpty())));
        result.put("properties", properties(f));
        return result;
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
     * A relative path stays relative, so that the code host finds it in the repository; its colons make no scheme of
     * it.
     */
    private static String uri(String file) {
        String path = file.replace(File.separatorChar, '/');
        StringBuilder out = new StringBuilder(path.matches("[^/]*:.*") ? "./" : "");
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = b > 0 && (Character.isLetterOrDigit(b) || PLAIN.indexOf(b) >= 0);
            out.append(isPlain ? String.valueOf((char) b) : "%%%02X".formatted(b));
        }
        return out.toString();
    }

    static JsonObject object(String name, String value) {
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
}
