package org.secretomegraph.link.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.ModelFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.guard.Validation;
import org.secretomegraph.link.source.DataFile;
import org.secretomegraph.link.source.Progress;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** What the records of other databases become, and what is left out and told. */
class ImportedClaimsTest {
    @TempDir
    private Path folder;

    @Test
    void annotationsBecomeClaims() {
        Sample gaf = Sample.read(ImportFormat.GAF, false, Sample.file("sample.gaf"));
        assertEquals(9, gaf.reading().rows());
        assertEquals(Set.of(
                "ACTB involvedIn positive regulation of cell population proliferation supports ECO_0000303 row 7",
                "ACTB involvedIn angiogenesis refutes ECO_0000314 row 8",
                "HGF actsUpstreamOf angiogenesis supports ECO_0000315 row 9",
                "HGF involvedIn angiogenesis supports ECO_0000249 row 10",
                "ACTB cargoOf extracellular exosome supports ECO_0007005 row 11"), claims(gaf.triples()));
    }

    @Test
    void whatARowSaysBesidesIsKept() {
        Graph gaf = Sample.read(ImportFormat.GAF, false, Sample.file("sample.gaf")).triples();
        assertEquals(Set.of("UniProtKB:P60709-2"), values(gaf, Scso.subjectAsNamed));
        assertTrue(values(gaf, org.apache.jena.vocabulary.RDFS.comment.asNode()).contains(
                "Taxon: taxon:9606. Extension: occurs_in(CL:0000115)."));
        assertTrue(values(gaf, org.apache.jena.vocabulary.RDFS.comment.asNode()).contains(
                "Relation: acts_upstream_of_positive_effect. Taxon: taxon:9606."));
        assertTrue(values(gaf, Terms.created).contains("2020-01-03"));
        assertTrue(values(gaf, Scso.finding).contains(
                "ACTB is annotated as not taking part in angiogenesis by UniProt on IDA evidence."));
    }

    @Test
    void bothFormatsOfAnnotationsSayTheSame() {
        Set<String> gaf = claims(Sample.read(ImportFormat.GAF, false, Sample.file("sample.gaf")).triples());
        Set<String> gpad = claims(Sample.read(ImportFormat.GPAD, false, Sample.file("sample.gpad")).triples());
        assertEquals(3, gpad.size());
        assertTrue(withoutRows(gaf).containsAll(withoutRows(gpad)), gpad::toString);
    }

    @Test
    void whatIsLeftOutIsToldWithItsNumber() {
        Sample gaf = Sample.read(ImportFormat.GAF, false, Sample.file("sample.gaf"));
        assertEquals("rows left out about genes and products that the graph does not know: 1",
                gaf.of("Import-subject").get(0).problem());
        assertTrue(gaf.of("Import-noStatement").get(0).problem().endsWith(": 2"));
        assertEquals(Set.of("GO:9999999"), gaf.reading().missing());
    }

    @Test
    void everythingMeansProductsThatTheGraphDoesNotKnow() {
        Sample gaf = Sample.read(ImportFormat.GAF, true, Sample.file("sample.gaf"));
        assertEquals(List.of(), gaf.of("Import-subject"));
        assertEquals(6, gaf.reading().claims());
        Node product = NodeFactory.createURI("http://purl.uniprot.org/uniprot/A0A999");
        assertTrue(gaf.triples().contains(product, org.apache.jena.vocabulary.RDFS.label.asNode(),
                NodeFactory.createLiteralString("MADEUP1")));
        assertEquals(0, judged(gaf).count(Severity.VIOLATION));
    }

    @Test
    void aRowThatSaysTheOppositeOfAnotherIsLeftOut() throws IOException {
        String row = Sample.text("sample.gaf").lines().filter(l -> l.contains("NOT|")).findFirst().orElseThrow();
        Path file = Files.writeString(folder.resolve("opposite.gaf"), Sample.text("sample.gaf")
                + row.replace("NOT|", "") + "\n" + row.replace("20200102", "20210102") + "\n");
        Sample read = Sample.read(ImportFormat.GAF, false, file);
        assertEquals("row 8", read.of("Import-contradiction").get(0).valueText());
        assertEquals(1, read.of("Import-repeated").size());
        assertEquals(5, read.reading().claims());
    }

