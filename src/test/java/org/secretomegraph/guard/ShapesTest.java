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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.secretomegraph.BundledGraph;

/** The shapes do what they say, and the bundled graph keeps them. */
class ShapesTest {
    private static final Rulebook RULES = BundledGraph.wiring().rulebook();
    private static final RuleCases CASES =
            new RuleCases(Path.of("shapes/cases"), RULES, BundledGraph.snapshot().union());

    @TestFactory
    List<DynamicTest> everyCaseIsJudgedAsItsNameSays() throws IOException {
        return CASES.tests();
    }

    @Test
    void everyRuleHasItsCases() throws IOException {
        assertEquals(List.of(), CASES.gaps());
        assertTrue(RULES.rules().size() >= 120, "only " + RULES.rules().size() + " rules: is a shapes file missing?");
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
        Judgement judgement = new Validation(RULES).judge("bundled graph", BundledGraph.snapshot().union());
        assertTrue(judgement.judged() >= 5000, "only " + judgement.judged() + " nodes judged");
        List<Finding> violations = judgement.findings().stream().filter(f -> f.severity() == Severity.VIOLATION).toList();
        assertTrue(violations.isEmpty(), () -> violations.size() + " violations:\n"
                + violations.stream().map(FindingFormat::text).collect(Collectors.joining("\n")));
    }
}
