package org.secretomegraph.release.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.graph.Graph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.graph.LabelCases;

/** What exports call a term, and which terms they mark as deprecated. */
class TermLabelsInExportsTest {
    private static final Graph GRAPH = LabelCases.graph();

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.secretomegraph.graph.LabelCases#labels")
    void anExportShowsTheLabelThatAllShow(LabelCases.Labels labels) {
        assertEquals(labels.shown(), new NodeView(GRAPH, labels.term()).label());
    }

    /** OBO Graphs missed {@code "1"^^xsd:boolean}. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("org.secretomegraph.graph.LabelCases#deprecations")
    void anOboGraphMarksWhatIsWithdrawn(LabelCases.Deprecation deprecation) {
        assertEquals(deprecation.isWithdrawn(),
                OboMeta.ofTerm(new NodeView(GRAPH, deprecation.term())).hasKey("deprecated"));
    }
}
