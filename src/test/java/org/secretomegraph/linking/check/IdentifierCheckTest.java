package org.secretomegraph.linking.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.ReadProgress;
import org.secretomegraph.linking.release.OntologyRelease;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;

/** Planted faults are found where they are, what is right is left alone, and our own files have no fault. */
class IdentifierCheckTest {
    private static final Path FILES = Path.of("src/test/resources/link/faults");

    @TempDir
    private Path folder;

    @Test
    void findsEveryPlantedFaultAndNothingElse() throws IOException {
        List<String> rows = Files.readAllLines(FILES.resolve("claims.tsv"));
        List<String> planted = new ArrayList<>();
        for (int row = 3; row <= rows.size(); row++) {
            String fault = rows.get(row - 1).replaceFirst("^.*\t", "");
            if (!fault.equals("-")) {
                planted.add(row + " " + fault);
            }
        }
        List<Finding> found = against(FILES.resolve("claims.tsv"));
        assertEquals(20, planted.size());
        assertEquals(planted, found.stream().map(f -> f.place().line() + " " + f.ruleName()).toList());
        found.forEach(f -> assertTrue(!f.remedy().isEmpty() && !f.place().letter().isEmpty(), "no address: " + f));
    }

    @Test
    void suggestsWhatWasProbablyMeant() {
        Map<Long, String> suggested = against(FILES.resolve("claims.tsv")).stream()
                .collect(Collectors.toMap(f -> f.place().line(), Finding::advice));
        for (long row = 4; row <= 9; row++) {
            String right = row == 8 ? "HGNC:4893" : "GO:0006915";
            assertTrue(suggested.get(row).endsWith("Did you mean " + right + "?"), row + ": " + suggested.get(row));
        }
        assertEquals("Write NCBITaxon:9606.", suggested.get(11L));
        assertTrue(suggested.get(14L).endsWith("Did you mean GO:0006915?"), "the label tells: " + suggested.get(14L));
        assertEquals("Use GO:0006928.", suggested.get(15L), "through the chain");
        assertEquals("Choose what fits: GO:0006915, GO:0006928.", suggested.get(17L));
        assertTrue(suggested.get(21L).endsWith("Did you mean GO:0006928?"), "the label is another term's");
    }

    @Test
    void findsSpoiltIrisInRdf() throws IOException {
        Path file = Files.writeString(folder.resolve("spoilt.ttl"), """
                @prefix obo: <http://purl.obolibrary.org/obo/> .
                @prefix oboInOwl: <http://www.geneontology.org/formats/oboInOwl#> .
                @prefix scso: <https://w3id.org/scso/> .
                scso:claim/x scso:relation scso:promotes ; scso:object obo:GO_0008083 ; scso:evidence obo:go_0006915 ;
                    scso:isolation <http://purl.obolibrary.org/obo/GO:0006915> , <https://purl.obolibrary.org/obo/GO_0006915> ;
                    scso:assay obo:GO_06915 ; oboInOwl:hasDbXref "UniprotKB:P14210" , "UniProtKB:P14210" .
                """.replace("scso:claim/x", "<https://w3id.org/scso/claim/x>"));
        assertEquals(List.of("assay form", "evidence prefixSpelling", "isolation form", "isolation form", "object kind",
                "hasDbXref prefixSpelling").stream().sorted().toList(), against(file).stream()
                        .map(f -> f.place().path().replaceFirst("^.*[/#]", "") + " "
                                + f.ruleName().replaceFirst("^.*-", ""))
                        .sorted().toList());
    }

    /** Our own ontology withdrew a term for the first time, and was told not to name it. */
    @Test
    void letsAFileNameTheTermThatItWithdraws() throws IOException {
        Path file = Files.writeString(folder.resolve("own.ttl"), """
                @prefix scso: <https://w3id.org/scso/> .
                @prefix owl: <http://www.w3.org/2002/07/owl#> .
                scso:0000817 a owl:Class ; owl:deprecated true .
                """);
        assertEquals(List.of(), against(file));
        Path using = Files.writeString(folder.resolve("using.ttl"), "<https://w3id.org/scso/claim/x>"
                + " <https://w3id.org/scso/object> <https://w3id.org/scso/0000817> .");
        assertEquals(List.of("Use MONDO:0100430."), against(using).stream().map(Finding::remedy).toList());
    }

