package org.secretomegraph.release.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.vocab.Scso;

/** A KGX reader finds what it needs, and nothing that the Biolink Model does not know. */
class KgxExportTest {
    private static final ExportResult EXPORTED = new KgxExport().of(BundledGraph.snapshot());
    private static final List<Map<String, String>> NODES = ExportNames.table(EXPORTED.files().get(0).text());
    private static final List<Map<String, String>> EDGES = ExportNames.table(EXPORTED.files().get(1).text());
    private static final Map<String, Set<String>> MODEL = ExportNames.byKind("biolink-4.4.4.tsv");
    /** Columns of our own, which KGX allows. */
    private static final Set<String> OURS = Set.of("outcome", "evidence_level", "setting", "source_cell", "preparation",
            "finding", "claims");

    @Test
    void everyClaimAndEveryLinkIsAnEdge() {
        long claims = BundledGraph.snapshot().union().stream(Node.ANY, Scso.outcome, Node.ANY).count();
        long links = BundledGraph.snapshot().union().stream(Node.ANY, RDF.type.asNode(), Scso.DerivedLink).count();
        assertTrue(claims >= 2000, "only " + claims + " claims");
        assertEquals(claims + links, EDGES.size());
        assertEquals(List.of(), EXPORTED.notes().stream().filter(note -> note.contains("left out")).toList());
    }

    @Test
    void everyEndOfAnEdgeIsANode() {
        Set<String> ids = new HashSet<>();
        NODES.forEach(node -> assertTrue(ids.add(node.get("id")), "twice: " + node.get("id")));
        assertTrue(ids.size() >= 400, "only " + ids.size() + " nodes");
        Set<String> missing = new TreeSet<>();
        EDGES.forEach(edge -> Stream.of("subject", "object").map(edge::get).filter(id -> !ids.contains(id))
                .forEach(missing::add));
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyWordIsOneOfTheModel() {
        check(NODES, "category", "category", false);
        check(EDGES, "category", "association", false);
        check(EDGES, "predicate", "predicate", false);
        check(EDGES, "qualified_predicate", "predicate", true);
        check(EDGES, "object_aspect_qualifier", "aspect", true);
        check(EDGES, "object_direction_qualifier", "direction", true);
        check(EDGES, "knowledge_level", "knowledge_level", false);
        check(EDGES, "agent_type", "agent_type", false);
        Stream.concat(NODES.get(0).keySet().stream(), EDGES.get(0).keySet().stream())
                .filter(column -> !OURS.contains(column))
                .forEach(column -> assertTrue(MODEL.get("slot").contains(column), column));
    }

    private static void check(List<Map<String, String>> rows, String column, String kind, boolean mayBeEmpty) {
        Set<String> wrong = new TreeSet<>();
        rows.stream().map(row -> row.get(column)).filter(v -> !(mayBeEmpty && v.isEmpty()))
                .filter(v -> !MODEL.get(kind).contains(v)).forEach(wrong::add);
        assertEquals(Set.of(), wrong, column);
    }

    @Test
    void everyIdentifierIsACurie() {
        NODES.forEach(node -> assertTrue(node.get("id").matches("[A-Za-z]+:\\w+"), node.get("id")));
        Set<String> ids = new HashSet<>();
        EDGES.forEach(edge -> assertTrue(ids.add(edge.get("id")), "twice: " + edge.get("id")));
    }

    @Test
    void whatWasNotFoundIsNegated() {
        Set<String> outcomes = new TreeSet<>();
        EDGES.stream().filter(edge -> !edge.get("outcome").isEmpty())
                .forEach(edge -> outcomes.add(edge.get("outcome") + " " + edge.get("negated")));
        assertEquals(Set.of("no effect true", "refutes true", "supports false"), outcomes);
    }

    @Test
    void publicationsAreNumbersWhereThereAreNumbers() {
        assertTrue(EDGES.stream().allMatch(edge -> !edge.get("publications").isEmpty()));
        long numbered =
                EDGES.stream().filter(edge -> edge.get("publications").matches("(PMID:\\d+|DOI:10\\..*)")).count();
        assertTrue(numbered >= 1500, numbered + " edges with PubMed number or DOI");
    }

    @Test
    void secretionIsTurnedToTheModelsDirection() {
        EDGES.stream().filter(edge -> edge.get("original_predicate").equals("scso:secretedBy")).forEach(edge -> {
            assertEquals("biolink:produces", edge.get("predicate"));
            assertEquals(edge.get("original_subject"), edge.get("object"));
        });
    }

    @Test
    void theSameGraphMakesTheSameBytes() {
        assertEquals(EXPORTED, new KgxExport().of(BundledGraph.snapshot()));
    }
}
