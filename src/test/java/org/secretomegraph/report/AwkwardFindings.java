package org.secretomegraph.report;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;

/** Findings whose texts some format could trip over. */
final class AwkwardFindings {
    /** What somebody's file may hold. */
    static final Map<String, String> TEXTS = texts();

    private AwkwardFindings() {}

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("plain", "angiogenesis");
        texts.put("control characters", "a\u0000b\u0007c\u001B[31mred\u007Fd\u0085e");
        texts.put("no characters", "a\uFFFFb\uFFFEc\uD83F\uDFFFd\uFDD0e");
        texts.put("half of a pair", "a\uD83Db\uDC80c");
        texts.put("the end of a CDATA section", "a]]>b<![CDATA[c]]>");
        texts.put("markup", "<b>&amp;\"'</b><!-- --><script>alert(1)</script>");
        texts.put("tabs and line ends", "a\tb\nc\r\nd\u2028e\u2029f\u000Bg\fh");
        texts.put("right to left", "\u05D0\u05D1 \u202Egnp.exe\u202C \u2067\u0627\u2069");
        texts.put("beyond the first plane", "\uD83E\uDDEC\uD835\uDD38");
        texts.put("what hides", "a\u00A0b\u200Bc\u00ADd\uFEFFe\uE000f");
        texts.put("very long", "long ".repeat(50_000) + "\uD83E\uDDEC".repeat(300));
        texts.put("backslashes and quotation marks", "a\\nb\\\"c\"\"\"d'''e\\");
        texts.put("what looks like a formula or a link", "=HYPERLINK(\"http://example.org\")[x](http://example.org)");
        texts.put("only space", "   ");
        texts.put("empty", "");
        return texts;
    }

    /**
     * Each text as value, problem, remedy, suggestion and focus, in three files, of each severity, with and without a
     * place.
     */
    static ValidationResult all() {
        List<Finding> all = new ArrayList<>();
        for (String text : TEXTS.values()) {
            int n = all.size();
            all.add(finding(Location.inCell("b & c.tsv", n + 1, "note", "AB"), Severity.VIOLATION,
                    Optional.of(literal(text)), text));
            all.add(finding(
                    Location.inGraph("a:1.ttl", "https://w3id.org/scso/claim/x-" + n, "https://w3id.org/scso/note"),
                    Severity.WARNING, Optional.of(literal(text)), text));
            all.add(finding(new Location("", 0, "", "", text, ""), Severity.INFO, Optional.empty(), text));
            all.add(finding(Location.inText("dir " + text.substring(0, Math.min(40, text.length())), n, "7"),
                    Severity.WARNING,
                    Optional.empty(), text));
        }
        for (Node odd : List.of(NodeFactory.createURI("http://example.org/a b<c>\"{}|^`\\"),
                NodeFactory.createURI("relative"),
                NodeFactory.createBlankNode(), NodeFactory.createLiteralLang("\u05D0", "he"),
                NodeFactory.createTripleTerm(SHACL.result, SHACL.result, literal("o")))) {
            all.add(finding(Location.inGraph("odd.ttl", odd.toString(), ""), Severity.VIOLATION, Optional.of(odd),
                    "odd"));
        }
        // Two of one rule at one place: a reader that goes by names must not take them for one.
        all.add(finding(Location.inGraph("odd.ttl", "http://example.org/a", ""), Severity.VIOLATION,
                Optional.of(literal("1")), "x"));
        all.add(finding(Location.inGraph("odd.ttl", "http://example.org/a", ""), Severity.VIOLATION,
                Optional.of(literal("2")), "x"));
        return ValidationResult.sorted(all, 3);
    }

    static ValidationResult none() {
        return new ValidationResult(List.of(), 3);
    }

    private static Finding finding(Location place, Severity severity, Optional<Node> value, String text) {
        return new Finding("https://w3id.org/scso/rule/Sheet-character", "https://w3id.org/scso/rule/Sheet-character",
                severity,
                place, value, text, "Mend " + text, text, text, Optional.empty());
    }

    private static Node literal(String text) {
        return NodeFactory.createLiteralString(text);
    }

    static String printed(ReportFormat format, ValidationResult judgement, Severity floor) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(judgement, floor, new PrintStream(bytes, false, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