    /** The prefixes of a mapping set are those that it declares, and mean what it says. */
    @Test
    void readsThePrefixesThatAMappingSetDeclares() throws IOException {
        Path release = Files.writeString(folder.resolve("mondo.obo"),
                "format-version: 1.4\nontology: mondo\n\n[Term]\nid: MONDO:9000001\nname: made-up disorder\n");
        IdentifierCheck.Result result = IdentifierCheck.of(
                List.of(CheckedFile.of(FILES.resolveSibling("cases").resolve("own-prefixes.sssom.tsv"))),
                BundledGraph.snapshot(), List.of(OntologyRelease.open(release, ReadProgress.SILENT)));
        assertEquals(List.of("9 Identifier-label", "10 Identifier-prefix"), result.judgement().findings().stream()
                .map(f -> f.place().line() + " " + f.ruleName()).toList());
        assertEquals(Map.of("ACME", 1, "MI", 1), result.unchecked());
    }

    @Test
    void findsAMondoSusceptibilityWhereAConditionIsAsked() throws IOException {
        Path release = Files.writeString(folder.resolve("mondo.obo"), """
                format-version: 1.4
                ontology: mondo

                [Term]
                id: MONDO:0000001
                name: disease

                [Term]
                id: MONDO:0042489
                name: disease susceptibility
                is_a: MONDO:0000001 ! disease

                [Term]
                id: MONDO:0099999
                name: stroke, susceptibility to
                is_a: MONDO:0042489
                """);
        Path sheet = Files.writeString(folder.resolve("claims.tsv"), "relation\tobject\tobject_label\n"
                + "ameliorates\tMONDO:0000001\tdisease\nameliorates\tMONDO:0099999\tstroke, susceptibility to\n");
        List<Finding> found = IdentifierCheck.of(List.of(CheckedFile.of(sheet)), BundledGraph.snapshot(),
                List.of(OntologyRelease.open(release, ReadProgress.SILENT))).judgement().findings();
        assertEquals(List.of("Identifier-kind 3"),
                found.stream().map(f -> f.ruleName() + " " + f.place().line()).toList());
    }

    /**
     * A subset of the Cell Ontology that was published on 2026-06-08 holds more terms of GO than of CL: it was taken
     * for a release of GO, and 627 identifiers that it lacks were told to be unknown.
     */
    @Test
    void asksASubsetOnlyOfWhatItHoldsOfItsOwnOntology() throws IOException {
        Path subset = Files.writeString(folder.resolve("slim.obo"), """
                format-version: 1.2
                ontology: cl/subsets/made_up_slim

                [Term]
                id: CL:0000134
                name: another label

                [Term]
                id: GO:0008150
                name: biological_process

                [Term]
                id: GO:0009987
                name: cellular process
                """);
        Path sheet = Files.writeString(folder.resolve("claims.tsv"), "object\tobject_label\nGO:0001525\tangiogenesis\n"
                + "CL:0000084\tT cell\nCL:0000134\tmesenchymal stem cell\n");
        IdentifierCheck.Result result = IdentifierCheck.of(List.of(CheckedFile.of(sheet)), BundledGraph.snapshot(),
                List.of(OntologyRelease.open(subset, ReadProgress.SILENT)));
        assertEquals(List.of("Identifier-label 4"), result.judgement().findings().stream()
                .map(f -> f.ruleName() + " " + f.place().line()).toList());
        assertEquals(Map.of("GO", 1, "CL", 1), result.unchecked());
    }

    /**
     * PW:0000001 is right, and so is reactome:R-HSA-109582: "the prefix PW is unknown, use a prefix of the Bioregistry"
     * was said of both, though the Bioregistry has them, and nothing could be checked against a release of an ontology
     * that our map lacks.
     */
    @Test
    void aPrefixOfTheBioregistryIsKnownAndCheckedAgainstItsRelease() throws IOException {
        Path release = Files.writeString(folder.resolve("pathway.obo"), """
                format-version: 1.2
                ontology: pathway

                [Term]
                id: PW:0000001
                name: pathway

                [Term]
                id: PW:0000002
                name: obsolete pathway
                is_obsolete: true
                replaced_by: PW:0000001
                """);
        Path sheet = Files.writeString(folder.resolve("pathways.tsv"), "object\tobject_label\nPW:0000001\tpathway\n"
                + "PW:0000002\t\nPW:0000009\t\npw:0000001\t\nreactome:R-HSA-109582\t\nNOWHERE:1\t\n");
        IdentifierCheck.Result result = IdentifierCheck.of(List.of(CheckedFile.of(sheet)), BundledGraph.snapshot(),
                List.of(OntologyRelease.open(release, ReadProgress.SILENT)));
        assertEquals(
                List.of("3 Identifier-obsolete", "4 Identifier-unknown", "5 Identifier-prefixSpelling",
                        "7 Identifier-prefix"),
                result.judgement().findings().stream().map(f -> f.place().line() + " " + f.ruleName()).toList());
        assertEquals(Map.of("reactome", 1), result.unchecked());
    }

