package org.secretomegraph.importing.vesicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.importing.ImportSample;
import org.secretomegraph.importing.ReadClaims;
import org.secretomegraph.importing.record.ImportFormat;
import org.secretomegraph.report.Finding;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** What tables of Vesiclepedia and ExoCarta become. */
class ImportedCargoTest {
    @TempDir
    private Path folder;

    @Test
    void cargoTablesBecomeClaimsWithTheirExperiments() {
        List<ImportSample> tables = ImportSample.all(ImportFormat.VESICLEPEDIA, false, ReadClaims.vesiclepedia());
        assertEquals(3, tables.size());
        assertEquals(Set.of("ACTB cargoOf extracellular exosome supports ECO_0000006 row 2",
                "ACTB cargoOf extracellular vesicle supports ECO_0000006 row 3"),
                ReadClaims.claims(tables.get(0).triples()));
        assertEquals(Set.of("MIR21 cargoOf extracellular vesicle supports ECO_0000006 row 2"),
                ReadClaims.claims(tables.get(1).triples()));
        assertEquals(Set.of("prostaglandin E2 cargoOf extracellular exosome supports ECO_0000006 row 2"),
                ReadClaims.claims(tables.get(2).triples()));
        Graph proteins = tables.get(0).triples();
        assertTrue(ReadClaims.values(proteins, Scso.sourceTissue)
                .contains("http://purl.obolibrary.org/obo/UBERON_0001088"));
        assertEquals(Set.of("Made-up cells"), ReadClaims.values(proteins, Scso.model));
        assertTrue(ReadClaims.values(proteins, Scso.subjectAsNamed).contains("ACTB mRNA"));
        assertEquals(Set.of("21", "22"), ReadClaims.values(proteins, Terms.pmid));
        assertEquals(Set.of("2010", "2011"), ReadClaims.values(proteins, Terms.issued));
        assertEquals(Set.of("Import-publication", "Import-name", "Import-subject", "Import-experiment"),
                tables.get(0).reading().findings().stream().map(Finding::ruleName).collect(Collectors.toSet()));
    }

    @Test
    void exoCartaListsExosomes() throws IOException {
        Path experiments = Files.writeString(folder.resolve("EXOCARTA_EXPERIMENT_DETAILS.txt"),
                "EXPERIMENT ID\tPUBMED ID\tSPECIES\tMADE-UP COLUMN\tSAMPLE\n1\t21\tHomo sapiens\t\tUrine\n");
        Path proteins =
                Files.writeString(folder.resolve("EXOCARTA_PROTEIN_MRNA_DETAILS.txt"), "CONTENT ID\tCONTENT TYPE\t"
                        + "ENTREZ GENE ID\tGENE SYMBOL\tSPECIES\tEXPERIMENT ID\tMETHODS\n1\tprotein\t60\tACTB\tHomo sapiens\t1\tWestern blot\n");
        ImportSample read = ImportSample.read(ImportFormat.EXOCARTA, false, proteins, experiments);
        assertEquals(Set.of("ACTB cargoOf extracellular exosome supports ECO_0000006 row 2"),
                ReadClaims.claims(read.triples()));
        assertEquals(List.of("Sheet-column info"), read.reading().findings().stream()
                .map(f -> f.ruleName() + " " + f.severity()).toList());
    }

    /**
     * A table as it was downloaded lists fourteen kinds of cargo; four were known, and the others refused the whole
     * file.
     */
    @ParameterizedTest
    @ValueSource(strings = {"mRNA", "mrna", "snoRNA", "tRNA", "snRNA", "rRNA", "scaRNA", "lncRNA", "yRNA", "pseudogene",
            "ncRNA",
            "vtRNA", "lincRNA"})
    void everyKindOfRnaThatExoCartaListsIsCargo(String kind) throws IOException {
        Path experiments = Files.writeString(folder.resolve("experiments.txt"),
                "EXPERIMENT ID\tPUBMED ID\tSPECIES\tSAMPLE\n1\t21\tHomo sapiens\tUrine\n");
        Path table = Files.writeString(folder.resolve("table.txt"),
                "CONTENT ID\tCONTENT TYPE\tENTREZ GENE ID\tGENE SYMBOL\t"
                        + "SPECIES\tEXPERIMENT ID\tMETHODS\n1\t" + kind
                        + "\t60\tACTB\tHomo sapiens\t1\tRNA Sequencing|RT-PCR\n");
        ImportSample read = ImportSample.read(ImportFormat.EXOCARTA, false, table, experiments);
        assertEquals(Set.of("ACTB cargoOf extracellular exosome supports ECO_0000006 row 2"),
                ReadClaims.claims(read.triples()));
    }
}
