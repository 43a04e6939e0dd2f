package org.secretomegraph.report;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** Writes findings as TSV or JSON: the columns of the one are the members of the other. */
final class TsvJsonReport {
    private static final List<String> COLUMNS = List.of("severity", "file", "line", "column", "focus", "path", "value",
            "rule", "problem", "remedy", "suggestion", "letter", "cell");

    private TsvJsonReport() {}

    static void tsv(ValidationResult result, PrintStream out) {
        out.print(String.join("\t", COLUMNS) + "\n");
        for (Finding f : result.findings()) {
            out.print(String.join("\t", cells(f).stream().map(VisibleText::line).toList())
                    + "\n");
        }
    }

    static JsonObject json(ValidationResult result, Severity failOn) {
        JsonObject counts = new JsonObject();
        for (Severity severity : Severity.values()) {
            counts.put(severity.toString(), result.count(severity));
        }
        JsonArray findings = new JsonArray();
        for (Finding f : result.findings()) {
            List<String> cells = cells(f);
            JsonObject one = new JsonObject();
            for (int i = 0; i < cells.size(); i++) {
                one.put(COLUMNS.get(i), cells.get(i));
            }
            one.put("line", f.place().line());
            f.result().ifPresent(r -> one.put("result", r.json()));
            findings.add(one);
        }
        JsonObject all = new JsonObject();
        all.put("conforms", result.passes(failOn));
        all.put("judged", result.checked());
        all.put("counts", counts);
        all.put("findings", findings);
        return all;
    }

    private static List<String> cells(Finding f) {
        Location place = f.place();
        return List.of(f.severity().toString(), place.file(), place.line() > 0 ? Long.toString(place.line()) : "",
                place.column(), place.focus(), place.path(), f.valueText(), f.rule(), f.problem(), f.remedy(),
                f.suggestion(), place.letter(), place.cell());
    }

    static void write(OutputStream out, JsonObject json) {
        JSON.write(out, json);
    }
}
