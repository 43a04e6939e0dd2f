package org.secretomegraph.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.graph.LabelCases;
import org.secretomegraph.report.NodeLabels;

/** How findings name terms: as pages and the API do. */
class TermNamesTest {
    private static final Graph GRAPH = LabelCases.graph();

    /** It was the first label in the alphabet, of whatever language. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("org.secretomegraph.graph.LabelCases#labels")
    void aFindingShowsTheLabelThatAllShow(LabelCases.Labels labels) {
        assertEquals(labels.shown() + " (" + labels.curie() + ")", new NodeLabels(GRAPH).of(labels.term()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.secretomegraph.graph.LabelCases#deprecations")
    void theReplacementOfAWithdrawnTermIsNamedSoToo(LabelCases.Deprecation deprecation) {
        assertEquals(deprecation.isWithdrawn() ? "colour thing (GO:9000001)" : "",
                new TermLookup(GRAPH).replacement(deprecation.term()));
    }

    /** Each label made a suggestion of its own. */
    @Test
    void aTermWithTwoLabelsIsSuggestedOnce() {
        assertEquals(List.of("first (GO:9000006)"), new TermLookup(GRAPH)
                .sameNumber("http://purl.obolibrary.org/obo/CL_9000006"));
    }
}
