package org.secretomegraph.linking.standing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.ReadProgress;
import org.secretomegraph.linking.check.CheckedFile;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;
import org.secretomegraph.vocab.Scso;

/** What rests on a listed publication is found, whichever of its identifiers a row or a list has, and nothing else. */
class StandingCheckTest {
    private static final String COLUMNS = "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,"
            + "ArticleType,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,"
            + "OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes\n";
    private static final String SHEET = """
            # title: Made-up claims
            key\tdoi\tpmid\tpmcid\turl\tread
            one-01\t10.5555/One\t\t\t\tabstract
            one-02\t10.5555/one\t101\t\t\tabstract
            two-01\t\t102\t\t\trecord
            three-01\t\t\tPMC103\t\tpart
            four-01\t\t\t\thttps://example.org/four\tabstract
            """;

    @TempDir
    private Path folder;

    @Test
    void findsEachRowThatRestsOnAListedPublication() throws IOException {
        StandingCheck.Result found = check("""
                ! Downloaded on 2026-06-10
                ! Source: https://example.org/list?page=1
                PMID:101
                PMID:0102,PMCID:PMC902
                PMID:903,PMCID:pmc103
                """);
        assertEquals(List.of("3:B doi Standing-retracted https://doi.org/10.5555/one",
                "4:B doi Standing-retracted https://doi.org/10.5555/one",
                "5:C pmid Standing-retracted https://pubmed.ncbi.nlm.nih.gov/102/",
                "6:D pmcid Standing-retracted https://pmc.ncbi.nlm.nih.gov/articles/PMC103/"), told(found));
        assertEquals(List.of(Severity.VIOLATION),
                found.findings().stream().map(Finding::severity).distinct().toList());
        assertTrue(found.findings().get(2).problem().startsWith("this record rests on"),
                found.findings().get(2).problem());
        assertTrue(found.findings().get(0).problem().endsWith("list, from example.org of 2026-06-10"),
                found.findings().get(0).problem());
    }

    /** A list of PubMed numbers says nothing about a publication that is known by its DOI or its page alone. */
    @Test
    void countsWhatTheListCouldNotName() throws IOException {
        StandingCheck.Result found = check("PMID:999\n");
        assertEquals(List.of(), found.findings());
        assertEquals("0 of 2 retracted by list; 2 have no identifier of a kind that the list names",
                found.summary(List.of(list("PMID:999\n"))));
    }

    @ParameterizedTest
    @CsvSource({"Retraction,retracted,VIOLATION", "Expression of concern,expressionOfConcern,WARNING",
            "Correction,corrected,INFO", "Reinstatement,reinstated,INFO"})
    void tellsTheNaturesOfNoticesApart(String nature, String standing, Severity severity) throws IOException {
        List<Finding> found =
                check(COLUMNS + record("4/15/2021 0:00", "10.5555/notice", "10.5555/ONE", "0", nature)).findings();
        assertEquals(2, found.size());
        assertEquals("Standing-" + standing, found.get(0).ruleName());
        assertEquals(severity, found.get(0).severity());
        assertTrue(found.get(0).problem().contains("(notice doi:10.5555/notice of 2021-04-15)"),
                found.get(0).problem());
    }

    @Test
    void readsTheLastNoticeAndTakesNoCorrectionForOne() throws IOException {
        String retraction = record("4/15/2021 0:00", "unavailable", "unavailable", "102", "Retraction");
        String correction = record("5/1/2022 0:00", "Unavailable", "unavailable", "102", "Correction");
        String reinstatement = record("2023-01-02", "unavailable", "unavailable", "102", "Reinstatement");
        assertEquals(List.of("5:C pmid Standing-retracted https://pubmed.ncbi.nlm.nih.gov/102/"),
                told(check(COLUMNS + correction + retraction)));
        assertEquals(List.of("5:C pmid Standing-reinstated https://pubmed.ncbi.nlm.nih.gov/102/"),
                told(check(COLUMNS + reinstatement + retraction)));
    }

    /** The table has titles with commas, quotation marks and line breaks, in one encoding or another. */
    @Test
    void readsTheTableOfRetractionWatchAsItIs() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, (COLUMNS + "1,\"A title, \"\"quoted\"\",\nof two lines by M\u00fcller\",S,I,J,P,C,A,U,T,"
                + "4/15/2021 0:00,,0,6/10/2018 0:00,10.5555/one,0,Retraction,R,No,\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        StandingList list = StandingListReader.read(file, ReadProgress.SILENT);
        assertEquals("Retraction Watch, newest notice of 2021-04-15", list.title());
        assertEquals(Standing.RETRACTED, list.on(List.of("doi:10.5555/one")).orElseThrow().standing());
    }

    @ParameterizedTest
    @CsvSource({"'PMID:1,hello',:1: 'hello' is no identifier", "'! nothing but a comment',names no publication",
            "'Record ID,Title',has no column OriginalPaperDOI", "'',names no publication"})
    void refusesWhatIsNoListAndSaysWhatWouldBe(String content, String message) {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> list(content));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @Test
    void refusesANatureThatNobodyKnows() {
        InvalidInputException refused = assertThrows(InvalidInputException.class,
                () -> list(COLUMNS + record("4/15/2021 0:00", "", "10.5555/one", "0", "Eulogy")));
        assertTrue(refused.getMessage().contains(":2: 'Eulogy' is no RetractionNature"), refused.getMessage());
    }

