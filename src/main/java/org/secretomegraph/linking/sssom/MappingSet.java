package org.secretomegraph.linking.sssom;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.Messages;
import org.secretomegraph.io.SyntaxException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A mapping set as read from SSSOM/TSV in embedded mode (https://github.com/mapping-commons/sssom,
 * src/docs/spec-formats-tsv.md).
 *
 * @param file     the file
 * @param prefixes the set's prefixes and those that SSSOM builds in
 * @param slots    slots of the set; what SSSOM does not know is left out, as its readers must
 * @param rows     the mappings
 */
public record MappingSet(Path file, Map<String, String> prefixes, Map<String, List<String>> slots, List<Row> rows) {
    private static final Map<String, String> BUILT_IN = Map.of(
            "owl", "http://www.w3.org/2002/07/owl#", "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "rdfs", "http://www.w3.org/2000/01/rdf-schema#", "semapv", "https://w3id.org/semapv/vocab/",
            "skos", "http://www.w3.org/2004/02/skos/core#", "sssom", "https://w3id.org/sssom/",
            "xsd", "http://www.w3.org/2001/XMLSchema#", "linkml", "https://w3id.org/linkml/");

    /** A mapping: its line and its cells by column; empty cells are absent. */
    record Row(long line, Map<String, String> cells) {}

    /** @throws InvalidInputException when the text is no SSSOM/TSV */
    static MappingSet read(Path file) {
        StringBuilder yaml = new StringBuilder();
        List<Row> rows = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder().fieldSeparator('\t').quoteCharacter('"')
                .commentStrategy(CommentStrategy.READ).skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(Files.newBufferedReader(file))) {
            for (CsvRecord line : records) {
                if (line.isComment()) {
                    yaml.append(line.getField(0)).append('\n');
                } else if (columns.isEmpty()) {
                    columns.addAll(line.getFields());
                } else {
                    rows.add(row(columns, line, file));
                }
            }
        } catch (IOException | CsvParseException e) {
            throw new InvalidInputException(file + ": no such file, or no SSSOM in UTF-8 with tabs between its cells",
                    e);
        }
        Map<?, ?> header = header(file, yaml.toString());
        return new MappingSet(file, prefixes(header), known(header), List.copyOf(rows));
    }

    /**
     * The prefixes of a set: those of its {@code curie_map}, and those that SSSOM builds in.
     *
     * @param yaml the lines of the header without their {@code #}
     */
    public static Map<String, String> prefixes(Path file, String yaml) {
        return prefixes(header(file, yaml));
    }

    private static Map<String, String> prefixes(Map<?, ?> header) {
        Map<String, String> prefixes = new TreeMap<>(BUILT_IN);
        if (header.get("curie_map") instanceof Map<?, ?> own) {
            own.forEach((prefix, iri) -> prefixes.put(String.valueOf(prefix), String.valueOf(iri)));
        }
        return Map.copyOf(prefixes);
    }

    private static Row row(List<String> columns, CsvRecord line, Path file) {
        if (line.getFieldCount() > columns.size()) {
            throw new SyntaxException(file.toString(), line.getStartingLineNumber(), 0,
                    line.getFieldCount() + " cells under "
                            + columns.size() + " columns; a tab too many?");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < line.getFieldCount(); i++) {
            if (!line.getField(i).isEmpty()) {
                cells.put(columns.get(i), line.getField(i));
            }
        }
        return new Row(line.getStartingLineNumber(), cells);
    }

    /** The YAML block; every scalar stays the text that it is, so that a version 1.1 is no number. */
    private static Map<?, ?> header(Path file, String yaml) {
        try {
            Object read = new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build()).loadFromString(yaml);
            if (read instanceof Map<?, ?> map) {
                return map;
            }
            throw new SyntaxException(file.toString(), 1, 0,
                    "does not begin with a YAML block of 'slot: value' lines after #");
        } catch (YamlEngineException e) {
            throw new SyntaxException(file.toString(), 1, 0, "the lines with # are not YAML: "
                    + Messages.of(e).replaceAll("\\s+", " "), e);
        }
    }

    private static Map<String, List<String>> known(Map<?, ?> header) {
        Map<String, List<String>> slots = new LinkedHashMap<>();
        SssomSlots.bundled().ofSet().keySet().stream().filter(header::containsKey)
                .forEach(name -> slots.put(name,
                        header.get(name) instanceof List<?> list ? list.stream().map(String::valueOf).toList()
                                : List.of(String.valueOf(header.get(name)))));
        return slots;
    }
}
