package org.secretomegraph.release.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A format's own words, as its published model has them, and tables cut into cells. */
final class ExportNames {
    private ExportNames() {}

    static List<String[]> rows(String file) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/export", file)).stream()
                    .filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Set<String>> byKind(String file) {
        Map<String, Set<String>> all = new HashMap<>();
        rows(file).forEach(row -> all.computeIfAbsent(row[0], kind -> new HashSet<>()).add(row[1]));
        return all;
    }

    /** The rows of a TSV text by its heading; a row that is too short or too long fails. */
    static List<Map<String, String>> table(String text) {
        List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
        String[] heading = lines.get(0).split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length != heading.length) {
                throw new AssertionError(cells.length + " cells, not " + heading.length + ": " + line);
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(heading[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