    @Test
    void everyEvidenceCodeIsATermOfTheGraph() {
        KnownTerms known = KnownTerms.of(BundledGraph.snapshot().union());
        Set<String> terms = new TreeSet<>();
        for (GoEvidence code : GoEvidence.values()) {
            terms.add(code.eco(List.of()));
        }
        assertEquals(26, terms.size());
        terms.add(GoEvidence.IEA.eco(List.of("PMID:1", "GO_REF:0000002")));
        terms.add(GoEvidence.ISS.eco(List.of("GO_REF:0000012")));
        assertTrue(terms.containsAll(Set.of("ECO:0000256", "ECO:0000031")));
        terms.forEach(t -> assertEquals(KnownTerms.Standing.CURRENT, known.standing(NodeFactory.createURI(
                "http://purl.obolibrary.org/obo/" + t.replace(':', '_'))), t));
    }

    @Test
    void cargoTablesBecomeClaimsWithTheirExperiments() {
        List<Sample> tables = Sample.all(ImportFormat.VESICLEPEDIA, false, vesiclepedia());
        assertEquals(3, tables.size());
        assertEquals(Set.of("ACTB cargoOf extracellular exosome supports ECO_0000006 row 2",
                "ACTB cargoOf extracellular vesicle supports ECO_0000006 row 3"), claims(tables.get(0).triples()));
        assertEquals(Set.of("MIR21 cargoOf extracellular vesicle supports ECO_0000006 row 2"),
                claims(tables.get(1).triples()));
        assertEquals(Set.of("prostaglandin E2 cargoOf extracellular exosome supports ECO_0000006 row 2"),
                claims(tables.get(2).triples()));
        Graph proteins = tables.get(0).triples();
        assertTrue(values(proteins, Scso.sourceTissue).contains("http://purl.obolibrary.org/obo/UBERON_0001088"));
        assertEquals(Set.of("Made-up cells"), values(proteins, Scso.model));
        assertTrue(values(proteins, Scso.subjectAsNamed).contains("ACTB mRNA"));
        assertEquals(Set.of("21", "22"), values(proteins, Terms.pmid));
        assertEquals(Set.of("2010", "2011"), values(proteins, Terms.issued));
        assertEquals(Set.of("Import-publication", "Import-name", "Import-subject", "Import-experiment"),
                tables.get(0).reading().findings().stream().map(Finding::ruleName).collect(Collectors.toSet()));
    }

    @Test
    void exoCartaListsExosomes() throws IOException {
        Path experiments = Files.writeString(folder.resolve("EXOCARTA_EXPERIMENT_DETAILS.txt"),
                "EXPERIMENT ID\tPUBMED ID\tSPECIES\tMADE-UP COLUMN\tSAMPLE\n1\t21\tHomo sapiens\t\tUrine\n");
        Path proteins = Files.writeString(folder.resolve("EXOCARTA_PROTEIN_MRNA_DETAILS.txt"), "CONTENT ID\tCONTENT TYPE\t"
                + "ENTREZ GENE ID\tGENE SYMBOL\tSPECIES\tEXPERIMENT ID\tMETHODS\n1\tprotein\t60\tACTB\tHomo sapiens\t1\tWestern blot\n");
        Sample read = Sample.read(ImportFormat.EXOCARTA, false, proteins, experiments);
        assertEquals(Set.of("ACTB cargoOf extracellular exosome supports ECO_0000006 row 2"), claims(read.triples()));
        assertEquals(List.of("Sheet-column info"), read.reading().findings().stream()
                .map(f -> f.ruleName() + " " + f.severity()).toList());
    }

