package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.report.Finding;

/** What files that are validated in one run know of each other. */
class ValidationBatchTest {
    private static final int FIRST = CleanSheet.FIRST_ROW;
    private static final String NEW_TERM = """
            @prefix obo: <http://purl.obolibrary.org/obo/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            obo:GO_9999999 a owl:Class ; rdfs:label "growth of test vessels" ; rdfs:subClassOf obo:GO_0001525 .
            """;

    /** One term replaced over two steps, two that replace each other, one without a replacement. */
    private static final String WITHDRAWN = """
            @prefix obo: <http://purl.obolibrary.org/obo/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            obo:GO_9999901 a owl:Class ; rdfs:label "withdrawn" ; owl:deprecated true ; obo:IAO_0100001 obo:GO_9999902 .
            obo:GO_9999902 a owl:Class ; rdfs:label "withdrawn" ; owl:deprecated true ; obo:IAO_0100001 "GO:0001525" .
            obo:GO_9999903 a owl:Class ; rdfs:label "withdrawn" ; owl:deprecated true ; obo:IAO_0100001 obo:GO_9999904 .
            obo:GO_9999904 a owl:Class ; rdfs:label "withdrawn" ; owl:deprecated true ; obo:IAO_0100001 obo:GO_9999903 .
            obo:GO_9999905 a owl:Class ; rdfs:label "withdrawn" ; owl:deprecated true .
            """;

    @TempDir
    Path folder;

    @Test
    void goodSheetsAreGoodTogether() throws IOException {
        assertEquals(List.of(), told(clean("one", 3).write(file("a.tsv")), clean("two", 3).write(file("b.tsv"))));
    }

    @Test
    void aTermOfAnRdfFileIsKnownInASheet() throws IOException {
        Path sheet =
                clean("new", 2).set(FIRST, "object", "GO:9999999").set(FIRST, "object_label", "growth of test vessels")
                        .write(file("a.tsv"));
        Path terms = Files.writeString(file("terms.ttl"), NEW_TERM);
        assertTrue(told(sheet).contains("a.tsv " + cell(new CleanSheet(1), "object", FIRST) + " object Sheet-term"),
                told(sheet).toString());
        assertEquals(List.of(), told(sheet, terms), "the order on the command line says nothing of who may know whom");
    }

    /** The slices that travel with the program hold no withdrawn term, so that the test brings its own. */
    @Test
    void aWithdrawnTermIsToldWithWhatIsInUseNow() throws IOException {
        Path terms = Files.writeString(file("terms.ttl"), WITHDRAWN);
        Map<String, String> meant =
                Map.of("GO:9999901", "GO:0001525 (angiogenesis)", "GO:9999902", "GO:0001525 (angiogenesis)",
                        "GO:9999903", "", "GO:9999905", "");
        for (Map.Entry<String, String> one : meant.entrySet()) {
            Path sheet = clean("new", 2).set(FIRST, "object", one.getKey()).set(FIRST, "object_label", "withdrawn")
                    .write(file("a.tsv"));
            List<Finding> found = inSheet(findings(sheet, terms));
            assertEquals(List.of(cell(new CleanSheet(1), "object", FIRST) + " object Sheet-obsolete"),
                    CleanSheet.brief(found));
            assertEquals(one.getValue(), found.get(0).suggestion(), one.getKey());
        }
    }

    @Test
    void aWithdrawnTermInRdfIsToldWithWhatIsInUseNow() throws IOException {
        String claim = Files.readString(Path.of("shapes/cases/Claim-outcome/valid-complete.ttl"));
        Path file = Files.writeString(file("claim.ttl"), claim.replaceFirst(
                "scso:object [^ ;]+", "scso:object <http://purl.obolibrary.org/obo/GO_9999901>"));
        List<Finding> found = findings(file, Files.writeString(file("terms.ttl"), WITHDRAWN)).stream()
                .filter(f -> f.ruleName().equals("Claim-termsCurrent")).toList();
        assertEquals(List.of("angiogenesis (GO:0001525)"), found.stream().map(Finding::suggestion).toList());
    }

    private static List<Finding> inSheet(List<Finding> findings) {
        return findings.stream().filter(f -> f.place().file().endsWith(".tsv")).toList();
    }

