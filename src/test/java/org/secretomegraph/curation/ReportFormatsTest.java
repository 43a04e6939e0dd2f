package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.report.AnsiColour;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.ReportFormat;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Seven formats print the same findings, in the same order, and each is what its readers expect. */
class ReportFormatsTest {
    private static final int FIRST = CleanSheet.FIRST_ROW;

    @TempDir
    Path folder;

    private ValidationResult judgement;
    private List<String> expected;

    /**
     * Faults of the text and of the graph, of each severity, and one text that each format must escape in its own way.
     */
    @BeforeEach
    void judgeASpoiltSheet() throws IOException {
        CleanSheet sheet = new CleanSheet(6).set(FIRST, "relation", "promots")
                .set(FIRST + 1, "object", "MONDO:0005068").set(FIRST + 1, "object_label", "myocardial infarction")
                .set(FIRST + 2, "finding", "short one.").set(FIRST + 3, "assay", "").set(FIRST + 3, "assay_label", "")
                .set(FIRST + 4, "subject_as_named", "\u201C<b>& ]]>\u201D")
                .set(FIRST + 5, "outcome", "<suports> & \"more\"");
        judgement = CleanSheet.judgement(sheet.write(folder.resolve("six & more.tsv")));
        expected = judgement.findings().stream().map(ReportFormatsTest::key).toList();
        assertTrue(expected.size() >= 6, expected.toString());
        for (Severity severity : List.of(Severity.VIOLATION, Severity.WARNING)) {
            assertTrue(judgement.count(severity) >= 2, severity + " " + expected);
        }
    }

    private static String key(Finding f) {
        return f.severity() + " " + f.ruleName() + " " + f.place().cell();
    }

