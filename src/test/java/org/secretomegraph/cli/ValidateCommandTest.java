package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.curation.SheetDocs;

/** What a person sees of {@code secretome validate}: findings on stdout, the summary on stderr, and the exit code. */
class ValidateCommandTest {
    private static final Path CASES = Path.of("shapes/cases");
    private static final Path GOOD = CASES.resolve("Claim-outcome/valid-complete.ttl");
    private static final Path BAD = CASES.resolve("Claim-outcome/invalid-two-outcomes.ttl");
    private static final Path WARNED = CASES.resolve("Claim-measureStated/warning-no-measure.ttl");

    @TempDir
    Path folder;

    @Test
    void aGoodFilePassesInSilence() {
        CommandRun run = validate(GOOD);
        assertEquals(0, run.code());
        assertEquals("", run.out());
        assertEquals("good: 1 file, 3 nodes checked, 0 violations, 0 warnings, 0 info\n", run.err());
    }

    @Test
    void aBadFileIsRefusedWithPlaceProblemAndRemedy() {
        CommandRun run = validate(BAD);
        assertEquals(1, run.code());
        assertEquals(BAD + """
                : violation claim:example-01 outcome
                    outcome is stated 2 times: refutes, supports
                    -> Give exactly one of supports, refutes, noEffect in column outcome; make two rows when the \
                publication reports two outcomes.  [Claim-outcome]
                """, run.out());
    }

    @Test
    void aWarningPassesUnlessItIsAskedToFail() {
        assertEquals(0, validate(WARNED).code());
        assertEquals(1, validate(WARNED, "--fail-on", "warning").code());
        assertEquals(0, validate(GOOD, "--fail-on", "info").code());
    }

    @Test
    void everyFormatHoldsTheSameFindings() throws IOException {
        Path many = CASES.resolve("Claim-objectKind/invalid-process.ttl");
        List<String> files = List.of(many.toString(), BAD.toString(), WARNED.toString());
        TreeSet<String> json = new TreeSet<>();
        var parsed = JSON.parse(run(files, "--format", "json").out());
        parsed.get("findings").getAsArray().forEach(f -> json.add(f.getAsObject().getString("rule") + " "
                + f.getAsObject().getString("focus") + " " + f.getAsObject().getString("severity")));
        TreeSet<String> tsv = new TreeSet<>();
        run(files, "--format", "tsv").out().lines().skip(1).map(line -> line.split("\t", -1))
                .forEach(cells -> tsv.add(cells[7] + " " + cells[4] + " " + cells[0]));
        Graph report = turtle(run(files, "--format", "turtle").out());
        TreeSet<String> turtle = new TreeSet<>();
        report.stream(Node.ANY, SHACL.sourceShape, Node.ANY).forEach(t -> turtle.add(t.getObject() + " "
                + one(report, t.getSubject(), SHACL.focusNode) + " " + one(report, t.getSubject(), SHACL.resultSeverity)
                        .getLocalName().toLowerCase()));
        TreeSet<String> text = new TreeSet<>();
        run(files).out().lines().filter(l -> l.contains("[") && l.endsWith("]"))
                .forEach(l -> text.add(l.replaceFirst(".*\\[", "").replace("]", "")));

        assertEquals(json, tsv);
        assertEquals(json, turtle);
        assertEquals(text,
                new TreeSet<>(json.stream().map(f -> f.replaceFirst(" .*", "").replaceFirst(".*/", "")).toList()));
        assertFalse(parsed.get("conforms").getAsBoolean().value());
        assertEquals(parsed.get("findings").getAsArray().size(),
                ValidationReport.fromGraph(report).getEntries().size());
    }

    @Test
    void aSyntaxErrorIsAFindingWithLineAndColumn() throws IOException {
        CommandRun run = validate(file("typo.ttl", "@prefix scso: <https://w3id.org/scso/> .\nscso:x a sco:Claim .\n"));
        assertEquals(1, run.code());
        assertTrue(run.out().contains("typo.ttl:2:10: violation"), run.out());
        assertTrue(run.out().contains("Did you mean scso:?"), run.out());
    }

    @Test
    void whatIsNoRdfIsRefusedAndWhatCannotBeOpenedFails() throws IOException {
        Path binary = Files.write(folder.resolve("binary.ttl"), new byte[] {0, -1, 17, 'P', 'K', 3, 4, -128});
        Path noGzip = file("not.ttl.gz", "plain text");
        for (Path content : List.of(binary, noGzip, file("not.jsonld", "{"), file("not.rdf", "<rdf"),
                file("not.tsv", "a\tb\n"),
                Files.copy(binary, folder.resolve("binary.tsv")))) {
            assertRefusal(1, validate(content));
        }
        for (Path unusable : List.of(folder.resolve("missing.ttl"), folder, file("data.xyz", ""),
                folder.resolve("no.tsv"))) {
            assertRefusal(2, validate(unusable));
        }
    }

