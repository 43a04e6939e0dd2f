package org.secretomegraph.importing.trial;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.report.Severity;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/**
 * A study as its JSON says it.
 *
 * @param number which record of its file it is, from 1
 * @param file   the file that holds it, within a folder or archive
 * @param json   the record
 */
record TrialRecord(long number, String file, JsonObject json) {

    /** Something that is given in a study. */
    record Intervention(String name, List<String> otherNames, List<String> arms) {}

    /** A heading of MeSH. */
    record Mesh(String id, String term) {}

    /** The field's text; empty when it is not stated or no text. */
    String text(TrialField field) {
        List<String> all = texts(field);
        return all.isEmpty() ? "" : all.get(0);
    }

    List<String> texts(TrialField field) {
        JsonElement at = at(field);
        return at == null ? List.of() : strings(at);
    }

    private @Nullable JsonElement at(TrialField field) {
        JsonElement at = json;
        for (String name : field.heading().split("\\.")) {
            at = at != null && at.isJsonObject() ? at.getAsJsonObject().get(name) : null;
        }
        return at;
    }

    private static List<String> strings(JsonElement at) {
        if (at.isJsonPrimitive()) {
            return List.of(at.getAsString().strip());
        }
        List<String> all = new ArrayList<>();
        if (at.isJsonArray()) {
            at.getAsJsonArray().forEach(e -> {
                if (e.isJsonPrimitive()) {
                    all.add(e.getAsString().strip());
                }
            });
        }
        return all;
    }

    List<Intervention> interventions() {
        return objects(TrialField.INTERVENTIONS).stream()
                .map(o -> new Intervention(string(o, "name"), list(o, "otherNames"),
                        list(o, "armGroupLabels")))
                .filter(i -> !i.name().isEmpty()).toList();
    }

    /** The labels of the arms that are of this type, such as EXPERIMENTAL. */
    Set<String> arms(String type) {
        Set<String> labels = new LinkedHashSet<>();
        objects(TrialField.ARMS).stream().filter(o -> string(o, "type").equals(type))
                .forEach(o -> labels.add(string(o, "label")));
        return labels;
    }

    List<Mesh> meshes() {
        return objects(TrialField.MESH).stream().map(o -> new Mesh(string(o, "id"), string(o, "term"))).toList();
    }

    private List<JsonObject> objects(TrialField field) {
        JsonElement at = at(field);
        List<JsonObject> all = new ArrayList<>();
        (at != null && at.isJsonArray() ? at.getAsJsonArray() : new JsonArray()).forEach(e -> {
            if (e.isJsonObject()) {
                all.add(e.getAsJsonObject());
            }
        });
        return all;
    }

    private static String string(JsonObject object, String name) {
        JsonElement at = object.get(name);
        return at != null && at.isJsonPrimitive() ? at.getAsString().strip() : "";
    }

    private static List<String> list(JsonObject object, String name) {
        JsonElement at = object.get(name);
        return at == null ? List.of() : strings(at);
    }

    /** Tells what is wrong with each field by itself, and returns whether the record can be used. */
    boolean check(ImportReport findings) {
        boolean good = true;
        for (TrialField field : TrialField.values()) {
            JsonElement at = at(field);
            if (at == null || at.isJsonNull() || at.isJsonArray() && at.getAsJsonArray().isEmpty()) {
                if (field.required()) {
                    report(field, CellError.of(SheetRule.REQUIRED, "the field is missing",
                            "Download the record with all fields: it is "
                                    + field.meaning() + "."),
                            "", findings);
                    good = false;
                }
            } else {
                good &= values(field, findings);
            }
        }
        return good;
    }

    private boolean values(TrialField field, ImportReport findings) {
        for (String value : texts(field)) {
            CellError fault = field.form().check(value).orElse(null);
            if (fault != null && field.isOpen()) {
                findings.tally(fault.rule(), Severity.WARNING, number, field.heading(),
                        "records with a value that is not known"
                                + " here and kept as it is",
                        value, "Nothing needs to be done.");
            } else if (fault != null) {
                report(field, fault, value, findings);
                return false;
            }
        }
        return true;
    }

    private void report(TrialField field, CellError fault, String value, ImportReport findings) {
        findings.field(number, field.heading(), fault, value);
    }
}
