package org.secretomegraph.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Whatever texts findings hold, each format has all of them, in one order, and can be read; none of them can act on a
 * terminal or on a page.
 */
class AwkwardFindingsTest {
    private static final ValidationResult ALL = AwkwardFindings.all();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String printed(ReportFormat format) {
        return AwkwardFindings.printed(format, ALL, Severity.VIOLATION);
    }

    /** What each format can tell of a finding. */
    private static List<String> expected() {
        return ALL.findings().stream().map(f -> f.severity() + " " + f.ruleName() + " " + f.place().line()).toList();
    }

    @Test
    void jsonGivesEveryTextBack() throws Exception {
        JsonNode findings = JSON.readTree(printed(ReportFormat.JSON)).get("findings");
        assertEquals(ALL.findings().size(), findings.size());
        for (int i = 0; i < findings.size(); i++) {
            Finding f = ALL.findings().get(i);
            JsonNode told = findings.get(i);
            assertEquals(written(f.problem()), told.get("problem").asText());
            assertEquals(written(f.valueText()), told.get("value").asText());
            assertEquals(written(f.place().file()), told.get("file").asText());
            assertEquals(f.severity() + " " + f.place().line(), told.get("severity").asText() + " " + told.get("line"));
        }
    }

    /** Half of a pair of surrogates is no character, and no encoding can write it. */
    private static String written(String text) {
        return written(text, '?');
    }

