package org.secretomegraph.linking.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.io.ReadProgress;
import org.secretomegraph.linking.release.OntologyRelease;

/** Names that mean the same fold together, names that do not stay apart, and proposals are SSSOM to be reviewed. */
class LexicalMatcherTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"TGF-β1,TGF beta 1", "TGF-β1,TGFbeta1", "IL-6,IL6",
            "Ischaemic preconditioning,ischemic preconditioning",
            "growth factors,Growth Factor", "size exclusion chromatography,chromatography: size-exclusion",
            "isolation of vesicles,vesicle isolation", "Wharton’s jelly,Wharton jelly",
            "M1 polarisation,M1 polarization",
            "naïve cell,naive cells", "tumour biopsies,tumor biopsy", "biological processes,biological process",
            "colour centre,color center"})
    void foldsWhatIsTheSameName(String one, String other) {
        assertEquals(LexicalMatcher.normalized(one), LexicalMatcher.normalized(other));
    }

    @ParameterizedTest
    @CsvSource({"IL-6,IL-16", "M1 macrophage,M2 macrophage", "TGF-α,TGF-β", "pre-miR-21,pre-miR-22", "mass,mas",
            "vitamin A,vitamin"})
    void keepsApartWhatIsNot(String one, String other) {
        assertTrue(!LexicalMatcher.normalized(one).equals(LexicalMatcher.normalized(other)),
                LexicalMatcher.normalized(one));
    }

    @Test
    void proposesByLabelAndSynonymWithConfidence() throws IOException {
        Path release = Files.writeString(folder.resolve("xyz.obo"), """
                format-version: 1.4
                data-version: releases/2030-01-01
                ontology: pato

                [Term]
                id: PATO:9000001
                name: Hypoxic preconditioning

                [Term]
                id: PATO:9000002
                name: something else
                synonym: "chromatography, size exclusion" EXACT []

                [Term]
                id: PATO:9000003
                name: obsolete ultrafiltration
                synonym: "ultrafiltration" EXACT []
                is_obsolete: true

                [Term]
                id: PATO:9000004
                name: unrelated
                """);
        LexicalMatcher.Proposed proposed = LexicalMatcher.of(BundledGraph.snapshot(),
                OntologyRelease.open(release, ReadProgress.SILENT));
        List<String> rows = proposed.text().lines().filter(l -> l.startsWith("SCSO:")).toList();
        assertEquals(List.of(
                "SCSO:0000012\thypoxic preconditioning\tskos:exactMatch\tPATO:9000001\tHypoxic preconditioning"
                        + "\tsemapv:LexicalMatching\t0.95\trdfs:label\trdfs:label\thypoxic preconditioning",
                "SCSO:0000304\tsize-exclusion chromatography\tskos:exactMatch\tPATO:9000002\tsomething else"
                        + "\tsemapv:LexicalMatching\t0.77\trdfs:label\toboInOwl:hasExactSynonym\tchromatography exclusion size"),
                rows);
        assertTrue(proposed.text().startsWith("#sssom_version: \"1.1\"\n#curie_map:\n#  PATO: "), proposed.text());
    }

    /** CM is a conditioned medium and a modified cytidine: synonyms of two letters on both sides tell nothing. */
    @Test
    void proposesNoMereAbbreviationAndNoWithdrawnTermOfOurs() throws IOException {
        Path release = Files.writeString(folder.resolve("abbreviations.obo"), """
                format-version: 1.4
                ontology: pato

                [Term]
                id: PATO:9000001
                name: something of chemistry
                synonym: "CM" EXACT []

                [Term]
                id: PATO:9000002
                name: liver fibrosis
                """);
        LexicalMatcher.Proposed proposed = LexicalMatcher.of(BundledGraph.snapshot(),
                OntologyRelease.open(release, ReadProgress.SILENT));
        assertEquals(List.of(), proposed.text().lines().filter(l -> l.startsWith("SCSO:")).toList());
    }

    /** A key without a value is null in YAML: sssom-java refused the set of a release in which nothing matches. */
    @Test
    void aSetWithoutMappingsIsStillSssom() throws IOException {
        Path release = Files.writeString(folder.resolve("other.obo"), "format-version: 1.4\nontology: pato\n\n[Term]\n"
                + "id: PATO:9000001\nname: something of chemistry\n");
        String text =
                LexicalMatcher.of(BundledGraph.snapshot(), OntologyRelease.open(release, ReadProgress.SILENT)).text();
        assertTrue(text.startsWith("#sssom_version: \"1.1\"\n#mapping_set_id: "), text);
    }
}