    /** A spreadsheet saves tables under many names; each is read as a sheet, and what is none is told as such. */
    @Test
    void tablesOfAnyNameAreReadAsSheets() throws IOException {
        String sheet = new SheetDocs(BundledGraph.snapshot().union()).emptySheet();
        for (String name : List.of("a.tsv", "A.TSV", "a.txt", "a.tab", "a.csv")) {
            assertEquals(0, validate(file(name, sheet)).code(), name);
        }
        assertTrue(validate(file("b.csv", "key,subject,subject_label,relation\nx,y,z,promotes\n")).out()
                .contains("separated by commas"));
        assertTrue(validate(file("book.xlsx", "PK\u0003\u0004 and more")).out().contains("a workbook"));
        Path gz = folder.resolve("a.tsv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write(sheet.getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(validate(gz).out().contains("the file is compressed"));
    }

    /** To check a file must not tell its author that somebody did, nor take from elsewhere what the file means. */
    @Test
    void aRemoteContextIsNotFetched() throws IOException {
        CommandRun run = validate(file("remote.jsonld",
                "{\"@context\": \"http://localhost:1/context\", \"@id\": \"http://example.org/a\"}"));
        assertEquals(1, run.code(), run.out() + run.err());
        assertTrue(run.out().contains("remote contexts are refused"), run.out());
        assertEquals(0, validate(file("own.jsonld", "{\"@context\": {\"p\": \"http://example.org/p\"}, \"@id\":"
                + " \"http://example.org/a\", \"p\": \"x\"}")).code());
    }

    @Test
    void anyRdfSyntaxAndGzipAreRead() throws IOException {
        String nt =
                "<https://w3id.org/scso/claim/x-1> <https://w3id.org/scso/outcome> <https://w3id.org/scso/suports> .\n";
        Path gz = folder.resolve("claims.nt.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write(nt.getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(validate(gz).out().contains("Did you mean supports?"));
        Path trig = file("claims.trig", "<http://example.org/g> { " + nt + " }");
        assertTrue(validate(trig).out().contains("Did you mean supports?"));
    }

    @Test
    void aSheetIsToldRowAndColumn() throws IOException {
        Path sheet = file("sheet.tsv", """
                # title: two claims
                # date: 2026-11-23
                # curator: https://w3id.org/scso/curators
                # licence: https://creativecommons.org/licenses/by/4.0/
                # prefixes:
                #   ECO: http://purl.obolibrary.org/obo/ECO_
                #   GO: http://purl.obolibrary.org/obo/GO_
                key\tsubject\tsubject_label\trelation\tobject\tobject_label\toutcome\tsetting\tmeasure\tevidence\t\
                evidence_label\tevidence_level\tstudy_kind\tdoi\tyear\ttitle\tfinding\tread\tseen_at
                a-1\tGO:0070062\textracellular exosome\tameliorates\tGO:0001525\tangiogenesis\tsupports\tinVitro\ttube length\t\
                ECO:0000181\tin vitro assay evidence\tinVitroEvidence\tprimary\t10.5555/one\t2O20\tOne title\tVessels grew more than in controls.\t\
                abstract\thttps://example.org/1
                a-1\tGO:0070062\textracellular exosome\tinhibits\tGO:0001525\tangiogenesis\tsupports\tinVitro\ttube length\t\
                ECO:0000181\tin vitro assay evidence\tinVitroEvidence\tprimary\t10.5555/one\t\tOne title\tVessels grew less than in controls.\t\
                abstract\thttps://example.org/1
                a-2\tHGN:4893\tHGF\tpromotes\tGO:0001525\tapoptosis\tsupport\tinVitro\ttube length\tECO:0000181\tin vitro assay evidence\tinVitroEvidence\t\
                primary\t10.5555/two\t2020\tTwo\tVessels grew more than in controls.\tabstract\thttps://example.org/2
                """);
        CommandRun run = validate(sheet);
        assertEquals(1, run.code());
        List<String> places = run.out().lines().filter(l -> l.contains("sheet.tsv:") && l.contains("violation"))
                .map(l -> l.replaceFirst(".*sheet\\.tsv:", "").replaceFirst(": violation.*", "")).sorted().toList();
        assertEquals(List.of("10:A key", "11:B subject", "11:F object_label", "11:G outcome", "9:E object", "9:O year"),
                places, run.out());
        assertTrue(run.out().contains("Did you mean HGNC:4893 (HGF)?"), run.out());
    }

    @Test
    void shapesOfOnesOwnAreUsed() throws IOException {
        Path own = file("own.ttl", """
                @prefix sh: <http://www.w3.org/ns/shacl#> .
                @prefix ex: <http://example.org/> .
                ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property ex:P .
                ex:P a sh:PropertyShape ; sh:path ex:p ; sh:minCount 1 .
                """);
        Path data = file("data.ttl", "@prefix ex: <http://example.org/> . ex:c a ex:C .");
        assertEquals(1, validate(data, "--shapes", own.toString()).code());
        assertEquals(2, validate(data, "--shapes", file("empty.ttl", "").toString()).code());
        assertEquals(2, validate(data, "--shapes", folder.resolve("none").toString()).code());
    }

    @Test
    void nothingCheckedIsSaid() throws IOException {
        CommandRun run =
                validate(file("other.ttl", "<http://example.org/a> <http://example.org/b> <http://example.org/c> ."));
        assertEquals(0, run.code());
        assertTrue(run.err().contains("no shape has a target in these data"), run.err());
    }

    @Test
    void aWrongCommandLineFails() {
        assertEquals(2, run(List.of()).code());
        assertEquals(2, validate(GOOD, "--format", "pdf").code());
        assertEquals(2, validate(GOOD, "--fail-on", "never").code());
    }

    private static void assertRefusal(int code, CommandRun run) {
        assertEquals(code, run.code(), run.out() + run.err());
        assertFalse((run.out() + run.err()).contains("\tat "), run.out() + run.err());
        assertFalse((run.out() + run.err()).contains("our fault"), run.out() + run.err());
    }

    private static Node one(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).findFirst().orElseThrow().getObject();
    }

    private static Graph turtle(String text) {
        return RDFParser.source(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).lang(Lang.TURTLE)
                .toGraph();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static CommandRun validate(Path file, String... options) {
        return run(List.of(file.toString()), options);
    }

    private static CommandRun run(List<String> files, String... options) {
        List<String> args = new ArrayList<>(List.of("validate"));
        args.addAll(files);
        args.addAll(List.of(options));
        return CommandRun.run(args.toArray(String[]::new));
    }
}
