package org.secretomegraph.linking.sssom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.vocab.PrefixRegistry;

/**
 * Each mapping set follows SSSOM 1.1: slots known and in the schema's order, required ones there, values of their type,
 * prefixes declared and used, records unique and sorted; and what it says of our terms is true of the graph.
 */
class MappingSetsTest {
    private static final Path FOLDER = Path.of("ontology/mappings");
    private static final SssomSlots SLOTS = SssomSlots.bundled();
    private static final Map<String, String> GENE_LINKS = Map.of("hgnc-ncbigene", "ncbiGene", "hgnc-ensembl", "ensembl",
            "hgnc-uniprot", "uniprot", "hgnc-mirbase", "mirbase");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everySetIsValidSssom() throws IOException {
        List<Path> sets = sets();
        assertTrue(sets.size() >= 22, "only " + sets.size() + " sets in " + FOLDER);
        return sets.stream().map(set -> DynamicTest.dynamicTest(set.getFileName().toString(), () -> isValid(set)));
    }

    private static void isValid(Path file) throws IOException {
        MappingSet set = MappingSet.read(file);
        assertEquals(List.of("1.1"), set.slots().get("sssom_version"));
        assertTrue(set.slots().get("mapping_set_id").get(0).endsWith(
                "/mappings/" + file.getFileName().toString().replace(".sssom.tsv", "")), "the id is the file's");
        SLOTS.ofSet().values().stream().filter(SssomSlot::required)
                .forEach(slot -> assertTrue(set.slots().containsKey(slot.name()), slot.name() + " is missing"));
        List<String> lines = Files.readAllLines(file);
        List<String> keys = lines.stream().filter(l -> l.matches("#[a-z_]+:.*") && !l.startsWith("#curie_map:"))
                .map(l -> l.substring(1, l.indexOf(':'))).toList();
        assertEquals(SLOTS.ofSet().keySet().stream().filter(keys::contains).toList(), keys, "known, and in order");
        List<String> columns =
                List.of(lines.stream().filter(l -> !l.startsWith("#")).findFirst().orElseThrow().split("\t"));
        assertEquals(SLOTS.ofMapping().keySet().stream().filter(columns::contains).toList(), columns,
                "known, and in order");
        List<String> rows = lines.stream().filter(l -> !l.startsWith("#")).skip(1).toList();
        assertEquals(rows.stream().sorted().distinct().toList(), rows, "sorted, without repetition");
        assertEquals(usedPrefixes(lines), declaredPrefixes(lines), "declared are the used ones, sorted");
        DatasetGraph loaded = DatasetGraphFactory.create();
        new MappingSetSource(file).addTo(loaded);
        assertTrue(!loaded.isEmpty());
    }

    private static List<String> declaredPrefixes(List<String> lines) {
        return lines.stream().filter(l -> l.matches("#  \\w+: .*")).map(l -> l.replaceAll("^#  |:.*$", "")).toList();
    }

    private static List<String> usedPrefixes(List<String> lines) {
        TreeSet<String> used = new TreeSet<>();
        for (String line : lines) {
            String[] cells =
                    line.startsWith("#") ? line.replaceFirst("^#  - |^#[a-z_]+: ", "").split("\\|") : line.split("\t");
            Stream.of(cells).filter(c -> c.matches("[A-Za-z]\\w*:[^ /][^ ]*") && !line.startsWith("#  s"))
                    .filter(c -> !line.matches("#  \\w+: .*"))
                    .forEach(c -> used.add(c.substring(0, c.indexOf(':'))));
        }
        used.removeAll(List.of("skos", "semapv", "owl", "rdfs", "sssom"));
        return List.copyOf(used);
    }

