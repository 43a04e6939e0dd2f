package org.secretomegraph.release.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.graph.store.Snapshot;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The mappings as SSSOM 1.1. */
class SssomExportTest {
    private static final String TEXT = new SssomExport().of(BundledGraph.snapshot()).files().get(0).text();
    private static final List<Map<String, String>> ROWS = ExportNames.table(TEXT);
    private static final Map<String, Set<String>> MODEL = ExportNames.byKind("sssom-1.1.tsv");

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
            assertTrue(row.get("confidence").isEmpty() || Double.parseDouble(row.get("confidence")) <= 1,
                    row::toString);
            assertTrue(!row.get("subject_id").isEmpty() && !row.get("object_id").isEmpty(), row::toString);
        });
        assertEquals(ROWS.size(), Set.copyOf(ROWS).size(), "a mapping is there twice");
    }

    @Test
    void whatAnAxiomSaysOfAMappingIsKept() {
        DatasetGraph data = DatasetGraphFactory.createGeneral();
        RDFParser.fromString("""
                PREFIX owl: <http://www.w3.org/2002/07/owl#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX sssom: <https://w3id.org/sssom/>
                PREFIX scso: <https://w3id.org/scso/>
                <https://w3id.org/scso/graph/mappings/mine> {
                    scso:0000001 skos:closeMatch <http://purl.obolibrary.org/obo/NCIT_C1> .
                    [] a owl:Axiom ;
                        owl:annotatedSource scso:0000001 ;
                        owl:annotatedProperty skos:closeMatch ;
                        owl:annotatedTarget <http://purl.obolibrary.org/obo/NCIT_C1> ;
                        sssom:mapping_justification <https://w3id.org/semapv/vocab/ManualMappingCuration> ;
                        sssom:confidence 0.9 .
                    scso:0000002 skos:exactMatch <http://www.wikidata.org/entity/Q1> .
                }
                """, Lang.TRIG).parse(data);
        Snapshot mapped = Snapshot.load(List.of(to -> data.find().forEachRemaining(to::add)), List.of());
        String text = new SssomExport().of(mapped).files().get(0).text();
        assertTrue(text.contains("license: \"https://w3id.org/sssom/license/unspecified\""), text);
        List<Map<String, String>> rows = ExportNames.table(text);
        assertEquals(2, rows.size());
        assertEquals(List.of("SCSO:0000001", "NCIT:C1", "semapv:ManualMappingCuration", "0.9"), Stream.of("subject_id",
                "object_id", "mapping_justification", "confidence").map(rows.get(0)::get).toList());
        assertEquals("semapv:UnspecifiedMatching", rows.get(1).get("mapping_justification"));
        assertTrue(text.contains("#   NCIT: "), text);
    }
}
