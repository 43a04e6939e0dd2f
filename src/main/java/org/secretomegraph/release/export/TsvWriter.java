package org.secretomegraph.release.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A table with a heading line. A cell holds no tab and no line break, and an empty cell is an empty text. */
final class TsvWriter {
    private final List<String> columns;
    private final List<String> lines = new ArrayList<>();

    TsvWriter(List<String> columns) {
        this.columns = columns;
    }

    /** A row by column names; columns that it lacks stay empty. */
    void add(Map<String, String> row) {
        if (!columns.containsAll(row.keySet())) {
            throw new IllegalArgumentException("no such column: " + row.keySet());
        }
        lines.add(String.join("\t", columns.stream().map(c -> cell(row.getOrDefault(c, ""))).toList()));
    }

    /** The heading and the rows in their order of text, so that the order of reading never shows. */
    String sorted() {
        StringBuilder text = new StringBuilder(String.join("\t", columns)).append('\n');
        lines.stream().sorted().forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    int size() {
        return lines.size();
    }

    static String cell(String value) {
        return value.replaceAll("\\s+", " ").strip();
    }

    /** Several values in one cell; a bar within a value would part it. */
    static String several(Collection<String> values) {
        return String.join("|", new TreeSet<>(values.stream().map(v -> cell(v).replace('|', '/')).toList()));
    }
}
