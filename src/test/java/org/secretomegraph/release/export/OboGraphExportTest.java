package org.secretomegraph.release.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.secretomegraph.BundledGraph;

/** The ontology as OBO Graphs JSON, checked against the format's schema. */
class OboGraphExportTest {
    private static final JsonObject DOCUMENT =
            JSON.parse(new OboGraphExport().of(BundledGraph.snapshot()).files().get(0).text());
    private static final JsonObject GRAPH = DOCUMENT.get("graphs").getAsArray().get(0).getAsObject();

    private record Slot(String type, String holds) {}

    @Test
    void everyValueIsAsTheSchemaSays() {
        Map<String, Slot> schema = new HashMap<>();
        ExportNames.rows("obographs.tsv").forEach(row -> schema.put(row[0] + " " + row[1], new Slot(row[2], row[3])));
        assertTrue(schema.size() >= 60, schema.size() + " slots");
        check(DOCUMENT, "GraphDocument", schema);
    }

    private static void check(JsonObject object, String kind, Map<String, Slot> schema) {
        object.forEach((name, value) -> {
            Slot slot = schema.get(kind + " " + name);
            assertTrue(slot != null, kind + " has no " + name);
            switch (slot.type()) {
                case "string" -> assertTrue(value.isString(), name);
                case "boolean" -> assertTrue(value.isBoolean(), name);
                case "object" -> check(value.getAsObject(), slot.holds(), schema);
                case "array" -> value.getAsArray().forEach(item -> {
                    if (slot.holds().equals("string")) {
                        assertTrue(item.isString(), name);
                    } else {
                        check(item.getAsObject(), slot.holds(), schema);
                    }
                });
                default -> throw new AssertionError(slot.type());
            }
        });
    }

    @Test
    void everyEndOfAnIsAEdgeIsANode() {
        Set<String> ids = new HashSet<>();
        GRAPH.get("nodes").getAsArray().forEach(node -> assertTrue(ids.add(node.getAsObject().getString("id"))));
        assertTrue(ids.size() >= 1500, "only " + ids.size() + " nodes");
        Set<String> missing = new TreeSet<>();
        for (JsonValue value : GRAPH.get("edges").getAsArray()) {
            JsonObject edge = value.getAsObject();
            if (!ids.contains(edge.getString("sub"))) {
                missing.add(edge.getString("sub"));
            }
            if (!ids.contains(edge.getString("obj"))) {
                missing.add(edge.getString("obj"));
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void definitionsGenusAndDifferentiaArrive() {
        JsonObject secretome = GRAPH.get("logicalDefinitionAxioms").getAsArray().stream().map(JsonValue::getAsObject)
                .filter(a -> a.getString("definedClassId").equals("https://w3id.org/scso/0000003")).findFirst()
                .orElseThrow();
        assertEquals("https://w3id.org/scso/0000002",
                secretome.get("genusIds").getAsArray().get(0).getAsString().value());
        JsonObject differentia = secretome.get("restrictions").getAsArray().get(0).getAsObject();
        assertEquals("http://purl.obolibrary.org/obo/CL_0000134", differentia.getString("fillerId"));
        assertTrue(GRAPH.get("logicalDefinitionAxioms").getAsArray().size() >= 40);
        JsonObject meta = GRAPH.get("nodes").getAsArray().stream().map(JsonValue::getAsObject)
                .filter(n -> n.getString("id").equals("https://w3id.org/scso/0000003")).findFirst().orElseThrow()
                .getObj("meta");
        assertTrue(meta.getObj("definition").getString("val").startsWith("A "));
        assertTrue(meta.get("synonyms").getAsArray().size() >= 1);
    }

    @Test
    void everyAxiomKindIsThere() {
        assertTrue(GRAPH.get("edges").getAsArray().size() >= 2000);
        assertTrue(GRAPH.get("domainRangeAxioms").getAsArray().size() >= 20);
        assertEquals(1, GRAPH.get("propertyChainAxioms").getAsArray().size());
    }
}
