package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.ReportFormat;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.shacl.ShapeLibrary;

/** The shapes do what they say, and the bundled graph keeps them. */
class ShapesTest {
    private static final ShapeLibrary RULES = BundledGraph.services().shapes();
    private static final RuleCases CASES =
            new RuleCases(Path.of("shapes/cases"), RULES, BundledGraph.snapshot().union());
    private static final ShapeLibrary META = ShapeLibrary.read(List.of(Path.of("shapes/meta/shape.ttl")));
    private static final RuleCases META_CASES =
            new RuleCases(Path.of("shapes/meta/cases"), META, GraphFactory.createDefaultGraph());

    @TestFactory
    List<DynamicTest> everyCaseIsJudgedAsItsNameSays() throws IOException {
        return CASES.tests();
    }

    @TestFactory
    List<DynamicTest> everyCaseOfTheShapesOverShapesToo() throws IOException {
        return META_CASES.tests();
    }

    @Test
    void everyShapeSaysWhatAFindingNeeds() {
        List<Finding> findings = new Validator(META).validate("shapes", RULES.shapes().getGraph()).findings();
        assertEquals(List.of(), findings.stream().map(ReportFormat::text).toList());
        List<Finding> ofThemselves = new Validator(META).validate("meta", META.shapes().getGraph()).findings();
        assertEquals(List.of(), ofThemselves.stream().map(ReportFormat::text).toList());
    }

    @Test
    void everyRuleHasItsCases() throws IOException {
        assertEquals(List.of(), CASES.gaps());
        assertEquals(List.of(), META_CASES.gaps());
        assertTrue(RULES.severities().size() >= 120,
                "only " + RULES.severities().size() + " rules: is a shapes file missing?");
    }

    /** A misspelt target conforms in silence. */
    @Test
    void everyTargetHasFocusNodesInTheBundledGraph() {
        Graph data = BundledGraph.snapshot().union();
        List<String> blind = new ArrayList<>();
        for (Shape shape : RULES.shapes().getTargetShapes()) {
            shape.getTargets().stream().filter(target -> VLib.focusNodes(data, target).isEmpty())
                    .forEach(target -> blind.add(shape.getShapeNode() + " " + target));
        }
        assertEquals(List.of(), blind);
    }

    @Test
    void theBundledGraphHasNoViolation() {
        ValidationResult result = new Validator(RULES).validate("bundled graph", BundledGraph.snapshot().union());
        assertTrue(result.checked() >= 5000, "only " + result.checked() + " nodes checked");
        List<Finding> violations =
                result.findings().stream().filter(f -> f.severity() == Severity.VIOLATION).toList();
        assertTrue(violations.isEmpty(), () -> violations.size() + " violations:\n"
                + violations.stream().map(ReportFormat::text).collect(Collectors.joining("\n")));
    }
}
