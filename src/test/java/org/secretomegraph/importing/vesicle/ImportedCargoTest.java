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
import org.apache.jena.vocabulary.RDFS;
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

    /**
     * Vesiclepedia 5.1's own tables, made small: a carriage return for no gene in every second row of microRNAs, which
     * tore the row in two; NOTFOUND for no gene; names as miRBase writes them; gene numbers that are one of several.
     */
    @Test
    void microRnasAreReadAsVesiclepediaWritesThem() throws IOException {
        ImportSample read = ImportSample.read(ImportFormat.VESICLEPEDIA, false, mirnas("""
                1\tmirna\thsa-miR-21-5p\tHomo sapiens\t1\tRT-PCR\t\r\tNOTFOUND
                2\tmirna\tlet-7b\tHomo sapiens\t1\t Small RNA sequencing\tNOTFOUND\tNOT FOUND
                3\tmirna\tlet-7g*\tHomo sapiens\t1\tRT-PCR\t999999\tAmbiguous mapping to Entrez gene ID
                4\tmirna\tmiR-146a\tMus musculus\t1\tRT-PCR\t\r\tNOTFOUND
                5\tmirna\tmmu-miR-146a-5p\tHomo sapiens\t1\tRT-PCR\tNOTFOUND\tNOTFOUND
                6\tmirna\t\u00A0hsa-mir-146a \tHomo sapiens \t1\tRT-PCR|ELISA\t406938\tClear hit to Entrez gene ID
                7\tmirna\thsa_piR_1\tHomo sapiens\t1\tRT-PCR\t\r\tNOTFOUND
                """), experiments("Small extracellular vesicles"));
        assertEquals(Set.of("MIR21 cargoOf small extracellular vesicle supports ECO_0000006 row 2",
                "MIRLET7B cargoOf small extracellular vesicle supports ECO_0000006 row 3",
                "MIRLET7G cargoOf small extracellular vesicle supports ECO_0000006 row 4",
                "MIR146A cargoOf small extracellular vesicle supports ECO_0000006 row 7"),
                ReadClaims.claims(read.triples()));
        assertEquals(Set.of("hsa-miR-21-5p miRNA", "let-7b miRNA", "let-7g* miRNA", "hsa-mir-146a miRNA"),
                ReadClaims.values(read.triples(), Scso.subjectAsNamed));
        assertEquals(List.of("Import-name info"), read.reading().findings().stream()
                .map(f -> f.ruleName() + " " + f.severity()).toList(),
                "three rows left out, and nothing wrong with any");
        assertEquals(7, read.reading().rows());
    }

    @Test
    void aLipidOfNoStatedSpeciesIsOfNone() throws IOException {
        Path table = Files.writeString(folder.resolve("lipids.txt"),
                "CONTENT ID\tCONTENT TYPE\tLIPID ID\tSPECIES\tEXPERIMENT ID"
                        + "\tMETHODS\n1\tlipid\tprostaglandin E2\t\t1\tMass spectrometry\n");
        ImportSample read =
                ImportSample.read(ImportFormat.VESICLEPEDIA, false, table, experiments("Extracellular vesicles "));
        assertEquals(Set.of("prostaglandin E2 cargoOf extracellular vesicle supports ECO_0000006 row 2"),
                ReadClaims.claims(read.triples()));
        assertEquals(Set.of(), ReadClaims.values(read.triples(), Scso.donorSpecies));
        assertTrue(ReadClaims.values(read.triples(), RDFS.comment.asNode()).stream()
                .noneMatch(note -> note.contains("Species") || note.contains("Isolation")),
                "- stands for no isolation");
    }

    /** Copies of ExoCarta's table that a spreadsheet saved; the kind of cargo is written in two ways. */
    @Test
    void aTableSeparatedBySemicolonsIsReadToo() throws IOException {
        Path experiments = Files.writeString(folder.resolve("experiments.csv"),
                "EXPERIMENT ID;PUBMED ID;SPECIES;SAMPLE\r\n1;21;Homo sapiens;\"Urine\"\r\n");
        Path table = Files.writeString(folder.resolve("table.csv"),
                "CONTENT ID;CONTENT TYPE;ENTREZ GENE ID;GENE SYMBOL;SPECIES;"
                        + "EXPERIMENT ID;METHODS\r\n1;mRNA;60;ACTB;Homo sapiens;1;\"RNA Sequencing\"\r\n2;mrna;60;ACTB;Homo sapiens;1;-\r\n"
                        + "3;protein;60;ACTB;Homo sapiens;1\r\n");
        ImportSample read = ImportSample.read(ImportFormat.EXOCARTA, false, table, experiments);
        assertEquals(Set.of("ACTB cargoOf extracellular exosome supports ECO_0000006 row 2"),
                ReadClaims.claims(read.triples()));
        assertEquals(List.of("Import-fields violation", "Import-repeated info"), read.reading().findings().stream()
                .map(f -> f.ruleName() + " " + f.severity()).sorted().toList());
        assertEquals("Restore the missing semicolons, or delete those too many.",
                read.of("Import-fields").get(0).remedy());
    }

    private Path mirnas(String rows) throws IOException {
        return Files.writeString(folder.resolve("mirnas.txt"),
                "CONTENT ID\tCONTENT TYPE\tMIRNA ID\tSPECIES\tEXPERIMENT ID\t"
                        + "METHODS\tEntrez GENE ID\tCOMMENTS\n" + rows);
    }

    private Path experiments(String vesicleType) throws IOException {
        return Files.writeString(folder.resolve("experiments.txt"),
                "EXPERIMENT ID\tPUBMED ID\tSPECIES\tEXPERIMENT DESCRIPTION\t"
                        + "SAMPLE\tSAMPLE SOURCE\tSAMPLE NAME\tIDENTIFICATIONS\tMETHODS\tYEAR\tISOLATION METHOD\tVESICLE TYPE\n"
                        + "1\t21\tHomo sapiens\tA made-up experiment\tUrine\tts\tUrine\tmiRNA|Lipid\tRT-PCR\t2010\t-\t"
                        + vesicleType + "\n");
    }
}