    /** "Use PW:0000007." was said, which the release that names it as the replacement does not hold. */
    @Test
    void aReplacementThatTheReleaseItselfLacksIsToldAsSuch() throws IOException {
        Path release = Files.writeString(folder.resolve("pathway.obo"), """
                format-version: 1.2
                ontology: pathway

                [Term]
                id: PW:0000001
                name: pathway

                [Term]
                id: PW:0000002
                name: obsolete pathway
                is_obsolete: true
                replaced_by: PW:0000007
                """);
        Path sheet = Files.writeString(folder.resolve("pathways.tsv"), "object\tobject_label\nPW:0000002\t\n");
        List<Finding> findings = IdentifierCheck.of(List.of(CheckedFile.of(sheet)), BundledGraph.snapshot(),
                List.of(OntologyRelease.open(release, ReadProgress.SILENT))).judgement().findings();
        assertEquals(List.of("PW:0000002 is withdrawn, replaced by PW:0000007, which the release itself lacks. "
                + "Look PW:0000007 up in a newer release before you use it."),
                findings.stream().map(f -> f.problem() + ". " + f.remedy()).toList());
    }

    /**
     * An ontology of one's own was said to declare no term, where only nobody could know how its terms are abbreviated.
     */
    @Test
    void aReleaseWhoseTermsHaveNoPrefixIsToldByOneOfThem() throws IOException {
        Path release = Files.writeString(folder.resolve("own.ttl"), """
                @prefix owl: <http://www.w3.org/2002/07/owl#> .
                <http://onto.invalid/Thing1> a owl:Class .
                """);
        Path sheet = Files.writeString(folder.resolve("own.tsv"), "object\tobject_label\nGO:0001525\tangiogenesis\n");
        InvalidInputException told =
                assertThrows(InvalidInputException.class, () -> IdentifierCheck.of(List.of(CheckedFile.of(sheet)),
                        BundledGraph.snapshot(), List.of(OntologyRelease.open(release, ReadProgress.SILENT))));
        assertTrue(told.getMessage().contains("such as http://onto.invalid/Thing1, have no prefix"), told.getMessage());
    }

    /**
     * A release that does not say which ontology it is was taken for ours, since ours has no other spelling: nothing
     * was checked.
     */
    @Test
    void aReleaseWithoutAHeaderIsOfTheOntologyThatMostOfItsTermsAreOf() throws IOException {
        Path release = Files.writeString(folder.resolve("bare.obo"), "format-version: 1.2\n\n[Term]\nid: GO:0001525\n"
                + "name: angiogenesis\n\n[Term]\nid: GO:0006915\nname: apoptotic process\n\n[Term]\nid: CL:0000000\n");
        Path sheet = Files.writeString(folder.resolve("bare.tsv"), "object\tobject_label\nGO:0001525\tangiogenesis\n"
                + "GO:0009999\t\n");
        List<Finding> found = IdentifierCheck.of(List.of(CheckedFile.of(sheet)), BundledGraph.snapshot(),
                List.of(OntologyRelease.open(release, ReadProgress.SILENT))).judgement().findings();
        assertEquals(List.of("3 Identifier-unknown"),
                found.stream().map(f -> f.place().line() + " " + f.ruleName()).toList());
    }

    @Test
    void findsNothingViolatedInOurOwnFiles() {
        List<CheckedFile> own = new ArrayList<>();
        own.add(CheckedFile.of(Path.of("ontology/scso.ttl")));
        BundledGraph.bundle().files("ontology", ".tsv").stream()
                .filter(f -> Stream.of("idranges", "standing", "readings").noneMatch(name -> f.endsWith(name + ".tsv")))
                .forEach(f -> own.add(CheckedFile.of(f)));
        IdentifierCheck.Result result = IdentifierCheck.of(own, BundledGraph.snapshot(), List.of());
        assertTrue(result.judgement().checked() > 10_000, "only " + result.judgement().checked() + " identifiers read");
        assertEquals(List.of(), result.judgement().findings().stream().filter(f -> f.severity() == Severity.VIOLATION)
                .map(Finding::toString).toList());
    }

    private static List<Finding> against(Path file) {
        return IdentifierCheck.of(List.of(CheckedFile.of(file)), BundledGraph.snapshot(),
                List.of(OntologyRelease.open(FILES.resolve("against.obo"), ReadProgress.SILENT))).judgement()
                .findings();
    }
}
