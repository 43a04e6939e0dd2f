package org.secretomegraph.importing.go;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.importing.ImportSample;
import org.secretomegraph.importing.ReadClaims;
import org.secretomegraph.importing.record.ImportFormat;
import org.secretomegraph.importing.record.ImportTerms;
import org.secretomegraph.report.Severity;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** What rows of GO annotation files become, and what is left out and told. */
class ImportedAnnotationsTest {
    @TempDir
    private Path folder;

    @Test
    void annotationsBecomeClaims() {
        ImportSample gaf = ImportSample.read(ImportFormat.GAF, false, ImportSample.file("sample.gaf"));
        assertEquals(9, gaf.reading().rows());
        assertEquals(Set.of(
                "ACTB involvedIn positive regulation of cell population proliferation supports ECO_0000303 row 7",
                "ACTB involvedIn angiogenesis refutes ECO_0000314 row 8",
                "HGF actsUpstreamOf angiogenesis supports ECO_0000315 row 9",
                "HGF involvedIn angiogenesis supports ECO_0000249 row 10",
                "ACTB cargoOf extracellular exosome supports ECO_0007005 row 11"), ReadClaims.claims(gaf.triples()));
    }

    /** Relations are often written with spaces, capitals, or NOT in another place: what was meant is suggested. */
    @Test
    void theRelationThatWasMeantIsSuggested() {
        ImportSample read = ImportSample.read(ImportFormat.GAF, false, ImportSample.file("qualifiers.gaf"));
        assertEquals(List.of("2 involved_in", "3 involved_in", "4 NOT|involved_in", "5 NOT|involved_in",
                "6 NOT|involved_in", "7 involved_in", "8 involved_in", "9 ", "10 IDA"),
                read.reading().findings().stream().filter(f -> f.severity() == Severity.VIOLATION)
                        .map(f -> f.place().line() + " " + f.suggestion()).toList());
    }

    @Test
    void whatARowSaysBesidesIsKept() {
        Graph gaf = ImportSample.read(ImportFormat.GAF, false, ImportSample.file("sample.gaf")).triples();
        assertEquals(Set.of("UniProtKB:P60709-2"), ReadClaims.values(gaf, Scso.subjectAsNamed));
        assertTrue(ReadClaims.values(gaf, RDFS.comment.asNode()).contains(
                "Taxon: taxon:9606. Extension: occurs_in(CL:0000115)."));
        assertTrue(ReadClaims.values(gaf, RDFS.comment.asNode()).contains(
                "Relation: acts_upstream_of_positive_effect. Taxon: taxon:9606."));
        assertTrue(ReadClaims.values(gaf, Terms.created).contains("2020-01-03"));
        assertTrue(ReadClaims.values(gaf, Scso.finding).contains(
                "ACTB is annotated as not taking part in angiogenesis by UniProt on IDA evidence."));
    }

    @Test
    void bothFormatsOfAnnotationsSayTheSame() {
        Set<String> gaf = ReadClaims
                .claims(ImportSample.read(ImportFormat.GAF, false, ImportSample.file("sample.gaf")).triples());
        Set<String> gpad = ReadClaims
                .claims(ImportSample.read(ImportFormat.GPAD, false, ImportSample.file("sample.gpad")).triples());
        assertEquals(3, gpad.size());
        assertTrue(ReadClaims.withoutRows(gaf).containsAll(ReadClaims.withoutRows(gpad)), gpad::toString);
    }

    /** GPAD 2.0 of MGI and ZFIN begins with {@code gpa-version}, as drafts of the format had it; it was refused. */
    @Test
    void theFirstLineOfDraftsIsTakenAndTold(@TempDir Path folder) throws IOException {
        Path drafted = Files.writeString(folder.resolve("drafted.gpad"),
                ImportSample.text("sample.gpad").replace("!gpad-version: 2.0", "!gpa-version: 2.0"));
        ImportSample read = ImportSample.read(ImportFormat.GPAD, false, drafted);
        assertEquals(3, ReadClaims.claims(read.triples()).size());
        assertEquals(1, read.of("Import-header").stream().filter(f -> f.problem().contains("gpad-version")).count());
    }

    @Test
    void whatIsLeftOutIsToldWithItsNumber() {
        ImportSample gaf = ImportSample.read(ImportFormat.GAF, false, ImportSample.file("sample.gaf"));
        assertEquals("rows left out about genes and products that the graph does not know: 1",
                gaf.of("Import-subject").get(0).problem());
        assertTrue(gaf.of("Import-noStatement").get(0).problem().endsWith(": 2"));
        assertEquals(Set.of("GO:9999999"), gaf.reading().missing());
    }

    @Test
    void everythingMeansProductsThatTheGraphDoesNotKnow() {
        ImportSample gaf = ImportSample.read(ImportFormat.GAF, true, ImportSample.file("sample.gaf"));
        assertEquals(List.of(), gaf.of("Import-subject"));
        assertEquals(6, gaf.reading().claims());
        Node product = NodeFactory.createURI("http://purl.uniprot.org/uniprot/A0A999");
        assertTrue(gaf.triples().contains(product, RDFS.label.asNode(),
                NodeFactory.createLiteralString("MADEUP1")));
        assertEquals(0, ReadClaims.judged(gaf).count(Severity.VIOLATION));
    }

    @Test
    void aRowThatSaysTheOppositeOfAnotherIsLeftOut() throws IOException {
        String row = ImportSample.text("sample.gaf").lines().filter(l -> l.contains("NOT|")).findFirst().orElseThrow();
        Path file = Files.writeString(folder.resolve("opposite.gaf"), ImportSample.text("sample.gaf")
                + row.replace("NOT|", "") + "\n" + row.replace("20200102", "20210102") + "\n");
        ImportSample read = ImportSample.read(ImportFormat.GAF, false, file);
        assertEquals("row 8", read.of("Import-contradiction").get(0).valueText());
        assertEquals(1, read.of("Import-repeated").size());
        assertEquals(5, read.reading().claims());
    }

    @Test
    void everyEvidenceCodeIsATermOfTheGraph() {
        ImportTerms known = ImportTerms.of(BundledGraph.snapshot().union());
        Set<String> terms = new TreeSet<>();
        for (GoEvidence code : GoEvidence.values()) {
            terms.add(code.eco(List.of()));
        }
        assertEquals(26, terms.size());
        terms.add(GoEvidence.IEA.eco(List.of("PMID:1", "GO_REF:0000002")));
        terms.add(GoEvidence.ISS.eco(List.of("GO_REF:0000012")));
        assertTrue(terms.containsAll(Set.of("ECO:0000256", "ECO:0000031")));
        terms.forEach(t -> assertEquals(ImportTerms.Standing.CURRENT, known.standing(NodeFactory.createURI(
                "http://purl.obolibrary.org/obo/" + t.replace(':', '_'))), t));
    }
}