    @Test
    void aKeyThatTwoSheetsUseIsToldAtTheLaterOne() throws IOException {
        Path one = clean("one", 3).write(file("a.tsv"));
        Path two = clean("two", 3).set(FIRST + 1, "key", "one-02").write(file("b.tsv"));
        assertEquals(List.of("b.tsv A" + (FIRST + 1) + " key Sheet-keyTwice"), told(one, two));
        assertEquals("the key is in use in a.tsv", findings(one, two).get(0).problem());
    }

    @Test
    void aCopyInAnotherFolderUsesEveryKeyAgain() throws IOException {
        CleanSheet sheet = clean("one", 2);
        Path copy = Files.createDirectory(file("copy")).resolve("a.tsv");
        assertEquals(2,
                told(sheet.write(file("a.tsv")), sheet.write(copy)).stream()
                        .filter(f -> f.endsWith("key Sheet-keyTwice"))
                        .count());
    }

    @Test
    void aKeyOfAClaimInAnRdfFileIsInUse() throws IOException {
        Path sheet = clean("one", 2).write(file("a.tsv"));
        Path claims = Files.writeString(file("claims.ttl"), Files.readString(
                Path.of("shapes/cases/Claim-outcome/valid-complete.ttl")).replace("example-01", "one-01"));
        List<Finding> found =
                findings(sheet, claims).stream().filter(f -> f.ruleName().equals("Sheet-keyTwice")).toList();
        assertEquals(List.of("the key is in use in claims.ttl"), found.stream().map(Finding::problem).toList());
    }

    @Test
    void aPublicationOfAnotherSheetIsKnown() throws IOException {
        Path one = clean("one", 3).write(file("a.tsv"));
        CleanSheet second = clean("two", 3);
        for (String column : List.of("doi", "seen_at")) {
            second.set(FIRST, column, second.rows.get(0).get(second.columns.indexOf(column)).replace("two", "one"));
        }
        Path two = second.set(FIRST, "title", "A title of another one").set(FIRST, "model", "another model")
                .write(file("b.tsv"));
        assertEquals(List.of(), told(two));
        assertEquals(List.of("b.tsv " + cell(second, "title", FIRST) + " title Sheet-publication"), told(one, two));
    }

    @Test
    void aKeyMayMoveFromOneCuratedSheetToAnother() throws IOException {
        Path from = Path.of("ontology/curation/trials-and-products.tsv");
        Path to = Path.of("ontology/curation/organ-repair.tsv");
        List<String> lines = new ArrayList<>(Files.readAllLines(from));
        String moved = lines.remove(lines.size() - 1);
        Files.write(file("trials-and-products.tsv"), lines);
        Files.writeString(file("organ-repair.tsv"), Files.readString(to).stripTrailing() + "\n" + moved + "\n");
        for (List<Path> order : List.of(List.of(file("organ-repair.tsv"), file("trials-and-products.tsv")),
                List.of(file("trials-and-products.tsv"), file("organ-repair.tsv")))) {
            assertEquals(List.of(),
                    told(order.toArray(Path[]::new)).stream().filter(f -> f.contains("keyTwice")).toList());
        }
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    /** Rows with keys and publications that begin with a word. */
    private static CleanSheet clean(String word, int rows) {
        CleanSheet sheet = new CleanSheet(rows);
        for (int i = 0; i < rows; i++) {
            int row = FIRST + i;
            int number = i + 1;
            sheet.set(row, "key", word + "-0" + number).set(row, "doi", "10.5555/" + word + "-" + number)
                    .set(row, "title", "Title number " + number + " of " + word)
                    .set(row, "seen_at", "https://doi.org/10.5555/" + word + "-" + number)
                    .set(row, "model", "model " + number + " of " + word);
        }
        return sheet;
    }

    private static String cell(CleanSheet sheet, String column, int row) {
        int index = sheet.columns.indexOf(column);
        return (index < 26 ? "" : String.valueOf((char) ('A' + index / 26 - 1))) + (char) ('A' + index % 26) + row;
    }

    private static List<String> told(Path... files) {
        return findings(files).stream().map(f -> Path.of(f.place().file()).getFileName() + " " + CleanSheet.brief(f))
                .toList();
    }

    private static List<Finding> findings(Path... files) {
        List<CandidateData> proposed =
                BundledGraph.services().candidates(List.of(files), BundledGraph.snapshot(), e -> {
                    throw e;
                });
        return new Validator(BundledGraph.services().shapes()).validate(BundledGraph.snapshot().union(), proposed)
                .findings();
    }
}