    /** A table as it was downloaded lists fourteen kinds of cargo; four were known, and the others refused the whole file. */
    @ParameterizedTest
    @ValueSource(strings = {"mRNA", "mrna", "snoRNA", "tRNA", "snRNA", "rRNA", "scaRNA", "lncRNA", "yRNA", "pseudogene", "ncRNA",
        "vtRNA", "lincRNA"})
    void everyKindOfRnaThatExoCartaListsIsCargo(String kind) throws IOException {
        Path experiments = Files.writeString(folder.resolve("experiments.txt"),
                "EXPERIMENT ID\tPUBMED ID\tSPECIES\tSAMPLE\n1\t21\tHomo sapiens\tUrine\n");
        Path table = Files.writeString(folder.resolve("table.txt"), "CONTENT ID\tCONTENT TYPE\tENTREZ GENE ID\tGENE SYMBOL\t"
                + "SPECIES\tEXPERIMENT ID\tMETHODS\n1\t" + kind + "\t60\tACTB\tHomo sapiens\t1\tRNA Sequencing|RT-PCR\n");
        Sample read = Sample.read(ImportFormat.EXOCARTA, false, table, experiments);
        assertEquals(Set.of("ACTB cargoOf extracellular exosome supports ECO_0000006 row 2"), claims(read.triples()));
    }

    @Test
    void trialsAreStudiesAndClaims() {
        Sample page = Sample.read(ImportFormat.CLINICALTRIALS, false, Sample.file("trials-page.json"));
        assertEquals(Set.of("extracellular exosome studiedFor osteoarthritis, knee supports ECO_0000180 row 1",
                "mesenchymal stem cell studiedFor stroke disorder supports ECO_0000180 row 3"), claims(page.triples()));
        assertEquals(Set.of("PHASE1", "PHASE2", "PHASE3"), values(page.triples(), Scso.phase));
        assertEquals(Set.of("2025-06"), values(page.triples(), Scso.startDate));
        assertEquals(Set.of("RECRUITING", "COMPLETED"), values(page.triples(), Scso.trialStatus));
        assertTrue(values(page.triples(), Scso.conditionAsNamed).contains("Made-up condition"));
        assertEquals("Made-up condition", page.of("Import-name").get(0).valueText());
        assertEquals("prostaglandin E2", page.of("Import-noStatement").get(0).valueText());
        assertEquals(1, page.of("Import-subject").size());
        assertEquals(Severity.WARNING, page.of("Import-json").get(0).severity());
    }