    /** Jena 6.2 writes U+FFFD (replacement character) for it, Java a question mark. */
    private static String written(String text, int replacement) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? replacement : c));
        return out.toString();
    }

    @Test
    void sarifGivesEveryTextBack() throws Exception {
        JsonNode results = JSON.readTree(printed(ReportFormat.SARIF)).at("/runs/0/results");
        Map<String, String> levels = Map.of("error", "violation", "warning", "warning", "note", "info");
        List<String> told = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            JsonNode result = results.get(i);
            told.add(levels.get(result.get("level").asText()) + " " + result.get("ruleId").asText() + " "
                    + result.at("/locations/0/physicalLocation/region/startLine").asInt(0));
            assertEquals(written(ALL.findings().get(i).valueText()), result.at("/properties/value").asText());
            assertEquals(ALL.findings().get(i).place().file().isEmpty(),
                    result.at("/locations/0/physicalLocation").isMissingNode());
        }
        assertEquals(expected(), told);
    }

    @Test
    void tsvIsALineAFinding() {
        String[] lines = printed(ReportFormat.TSV).split("\\R", -1);
        assertEquals(ALL.findings().size() + 2, lines.length);
        List<String> told = new ArrayList<>();
        for (int i = 1; i < lines.length - 1; i++) {
            String[] cells = lines[i].split("\t", -1);
            assertEquals(13, cells.length, lines[i]);
            told.add(cells[0] + " " + cells[7].replaceFirst(".*/", "") + " " + (cells[2].isEmpty() ? "0" : cells[2]));
        }
        assertEquals(expected(), told);
    }

    @Test
    void turtleCanBeReadAgain() {
        Graph report = RDFParser.fromString(printed(ReportFormat.TURTLE), Lang.TURTLE).toGraph();
        TreeMap<Integer, Node> byOrder = new TreeMap<>();
        report.stream(Node.ANY, SHACL.order, Node.ANY)
                .forEach(t -> byOrder.put(((Number) t.getObject().getLiteralValue()).intValue(), t.getSubject()));
        assertEquals(ALL.findings().size(), byOrder.size());
        byOrder.forEach((order, result) -> {
            Finding f = ALL.findings().get(order - 1);
            assertEquals(f.severity().node(), one(report, result, SHACL.resultSeverity));
            if (f.value().filter(Node::isLiteral).isPresent()) {
                assertEquals(written(f.valueText(), 0xFFFD), one(report, result, SHACL.value).getLiteralLexicalForm());
            }
        });
    }

    private static Node one(Graph graph, Node subject, Node property) {
        List<Node> all = graph.stream(subject, property, Node.ANY).map(t -> t.getObject()).toList();
        assertEquals(1, all.size(), property + " " + all);
        return all.get(0);
    }

    @Test
    void junitHasACaseOfItsOwnNameForEach() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(printed(ReportFormat.JUNIT))));
        NodeList cases = xml.getElementsByTagName("testcase");
        assertEquals(ALL.findings().size(), cases.getLength());
        Set<String> names = new HashSet<>();
        for (int i = 0; i < cases.getLength(); i++) {
            Element one = (Element) cases.item(i);
            Finding f = ALL.findings().get(i);
            assertTrue(names.add(one.getAttribute("classname") + " " + one.getAttribute("name")),
                    one.getAttribute("name"));
            assertEquals(f.severity() == Severity.VIOLATION ? 1 : 0, one.getElementsByTagName("failure").getLength());
        }
        NodeList suites = xml.getElementsByTagName("testsuite");
        String passed = IntStream.range(0, suites.getLength()).mapToObj(i -> ((Element) suites.item(i))
                .getElementsByTagName("system-out").item(0).getTextContent()).reduce("", String::concat);
        assertEquals(ALL.findings().stream().filter(f -> f.severity() != Severity.VIOLATION).count(),
                passed.lines().filter(line -> line.endsWith("[Sheet-character]")).count());
    }

    @Test
    void htmlHasARowForEachAndNothingOfThemIsMarkup() {
        String page = printed(ReportFormat.HTML);
        Matcher rows = Pattern.compile("(?s)<tr class=\"(\\w+)\">.*?<span class=\"rule\">([\\w-]+)</span></td></tr>")
                .matcher(page);
        List<String> told = new ArrayList<>();
        while (rows.find()) {
            told.add(rows.group(1) + " " + rows.group(2));
        }
        assertEquals(expected().stream().map(e -> e.replaceFirst(" \\d+$", "")).toList(), told);
        assertFalse(page.matches("(?s).*(<script|<b>|<!--|<!\\[).*"), page);
    }

    @Test
    void textHasThreeLinesForEach() {
        String[] lines = printed(ReportFormat.TEXT).split("\n", -1);
        assertEquals(3 * ALL.findings().size() + 1, lines.length);
        for (int i = 0; i < ALL.findings().size(); i++) {
            assertTrue(lines[3 * i].matches(".*\\b" + ALL.findings().get(i).severity() + "\\b.*"), lines[3 * i]);
            assertTrue(lines[3 * i + 1].startsWith("    ") && lines[3 * i + 2].startsWith("    -> "), lines[3 * i + 1]);
            assertTrue(lines[3 * i + 2].endsWith("  [Sheet-character]"), lines[3 * i + 2]);
        }
    }

    @ParameterizedTest
    @EnumSource(value = ReportFormat.class, names = {"TEXT", "HTML", "JUNIT"})
    void nothingThatPeopleReadHidesOrActs(ReportFormat format) {
        String told = printed(format);
        String acting = told.codePoints()
                .filter(c -> c != '\n' && (Character.isISOControl(c) || c >= 0x202A && c <= 0x202E
                        || c >= 0x2066 && c <= 0x2069 || c == 0x200B || c == 0xFEFF || c == 0xFFFD))
                .mapToObj(Integer::toHexString)
                .distinct().toList().toString();
        assertEquals("[]", acting, () -> told.lines().filter(line -> line.indexOf(0xFFFD) >= 0).findFirst().orElse(""));
        assertTrue(told.contains("\\u001B[31mred") && told.contains("\\u202Egnp.exe")
                && told.contains("a\\tb\\nc\\r\\nd\\u2028e"));
        assertTrue(told.lines().allMatch(line -> line.length() < 8_000), "a text is not cut");
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void nothingFoundIsToldToo(ReportFormat format) {
        String told = AwkwardFindings.printed(format, AwkwardFindings.none(), Severity.INFO);
        assertTrue(told.contains(switch (format) {
            case TEXT -> "";
            case JSON -> "\"conforms\" : true";
            case TSV -> "severity\tfile\tline";
            case TURTLE -> "sh:conforms  true";
            case HTML -> "<h1>Good</h1>";
            case JUNIT -> "tests=\"1\" failures=\"0\"";
            case SARIF -> "\"results\" : [";
        }), told);
    }
}