    @Test
    void findsDirectLinksThatLoseTheirSupport() throws IOException {
        Path file = Files.writeString(folder.resolve("links.ttl"), """
                @prefix bibo: <http://purl.org/ontology/bibo/> .
                @prefix prov: <http://www.w3.org/ns/prov#> .
                @prefix scso: <https://w3id.org/scso/> .
                @prefix claim: <https://w3id.org/scso/claim/> .
                @prefix link: <https://w3id.org/scso/link/> .
                claim:a scso:publication <https://doi.org/10.5555/one> ; scso:readingDepth scso:record .
                claim:b scso:publication <https://doi.org/10.5555/two> .
                <https://doi.org/10.5555/one> bibo:pmid "101" .
                link:held prov:wasDerivedFrom claim:a , claim:b .
                link:alone prov:wasDerivedFrom claim:a .
                link:other prov:wasDerivedFrom claim:b .
                """);
        List<Finding> found = StandingCheck.of(List.of(CheckedFile.of(file)), Optional.empty(),
                GraphFactory.createDefaultGraph(), List.of(list("PMID:101\n"))).findings();
        assertEquals(List.of("Standing-link violation link/alone", "Standing-link warning link/held",
                "Standing-retracted violation claim/a"),
                found.stream().map(f -> f.ruleName() + " " + f.severity() + " "
                        + f.place().focus().replace(Scso.NS, "")).sorted().toList());
    }

    /** What the graph says of a publication is no news; its claims stay, and say what was said. */
    @Test
    void whatIsRecordedIsToldAsInformation() throws IOException {
        var recorded = GraphFactory.createDefaultGraph();
        recorded.add(NodeFactory.createURI("https://doi.org/10.5555/one"), Scso.standing, Scso.retracted);
        List<Finding> found = StandingCheck.of(List.of(sheet()), Optional.empty(), recorded,
                List.of(list("DOI:10.5555/one\n"))).findings();
        assertEquals(List.of(Severity.INFO), found.stream().map(Finding::severity).distinct().toList());
    }

    @Test
    void recordsTheCheckAndKeepsWhatCuratorsRead() throws IOException {
        StandingTable table = new StandingTable(folder.resolve("standing.tsv"));
        Files.writeString(table.file(), """
                # title: Made-up
                publication\tstanding\tnotice\tnotice_date\tchecked\tsource
                https://doi.org/10.5555/one\tcorrected\tdoi:10.5555/correction\t2019-01-01\t2020-01-01\tits page
                https://pubmed.ncbi.nlm.nih.gov/102/\tpreprint\tdoi:10.5555/article\t\t2020-01-01\tits page
                https://doi.org/10.5555/gone\tnoNotice\t\t\t2020-01-01\tan old list
                """);
        table.write(check(COLUMNS + record("4/15/2021 0:00", "", "", "102", "Retraction")
                + record("4/15/2021 0:00", "", "10.5555/another", "0", "Retraction")).standings(),
                LocalDate.of(2026, 11, 30));
        DatasetGraph loaded = DatasetGraphFactory.create();
        table.addTo(loaded);
        assertEquals(List.of("https://doi.org/10.5555/one corrected", "https://pubmed.ncbi.nlm.nih.gov/102/ retracted"),
                loaded.stream(Node.ANY, Node.ANY, Scso.standing, Node.ANY)
                        .map(q -> q.getSubject() + " " + q.getObject().toString().replace(Scso.NS, "")).sorted()
                        .toList());
        assertTrue(loaded.contains(Node.ANY, Node.ANY, Scso.standingNotice,
                NodeFactory.createURI("https://doi.org/10.5555/correction")));
    }

    @ParameterizedTest
    @CsvSource({"https://doi.org/10.5555/one|withdrawn||||x,column standing: 'withdrawn': write one of noNotice",
            "10.5555/one|retracted||||x,column publication",
            "https://doi.org/10.5555/one|retracted||soon||x,column notice_date",
            "https://doi.org/10.5555/one|retracted|nowhere|||x,column notice: 'nowhere'"})
    void tellsWhereTheTableIsWrong(String row, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("standing.tsv"),
                "publication\tstanding\tnotice\tnotice_date\tchecked\tsource\n" + row.replace('|', '\t') + "\n");
        InvalidInputException refused = assertThrows(InvalidInputException.class,
                () -> new StandingTable(file).addTo(DatasetGraphFactory.create()));
        assertTrue(refused.getMessage().contains("standing.tsv:2: " + message), refused.getMessage());
    }

    private StandingCheck.Result check(String content) throws IOException {
        return StandingCheck.of(List.of(sheet()), Optional.empty(), GraphFactory.createDefaultGraph(),
                List.of(list(content)));
    }

    private CheckedFile sheet() throws IOException {
        return CheckedFile.of(Files.writeString(folder.resolve("claims.tsv"), SHEET));
    }

    private StandingList list(String content) throws IOException {
        return StandingListReader.read(Files.writeString(folder.resolve("list"), content), ReadProgress.SILENT);
    }

    private static String record(String date, String notice, String doi, String pmid, String nature) {
        return "1,T,S,I,J,P,C,A,U,Research Article," + date + "," + notice + ",0,6/10/2018 0:00," + doi + "," + pmid
                + ","
                + nature + ",+Error;,No,\n";
    }

    private static List<String> told(StandingCheck.Result found) {
        return found.findings().stream()
                .map(f -> f.place().address().replaceFirst("^.*?:", "") + " " + f.ruleName() + " " + f.valueText())
                .toList();
    }
}
