package org.secretomegraph.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.secretomegraph.io.ResourceTable;

/** One file has the namespace of each prefix, for sheets, checks, Turtle and exports alike. */
class PrefixRegistryTest {
    private static final PrefixRegistry REGISTRY = PrefixRegistry.bundled();
    private static final Path FILE = Path.of("src/main/resources/vocab/prefixes.tsv");

    /** The order of an immutable map decided, which differs from one run of the program to the next. */
    @Test
    void theLongestNamespaceGivesTheCurieAndOfEqualOnesTheFirstInTheFile() throws IOException {
        List<String> rows = List.of("LONG\tl\tl\t\thttp://example.org/\t\tterm sheet export",
                "SHORT\ts\ts\t\thttp://example.org/terms/\t\tterm sheet export",
                "SAME\te\te\t\thttp://example.org/terms/\t\tterm sheet export");
        for (List<String> order : List.of(rows, List.of(rows.get(1), rows.get(2), rows.get(0)),
                List.of(rows.get(1), rows.get(0), rows.get(2)))) {
            PrefixRegistry registry = new PrefixRegistry(ResourceTable.read(new StringReader("# a comment\n"
                    + "prefix\tbioregistry\tname\tpattern\tnamespace\tother_spellings\tuses\n"
                    + String.join("\n", order))));
            for (Optional<String> curie : List.of(registry.curie("http://example.org/terms/1"),
                    registry.sheetCurie("http://example.org/terms/1"),
                    registry.exportCurie("http://example.org/terms/1"))) {
                assertEquals(Optional.of("SHORT:1"), curie, order.toString());
            }
            assertEquals(Optional.of("LONG:terms/"), registry.sheetCurie("http://example.org/terms/"));
            assertEquals(Optional.empty(), registry.sheetCurie("http://example.org/"));
        }
    }

    @Test
    void noTwoRowsSpellAPrefixTheSame() throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        int rows = 0;
        for (String[] row : rows()) {
            assertEquals(7, row.length, String.join(" ", row));
            rows++;
            // PMC is the spelling of the Biolink Model for what is pmc in the Bioregistry.
            if (!seen.add(row[0].equals("PMC") ? row[0] : row[0].toLowerCase()) || !row[2].isEmpty() && row[4].isEmpty()
                    && !row[6].isEmpty()) {
                twice.add(row[0]);
            }
        }
        assertTrue(rows >= 1300, "only " + rows + " rows read");
        assertEquals(List.of(), twice);
    }

    @Test
    void noNamespaceOfSheetsBeginsAnotherSoThatACurieGoesToOneIriAndBack() {
        Map<String, String> namespaces = REGISTRY.sheetNamespaces();
        assertEquals(30, namespaces.size());
        namespaces.forEach((prefix, namespace) -> {
            assertEquals(List.of(prefix), namespaces.entrySet().stream().filter(e -> e.getValue().startsWith(namespace))
                    .map(Map.Entry::getKey).toList());
            String curie = prefix + (prefix.equals("SCSO") ? ":0000012" : ":1");
            assertEquals(Optional.of(curie), Curie.compact(Curie.expand(curie).orElseThrow()));
        });
    }

    @Test
    void turtleDeclaresItsFourteenPrefixes() {
        assertEquals(Set.of("scso", "claim", "obo", "hgnc", "oboInOwl", "bibo", "dcterms", "prov", "owl", "rdf", "rdfs",
                "skos",
                "sh", "xsd"), Prefixes.standard().getMappingCopy().keySet());
        assertEquals(Scso.NS, REGISTRY.turtleNamespaces().get("scso"));
        assertEquals(Terms.BIBO, REGISTRY.turtleNamespaces().get("bibo"));
    }

    /** The Biolink Model writes mirbase and NCBIGene; other spellings of these prefixes are replaced too. */
    @Test
    void exportsSpellPrefixesAsTheBiolinkModelDoes() {
        assertEquals(
                List.of("mirbase:MI0000077", "mirbase:MI0000077", "NCBIGene:60", "NCBIGene:60", "GO:0001525", "UMLS:C1",
                        "x"),
                Stream.of("miRBase:MI0000077", "mirbase:MI0000077", "ncbigene:60", "EntrezGene:60", "GO:0001525",
                        "UMLS:C1", "x")
                        .map(REGISTRY::biolinkCurie).toList());
        assertEquals(Optional.of("PMC:123"), REGISTRY.exportCurie("https://pmc.ncbi.nlm.nih.gov/articles/PMC123"));
        assertEquals(Optional.of("scso:Claim"), REGISTRY.exportCurie(Scso.NS + "Claim"));
        for (String prefix : List.of("scso", "skos", "wikidata", "PMC")) {
            String namespace = REGISTRY.exportNamespace(prefix).orElseThrow();
            assertEquals(Optional.of(prefix + ":1"), REGISTRY.exportCurie(namespace + "1"));
        }
    }

    /** A PubMed address is that of a publication, and no ontology's identifier. */
    @Test
    void aPublicationIsNotATerm() {
        String iri = Curie.expand("PMID:1").orElseThrow();
        assertEquals(Optional.empty(), REGISTRY.curie(iri));
        assertEquals(Optional.empty(), REGISTRY.iri("PMID:1"));
    }

    /** Our own prefix is not in the Bioregistry; an empty prefix is not taken for it. */
    @Test
    void anEmptyPrefixIsNotOurs() {
        for (String none : List.of("x", ":x", "")) {
            assertEquals(Optional.empty(), REGISTRY.iri(none), none);
            assertEquals(Optional.empty(), REGISTRY.violatedPattern(none), none);
        }
        assertTrue(REGISTRY.byPrefix("").isEmpty());
    }

    private static List<String[]> rows() throws IOException {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.filter(line -> !line.startsWith("#")).skip(1).map(line -> line.split("\t", -1))
                    .collect(Collectors.toList());
        }
    }
}
