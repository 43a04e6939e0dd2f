package org.secretomegraph.curation;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.graph.BadSyntax;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A claim sheet as read: the YAML header (lines beginning with {@code #}) and the rows below the heading line.
 *
 * @param file   the sheet
 * @param header title, description, curator, licence, date, prefixes
 * @param rows   the claims, in order
 */
record ClaimSheet(Path file, Map<String, Object> header, List<ClaimRow> rows) {

    /** @throws BadSyntax when the text is not a sheet: no heading line, an unknown column, a row too long */
    static ClaimSheet read(Path file) {
        StringBuilder yaml = new StringBuilder();
        List<ClaimRow> rows = new ArrayList<>();
        List<ClaimColumn> columns = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder().fieldSeparator('\t').quoteCharacter('\0')
                .commentStrategy(CommentStrategy.READ).skipEmptyLines(true)
                .ofCsvRecord(Files.newBufferedReader(file))) {
            for (CsvRecord line : records) {
                if (line.isComment()) {
                    yaml.append(line.getField(0).replaceFirst("^ ", "")).append('\n');
                } else if (columns.isEmpty()) {
                    columns.addAll(heading(file, line));
                } else {
                    rows.add(row(file, columns, line));
                }
            }
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw new BadInput(file + ": no such file, or it may not be read", e);
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new BadSyntax(file.toString(), 0, 0, "is no text in UTF-8 with tabs between its cells", e);
        }
        if (columns.isEmpty()) {
            throw bad(file, 0, "no line of column names; the first line without # must hold them");
        }
        return new ClaimSheet(file, header(file, yaml.toString()), rows);
    }

    /** A header entry as text; empty when the header does not state it. */
    Optional<String> stated(String entry) {
        return Optional.ofNullable(header.get(entry)).map(String::valueOf);
    }

    private static BadSyntax bad(Path file, long line, String problem) {
        return new BadSyntax(file.toString(), line, 0, problem, null);
    }

    private static List<ClaimColumn> heading(Path file, CsvRecord line) {
        return line.getFields().stream().map(name -> ClaimColumn.named(name.strip()).orElseThrow(() -> bad(
                file, line.getStartingLineNumber(), "unknown column '" + name + "'; known are "
                        + String.join(", ", java.util.Arrays.stream(ClaimColumn.values())
                                .map(ClaimColumn::heading).toList())))).toList();
    }

    private static ClaimRow row(Path file, List<ClaimColumn> columns, CsvRecord line) {
        if (line.getFieldCount() > columns.size()) {
            throw bad(file, line.getStartingLineNumber(), line.getFieldCount()
                    + " cells under " + columns.size() + " columns; a tab too many?");
        }
        Map<ClaimColumn, String> cells = new EnumMap<>(ClaimColumn.class);
        for (int i = 0; i < line.getFieldCount(); i++) {
            cells.put(columns.get(i), line.getField(i).strip());
        }
        return new ClaimRow(line.getStartingLineNumber(), cells);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> header(Path file, String yaml) {
        Object read;
        try {
            read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        } catch (YamlEngineException e) {
            throw new BadSyntax(file.toString(), 1, 0, "the lines with # are no YAML: "
                    + e.getMessage().replaceAll("\\s+", " "), e);
        }
        if (read == null) {
            return Map.of();
        }
        if (read instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw bad(file, 1, "the lines with # must be a YAML block of 'name: value' lines");
    }
}