    @Test
    void everySubjectIsATermOfTheGraphUnderItsLabel() throws IOException {
        Graph union = BundledGraph.snapshot().union();
        List<String> wrong = new ArrayList<>();
        for (Path file : sets()) {
            MappingSet set = MappingSet.read(file);
            for (MappingSet.Row row : set.rows()) {
                Node subject = SLOTS.ofMapping().get("subject_id").node(row.cells().get("subject_id"), set.prefixes())
                        .orElseThrow();
                boolean known = union.stream(subject, RDFS.label.asNode(), Node.ANY)
                        .anyMatch(t -> t.getObject().getLiteralLexicalForm().equals(row.cells().get("subject_label")));
                if (!known) {
                    wrong.add(file + ":" + row.line() + " " + row.cells().get("subject_id"));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** The sets of genes say what the HGNC slice says; {@code -Dbless} writes them anew when the slice has grown. */
    @Test
    void theSetsOfGenesSayWhatTheSliceSays() throws IOException {
        PrefixRegistry prefixes = PrefixRegistry.bundled();
        Graph slice = BundledGraph.snapshot().dataset().getGraph(NamedGraphs.importOf("hgnc"));
        for (Map.Entry<String, String> set : GENE_LINKS.entrySet()) {
            Path file = FOLDER.resolve(set.getKey() + ".sssom.tsv");
            List<String> lines = Files.readAllLines(file);
            List<String> head = lines.stream().takeWhile(l -> l.startsWith("#") || l.startsWith("record_id")).toList();
            String predicate = set.getKey().equals("hgnc-uniprot") ? "skos:closeMatch" : "skos:exactMatch";
            List<String> expected = Stream.concat(head.stream(), slice.stream(Node.ANY,
                    NodeFactory.createURI("https://w3id.org/scso/" + set.getValue()), Node.ANY)
                    .map(t -> geneRow(t, slice, set.getKey(), predicate, prefixes)).sorted()).toList();
            if (System.getProperty("bless") != null) {
                Files.writeString(file, String.join("\n", expected) + "\n");
            }
            assertEquals(expected, Files.readAllLines(file), file + ": run again with -Dbless when the slice is right");
        }
    }

    private static String geneRow(Triple link, Graph slice, String set, String predicate, PrefixRegistry prefixes) {
        String gene = prefixes.curie(link.getSubject().getURI()).orElseThrow();
        String other = prefixes.curie(link.getObject().getURI()).orElseThrow();
        String label =
                slice.stream(link.getSubject(), RDFS.label.asNode(), Node.ANY).findFirst().orElseThrow().getObject()
                        .getLiteralLexicalForm();
        return String.join("\t",
                "scso:mapping/" + set + "/" + gene.replaceFirst("^HGNC:", "") + "-" + other.replace(':', '_'),
                gene, label, predicate, other, "semapv:UnspecifiedMatching");
    }

    @Test
    void aSetIsLoadedAsTriplesAndAsAxioms() {
        DatasetGraph dataset = BundledGraph.snapshot().dataset();
        Graph set = dataset.getGraph(NamedGraphs.mappings("scso-chmo"));
        Node own = NodeFactory.createURI("https://w3id.org/scso/0000304");
        Node theirs = NodeFactory.createURI("http://purl.obolibrary.org/obo/CHMO_0001013");
        Node exact = NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#exactMatch");
        assertTrue(set.contains(own, exact, theirs));
        Node axiom = set.stream(Node.ANY, OWL2.annotatedTarget.asNode(), theirs).findFirst().orElseThrow().getSubject();
        assertTrue(set.contains(axiom, RDF.type.asNode(), OWL2.Axiom.asNode()));
        assertTrue(set.contains(axiom, OWL2.annotatedSource.asNode(), own));
        assertTrue(set.contains(axiom, NodeFactory.createURI("https://w3id.org/sssom/object_source"),
                NodeFactory.createURI("http://purl.obolibrary.org/obo/chmo.owl")), "what the set says is said of each");
    }

    @Test
    void aNegatedMappingHasItsAxiomOnly() {
        Graph union = BundledGraph.snapshot().union();
        Node own = NodeFactory.createURI("https://w3id.org/scso/0000307");
        Node theirs = NodeFactory.createURI("http://purl.obolibrary.org/obo/CHMO_0002206");
        assertTrue(union.contains(Node.ANY, OWL2.annotatedTarget.asNode(), theirs));
        assertTrue(!union.contains(own, Node.ANY, theirs), "the triple would say the opposite");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "GO:0008150;is no CURIE with a prefix;subject_id",
            "xx:1\tskos:exactMatch\tXY:1\tsemapv:LexicalMatching\t2.5;is not a number;confidence",
            "xx:1\tskos:exactMatch\tXY:1;is no CURIE;object",
            "xx:1\tskos:exactMatch\txx:2;a mapping without mapping_justification;missing"})
    void refusesWhatIsNoSssomWithTheLine(String row, String problem, String about) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.sssom.tsv"), """
                #curie_map:
                #  xx: http://example.org/
                #mapping_set_id: http://example.org/set
                #license: https://creativecommons.org/publicdomain/zero/1.0/
                subject_id	predicate_id	object_id	mapping_justification	confidence
                """ + row.replace("XY", about.equals("confidence") ? "xx" : "XY").replace("\\t", "\t") + "\n");
        InvalidInputException refusal = assertThrows(InvalidInputException.class,
                () -> new MappingSetSource(file).addTo(DatasetGraphFactory.create()), about);
        assertTrue(refusal.getMessage().startsWith(file + ":6: ") && refusal.getMessage().contains(problem),
                refusal.getMessage());
    }

    private static List<Path> sets() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".sssom.tsv")).sorted().toList();
        }
    }
}
