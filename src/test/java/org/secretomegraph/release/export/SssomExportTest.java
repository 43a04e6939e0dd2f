package org.secretomegraph.release.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.secretomegraph.BundledGraph;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The mappings as SSSOM 1.1. */
class SssomExportTest {
    private static final String TEXT = new SssomExport().of(BundledGraph.snapshot()).files().get(0).text();
    private static final List<Map<String, String>> ROWS = Names.table(TEXT);
    private static final Map<String, Set<String>> MODEL = Names.byKind("sssom-1.1.tsv");

    @SuppressWarnings("unchecked")
    private static Map<String, Object> header() {
        String yaml = TEXT.lines().takeWhile(line -> line.startsWith("#")).map(line -> line.substring(1))
                .collect(Collectors.joining("\n"));
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    @Test
    void theHeaderSaysWhatTheStandardRequires() {
        Map<String, Object> header = header();
        header.keySet().forEach(slot -> assertTrue(MODEL.get("mapping set").contains(slot), slot));
        assertEquals("1.1", header.get("sssom_version"));
        assertTrue(header.get("mapping_set_id").toString().startsWith("https://"));
        assertEquals("https://creativecommons.org/licenses/by/4.0/", header.get("license"));
    }

    @Test
    void everyPrefixIsDeclared() {
        Set<?> declared = ((Map<?, ?>) header().get("curie_map")).keySet();
        ROWS.forEach(row -> Stream.of("subject_id", "predicate_id", "object_id", "mapping_justification")
                .map(row::get).filter(id -> !id.startsWith("http"))
                .forEach(id -> assertTrue(declared.contains(id.replaceFirst(":.*", "")), id)));
    }

    @Test
    void everyMappingIsComplete() {
        assertTrue(ROWS.size() >= 600, "only " + ROWS.size() + " mappings");
        ROWS.get(0).keySet().forEach(column -> assertTrue(MODEL.get("mapping").contains(column), column));
        ROWS.forEach(row -> {
            assertTrue(row.get("predicate_id").matches("skos:(exact|close|broad|narrow|related)Match"), row::toString);
            assertTrue(row.get("mapping_justification").startsWith("semapv:"), row::toString);
            assertTrue(row.get("confidence").isEmpty() || Double.parseDouble(row.get("confidence")) <= 1, row::toString);
            assertTrue(!row.get("subject_id").isEmpty() && !row.get("object_id").isEmpty(), row::toString);
        });
        assertEquals(ROWS.size(), Set.copyOf(ROWS).size(), "a mapping is there twice");
    }
}