    private String printed(ReportFormat format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(judgement, Severity.VIOLATION, new PrintStream(bytes, false, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void textSaysAddressSeverityAndRule() {
        Matcher found =
                Pattern.compile("(?m)^.*\\.tsv:(\\d+):([A-Z]+) \\w+: (\\w+).*\\n {4}.*\\n {4}-> .*\\[([\\w-]+)]$")
                        .matcher(printed(ReportFormat.TEXT));
        List<String> keys = new ArrayList<>();
        while (found.find()) {
            keys.add(found.group(3) + " " + found.group(4) + " " + found.group(2) + found.group(1));
        }
        assertEquals(expected, keys);
    }

    @Test
    void textHasColoursOnlyWhenAsked() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ReportFormat.TEXT.write(judgement, Severity.VIOLATION, AnsiColour.TERMINAL, new PrintStream(bytes, false,
                StandardCharsets.UTF_8));
        String painted = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(painted.contains("\u001B[1;31mviolation\u001B[0m"));
        assertEquals(printed(ReportFormat.TEXT), painted.replaceAll("\u001B\\[[0-9;]*m", ""));
        assertFalse(printed(ReportFormat.TEXT).contains("\u001B"));
    }

    @Test
    void jsonHasTheSame() {
        JsonObject json = JSON.parse(printed(ReportFormat.JSON));
        assertEquals(
                expected, json.get("findings").getAsArray().stream().map(f -> f.getAsObject())
                        .map(f -> f.getString("severity")
                                + " " + f.getString("rule").replaceFirst(".*/", "") + " " + f.getString("cell"))
                        .toList());
        assertFalse(json.get("conforms").getAsBoolean().value());
        List<Finding> again = Finding.ofJson(json.get("findings").getAsArray());
        assertEquals(judgement.findings().stream().map(Finding::place).toList(),
                again.stream().map(Finding::place).toList());
    }

    @Test
    void tsvHasTheSame() {
        List<String> lines = printed(ReportFormat.TSV).lines().toList();
        List<String> names = List.of(lines.get(0).split("\t"));
        List<String> keys = lines.stream().skip(1).map(line -> line.split("\t", -1)).map(c -> c[0] + " "
                + c[names.indexOf("rule")].replaceFirst(".*/", "") + " " + c[names.indexOf("cell")]).toList();
        assertEquals(expected, keys);
    }

    @Test
    void turtleIsAReportWithTheSame() {
        Graph report = RDFParser.source(new ByteArrayInputStream(printed(ReportFormat.TURTLE)
                .getBytes(StandardCharsets.UTF_8))).lang(Lang.TURTLE).toGraph();
        TreeMap<Integer, String> byOrder = new TreeMap<>();
        report.stream(Node.ANY, SHACL.resultSeverity, Node.ANY).forEach(t -> byOrder.put(
                ((Number) one(report, t.getSubject(), SHACL.order).getLiteralValue()).intValue(),
                t.getObject().getLocalName().toLowerCase() + " " + one(report, t.getSubject(), SHACL.sourceShape)
                        .getURI().replaceFirst(".*/", "")));
        assertEquals(expected.stream().map(k -> k.replaceFirst(" \\w+$", "")).toList(), List.copyOf(byOrder.values()));
    }

    private static Node one(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).findFirst().orElseThrow().getObject();
    }

    @Test
    void htmlStandsByItselfAndHasTheSame() {
        String page = printed(ReportFormat.HTML);
        Matcher rows = Pattern.compile("<tr class=\"(\\w+)\"><td>\\w+</td><td class=\"place\">[^<]*:(\\d+):([A-Z]+) .*"
                + "<span class=\"rule\">([\\w-]+)</span>").matcher(page);
        List<String> keys = new ArrayList<>();
        while (rows.find()) {
            keys.add(rows.group(1) + " " + rows.group(4) + " " + rows.group(3) + rows.group(2));
        }
        assertEquals(expected, keys);
        assertFalse(page.matches("(?s).*(<script|<link|src=|<b>).*"), page);
        assertTrue(page.contains("&lt;suports&gt; &amp;"));
    }

    @Test
    void junitIsXmlAndHasTheSame() throws Exception {
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(
                printed(ReportFormat.JUNIT).getBytes(StandardCharsets.UTF_8))).getDocumentElement();
        NodeList cases = root.getElementsByTagName("testcase");
        List<String> keys =
                IntStream.range(0, cases.getLength()).mapToObj(i -> ((Element) cases.item(i)).getAttribute("name"))
                        .toList();
        assertEquals(expected.size(), keys.size());
        for (int i = 0; i < keys.size(); i++) {
            assertTrue(keys.get(i).startsWith(expected.get(i).split(" ")[1] + " at "), keys.get(i));
        }
        Element suite = (Element) root.getElementsByTagName("testsuite").item(0);
        assertEquals(judgement.count(Severity.VIOLATION), Long.parseLong(suite.getAttribute("failures")));
        assertEquals(judgement.count(Severity.VIOLATION), root.getElementsByTagName("failure").getLength());
    }

    @Test
    void sarifHasTheSame() {
        JsonObject log = JSON.parse(printed(ReportFormat.SARIF));
        JsonObject run = log.get("runs").getAsArray().get(0).getAsObject();
        JsonArray rules = run.get("tool").getAsObject().get("driver").getAsObject().get("rules").getAsArray();
        Map<String, String> levels = Map.of("error", "violation", "warning", "warning", "note", "info");
        List<String> keys = run.get("results").getAsArray().stream().map(r -> r.getAsObject()).map(r -> {
            assertEquals(r.getString("ruleId"),
                    rules.get(r.get("ruleIndex").getAsNumber().value().intValue()).getAsObject()
                            .getString("id"));
            return levels.get(r.getString("level")) + " " + r.getString("ruleId") + " "
                    + r.get("properties").getAsObject().getString("cell");
        }).toList();
        assertEquals(expected, keys);
        assertTrue(printed(ReportFormat.SARIF).contains("six%20&%20more.tsv"));
    }
}
