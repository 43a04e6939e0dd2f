package org.secretomegraph.guard;

import java.io.PrintStream;
import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;

/** How findings are printed. Each format prints the same findings in the same order. */
public enum FindingFormat {
    TEXT, JSON, TURTLE, TSV;

    private static final List<String> COLUMNS = List.of("severity", "file", "line", "column", "focus", "path", "value",
            "rule", "problem", "remedy");

    /** @param floor findings from this severity on make the data refused */
    public void write(Judgement judgement, Severity floor, PrintStream out) {
        switch (this) {
            case TEXT -> judgement.findings().forEach(f -> out.println(text(f)));
            case TSV -> tsv(judgement, out);
            case JSON -> org.apache.jena.atlas.json.JSON.write(out, json(judgement, floor));
            case TURTLE -> RDFDataMgr.write(out, FindingGraph.of(judgement), RDFFormat.TURTLE_PRETTY);
        }
        out.flush();
    }

    /** {@code file:row:column severity about} and below it problem, remedy and rule. */
    static String text(Finding f) {
        Place place = f.place();
        String address = place.file() + (place.line() > 0 ? ":" + place.line() : "")
                + (place.line() > 0 && !place.column().isEmpty() ? ":" + place.column() : "");
        String what = place.path().isEmpty() ? place.column() : Names.shortName(place.path());
        String about = place.focus().isEmpty() ? "" : " " + Names.shortName(place.focus())
                + (what.isEmpty() ? "" : " " + what);
        return address + ": " + f.severity() + about + "\n    " + f.problem() + "\n    -> " + f.remedy()
                + "  [" + f.ruleName() + "]";
    }

    private static void tsv(Judgement judgement, PrintStream out) {
        out.println(String.join("\t", COLUMNS));
        for (Finding f : judgement.findings()) {
            out.println(String.join("\t", cells(f).stream().map(cell -> cell.replaceAll("[\\t\\r\\n]+", " ")).toList()));
        }
    }

    private static JsonObject json(Judgement judgement, Severity floor) {
        JsonObject counts = new JsonObject();
        for (Severity severity : Severity.values()) {
            counts.put(severity.toString(), judgement.count(severity));
        }
        JsonArray findings = new JsonArray();
        for (Finding f : judgement.findings()) {
            List<String> cells = cells(f);
            JsonObject one = new JsonObject();
            for (int i = 0; i < cells.size(); i++) {
                one.put(COLUMNS.get(i), cells.get(i));
            }
            one.put("line", f.place().line());
            findings.add(one);
        }
        JsonObject all = new JsonObject();
        all.put("conforms", judgement.passes(floor));
        all.put("judged", judgement.judged());
        all.put("counts", counts);
        all.put("findings", findings);
        return all;
    }

    private static List<String> cells(Finding f) {
        Place place = f.place();
        return List.of(f.severity().toString(), place.file(), place.line() > 0 ? Long.toString(place.line()) : "",
                place.column(), place.focus(), place.path(), f.valueText(), f.rule(), f.problem(), f.remedy());
    }
}
