package org.secretomegraph.linking.sssom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.secretomegraph.vocab.PrefixRegistry;
import org.secretomegraph.vocab.Scso;

/**
 * Writes a mapping set as canonical SSSOM/TSV (SSSOM 1.1, https://github.com/mapping-commons/sssom,
 * src/docs/spec-formats-tsv.md): slots in the order of the schema, prefixes sorted, rows sorted, LF.
 */
public final class SssomWriter {
    private static final List<String> COLUMNS = List.of("subject_id", "subject_label", "predicate_id", "object_id",
            "object_label", "mapping_justification", "confidence", "subject_match_field", "object_match_field",
            "match_string");
    private static final List<String> SET_SLOTS = List.of("object_source_version", "mapping_tool");

    private final String id;
    private final String title;
    private final String description;
    private final Map<String, String> slots = new LinkedHashMap<>();
    private final List<List<String>> rows = new ArrayList<>();

    public SssomWriter(String id, String title, String description) {
        this.id = id;
        this.title = title;
        this.description = description;
    }

    /** A slot of the set besides its id, title, description and licence. */
    public void slot(String name, String value) {
        slots.put(name, value);
    }

    /** A mapping: a value for each column, in their order. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    public String text(PrefixRegistry prefixes) {
        StringBuilder text = new StringBuilder("#sssom_version: \"1.1\"\n");
        Map<String, String> map = curieMap(prefixes);
        // A key without a value is null in YAML, and no map: a set without mappings has none.
        text.append(map.isEmpty() ? "" : "#curie_map:\n");
        map.forEach((prefix, iri) -> text.append("#  ").append(prefix).append(": ").append(iri).append('\n'));
        line(text, "mapping_set_id", Scso.NS + "mappings/" + id);
        line(text, "mapping_set_title", title);
        line(text, "mapping_set_description", description);
        line(text, "license", "https://creativecommons.org/licenses/by/4.0/");
        SET_SLOTS.forEach(slot -> Optional.ofNullable(slots.get(slot)).ifPresent(value -> line(text, slot, value)));
        text.append(String.join("\t", COLUMNS)).append('\n');
        rows.stream().map(row -> row.stream().map(SssomWriter::cell).collect(Collectors.joining("\t"))).sorted()
                .forEach(row -> text.append(row).append('\n'));
        return text.toString();
    }

    /**
     * The prefixes in use, but for those that SSSOM builds in (spec-intro.md: owl, rdf, rdfs, semapv, skos, sssom,
     * xsd).
     */
    private Map<String, String> curieMap(PrefixRegistry prefixes) {
        Map<String, String> map = new TreeMap<>();
        for (List<String> row : rows) {
            for (String curie : List.of(row.get(0), row.get(3))) {
                String prefix = curie.substring(0, curie.indexOf(':'));
                map.put(prefix, prefixes.namespace(prefix));
            }
            if ((row.get(7) + row.get(8)).contains("oboInOwl:")) {
                map.put("oboInOwl", "http://www.geneontology.org/formats/oboInOwl#");
            }
        }
        return map;
    }

    private static void line(StringBuilder text, String slot, String value) {
        boolean plain = value.matches("[A-Za-z][^#]*") && !value.contains(": ") || value.matches("https?://\\S+");
        text.append('#').append(slot).append(": ")
                .append(plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"').append('\n');
    }

    private static String cell(String value) {
        return value.matches("(?s).*[\"\t\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
