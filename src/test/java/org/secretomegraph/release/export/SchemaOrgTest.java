package org.secretomegraph.release.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;

/** JSON-LD in schema.org's words: nothing is dropped when it is expanded, and every word is one that schema.org has. */
class SchemaOrgTest {
    private static final String SCHEMA = "http://schema.org/";
    private static final String TEXT = new JsonLdExport().of(BundledGraph.snapshot()).files().get(0).text();
    private static final JsonArray EXPANDED = expanded(TEXT);
    private static final Map<String, Set<String>> MODEL = ExportNames.byKind("schemaorg-30.0.tsv");

    private static JsonArray expanded(String text) {
        try {
            return JsonLd.expand(JsonDocument.of(new StringReader(text))).get();
        } catch (JsonLdError e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingIsDroppedByExpansion() {
        JsonObject whole = Json.createReader(new StringReader(TEXT)).readObject();
        assertEquals(properties(whole.getJsonArray("@graph")), properties(EXPANDED));
    }

    /** How often each property is used, by the last part of its name. */
    private static Map<String, Integer> properties(JsonValue value) {
        Map<String, Integer> counts = new TreeMap<>();
        count(value, counts);
        return counts;
    }

    private static void count(JsonValue value, Map<String, Integer> counts) {
        if (value instanceof JsonArray array) {
            array.forEach(item -> count(item, counts));
        } else if (value instanceof JsonObject object) {
            object.forEach((name, inner) -> {
                if (!name.equals("@value")) {
                    counts.merge(name.replaceFirst("^.*[/:]", ""), 1, Integer::sum);
                }
                count(inner, counts);
            });
        }
    }

    @Test
    void everyWordIsSchemaOrgs() {
        int things = 0;
        for (JsonValue value : EXPANDED) {
            things += check(value.asJsonObject());
        }
        assertTrue(things >= 3000, "only " + things + " things");
    }

    private static int check(JsonObject thing) {
        int things = 1;
        if (!thing.containsKey("@type")) {
            return 0;
        }
        String type = thing.getJsonArray("@type").getString(0).substring(SCHEMA.length());
        assertTrue(MODEL.containsKey(type), type);
        for (Map.Entry<String, JsonValue> entry : thing.entrySet()) {
            if (entry.getKey().startsWith(SCHEMA)) {
                String name = entry.getKey().substring(SCHEMA.length());
                assertTrue(MODEL.get(type).contains(name), type + " has no " + name);
            }
            if (entry.getValue() instanceof JsonArray values) {
                for (JsonValue inner : values) {
                    things += inner instanceof JsonObject object ? check(object) : 0;
                }
            }
        }
        return things;
    }

    @Test
    void theDatasetSaysWhatBioschemasRequires() {
        JsonObject dataset = expanded(JsonText.text(
                JsonLdExport.dataset(BundledGraph.snapshot().union()))).getJsonObject(0);
        for (String required : List.of("description", "identifier", "keywords", "license", "name", "url")) {
            assertTrue(dataset.containsKey(SCHEMA + required), required);
        }
        for (String recommended : List.of("creator", "datePublished", "distribution", "isBasedOn", "version")) {
            assertTrue(dataset.containsKey(SCHEMA + recommended), recommended);
        }
    }

    @Test
    void itReadsAsRdf() {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(TEXT, Lang.JSONLD).parse(graph);
        long claims = BundledGraph.snapshot().union().stream(Node.ANY, Scso.outcome, Node.ANY).count();
        assertEquals(claims, graph.stream(Node.ANY, NodeFactory.createURI(SCHEMA + "text"), Node.ANY).count());
    }

    @Test
    void oneThingStandsAlone() {
        SchemaOrg schema = new SchemaOrg(BundledGraph.snapshot().union());
        Map.of("HGNC:1033", "Gene", "SCSO:0000012", "DefinedTerm", "GO:0001525", "DefinedTerm")
                .forEach((curie, type) -> {
                    Node node = NodeFactory.createURI(Curie.expand(curie).orElseThrow());
                    JsonObject one = expanded(schema.script(node).orElseThrow()).getJsonObject(0);
                    assertEquals(node.getURI(), one.getString("@id"));
                    assertEquals(SCHEMA + type, one.getJsonArray("@type").getString(0));
                    assertTrue(one.containsKey(SCHEMA + "name"));
                });
        assertTrue(schema.describe(Scso.term("9999999")).isEmpty());
    }
}