    @Test
    void trialsMayComeInAnyOfTheFormsOfADownload() throws IOException {
        Set<String> expected = claims(Sample.read(ImportFormat.CLINICALTRIALS, false,
                Sample.file("trials-page.json")).triples());
        Path zip = folder.resolve("ctg-studies.json.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("ctg-studies/trials.json"));
            out.write(Files.readAllBytes(Sample.file("trials-list.json")));
        }
        Path studies = Files.createDirectory(folder.resolve("studies"));
        List<String> lines = Sample.text("trials.ndjson").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Files.writeString(studies.resolve("NCT" + i + ".json"), lines.get(i));
        }
        for (Path form : List.of(Sample.file("trials-list.json"), Sample.file("trials.ndjson"), zip, studies)) {
            Sample read = Sample.read(ImportFormat.CLINICALTRIALS, false, form);
            assertEquals(withoutRows(expected), withoutRows(claims(read.triples())), form::toString);
            assertEquals(3, read.reading().rows(), form::toString);
        }
    }

    @Test
    void allStudiesAreDescribedWhenEverythingIsWanted() {
        Sample all = Sample.read(ImportFormat.CLINICALTRIALS, true, Sample.file("trials-page.json"));
        assertEquals(Set.of("NCT99999901", "NCT99999902", "NCT99999903"), values(all.triples(), Scso.registeredAs));
        assertEquals(0, judged(all).count(Severity.VIOLATION));
    }

    @Test
    void importedClaimsPassTheShapes() {
        List<Sample> samples = List.of(Sample.read(ImportFormat.GAF, false, Sample.file("sample.gaf")),
                Sample.read(ImportFormat.GPAD, false, Sample.file("sample.gpad")),
                Sample.read(ImportFormat.VESICLEPEDIA, false, vesiclepedia()),
                Sample.read(ImportFormat.CLINICALTRIALS, false, Sample.file("trials-page.json")));
        samples.forEach(sample -> assertEquals(List.of(), judged(sample).findings().stream()
                .filter(f -> f.severity() == Severity.VIOLATION).toList()));
    }

    @Test
    void aFindingOfTheShapesLeadsBackToTheCell() {
        Sample gaf = Sample.read(ImportFormat.GAF, false, Sample.file("sample.gaf"));
        Finding title = judged(gaf).findings().stream().filter(f -> f.ruleName().equals("Publication-title")).findFirst()
                .orElseThrow();
        assertEquals(8, title.place().line());
    }

    @Test
    void theGraphSaysWhereItComesFrom() {
        Path file = Sample.file("sample.gaf");
        Sample gaf = Sample.read(ImportFormat.GAF, false, file);
        assertEquals("https://w3id.org/scso/graph/imported/gaf/sample", gaf.intake().graph().getURI());
        Graph triples = gaf.triples();
        assertTrue(values(triples, Terms.description).containsAll(Set.of("gaf-version: 2.2", "generated-by: GOC",
                "date-generated: 2026-01-28T11:00", "Imported from a file of another database; not curated by us.")));
        assertEquals(Set.of("sha256:" + DataFile.of(file, Progress.SILENT).checksum()), values(triples, Terms.identifier));
        assertEquals(Set.of("https://creativecommons.org/licenses/by/4.0/"), values(triples, Terms.license));
        assertEquals(Set.of("2026-11-23T12:00:00Z"), values(triples, Terms.endedAtTime));
        assertEquals(1, triples.find(gaf.intake().graph(), Terms.wasGeneratedBy, Node.ANY).toList().size());
    }

    @Test
    void gzipAndWindowsLineEndsChangeNothing() throws IOException {
        Set<String> expected = claims(Sample.read(ImportFormat.GAF, false, Sample.file("sample.gaf")).triples());
        byte[] windows = ("\uFEFF" + Sample.text("sample.gaf").replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        Path zipped = Files.write(folder.resolve("sample.gaf.gz"), gzip(windows));
        assertEquals(expected, claims(Sample.read(ImportFormat.GAF, false, zipped).triples()));
    }

    @Test
    void theSameFileGivesTheSameTriples() {
        Graph first = Sample.read(ImportFormat.GAF, false, Sample.file("sample.gaf")).triples();
        assertTrue(first.isIsomorphicWith(Sample.read(ImportFormat.GAF, false, Sample.file("sample.gaf")).triples()));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static Path[] vesiclepedia() {
        return List.of("proteins", "mirnas", "lipids", "experiments").stream()
                .map(table -> Sample.file("vesiclepedia-" + table + ".txt")).toArray(Path[]::new);
    }

    private static Judgement judged(Sample sample) {
        return new Validation(BundledGraph.wiring().rulebook()).judge(BundledGraph.snapshot().union(),
                List.of(ReadIntake.of(sample.intake(), Long.MAX_VALUE).proposed().orElseThrow()));
    }

    private static Set<String> values(Graph graph, Node property) {
        return graph.stream(Node.ANY, property, Node.ANY).map(t -> t.getObject().isLiteral()
                ? t.getObject().getLiteralLexicalForm() : t.getObject().getURI()).collect(Collectors.toSet());
    }

    private static Set<String> withoutRows(Set<String> claims) {
        return claims.stream().map(c -> c.replaceFirst(" row \\d+$", "")).collect(Collectors.toSet());
    }

    /** The claims with the labels of the bundled graph. */
    private static Set<String> claims(Graph triples) {
        var query = QueryFactory.create("""
                PREFIX scso: <https://w3id.org/scso/>
                SELECT ?s ?r ?o ?outcome ?evidence ?row
                WHERE { ?claim scso:subject ?s ; scso:relation ?r ; scso:object ?o ; scso:outcome ?outcome ;
                    scso:evidence ?evidence ; scso:sourceRow ?row }
                """);
        Set<String> claims = new TreeSet<>();
        KnownTerms known = KnownTerms.of(BundledGraph.snapshot().union());
        try (QueryExecution run = QueryExecution.create(query, ModelFactory.createModelForGraph(triples))) {
            run.execSelect().forEachRemaining(row -> claims.add(String.join(" ", Arrays.asList(
                    known.label(row.get("s").asNode()), local(row.get("r").asNode()), known.label(row.get("o").asNode()),
                    local(row.get("outcome").asNode()), local(row.get("evidence").asNode()), "row "
                            + row.getLiteral("row").getInt()))));
        }
        return claims;
    }

    private static String local(Node node) {
        return node.getURI().replaceFirst("^.*/", "");
    }
}
