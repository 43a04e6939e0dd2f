package org.secretomegraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule by which labels are chosen, and that by which terms are withdrawn. */
class TermLabelsTest {
    private static final Graph GRAPH = LabelCases.graph();

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.secretomegraph.graph.LabelCases#labels")
    void prefersEnglishThenNoLanguageThenTheOthersInOrder(LabelCases.Labels labels) {
        assertEquals(Optional.of(labels.shown()), TermLabels.of(labels.term(), GRAPH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.secretomegraph.graph.LabelCases#deprecations")
    void aTermIsWithdrawnByTheValueTrueHoweverItIsWritten(LabelCases.Deprecation deprecation) {
        assertEquals(deprecation.isWithdrawn(), ObsoleteTerms.is(deprecation.term(), GRAPH));
    }

    @Test
    void aTitleIsANameWhereThereIsNoLabel() {
        Graph titled = RDFParser
                .fromString("PREFIX dct: <http://purl.org/dc/terms/> <http://e/a> dct:title 'Titel'@de , 'title'@en .",
                        Lang.TTL)
                .toGraph();
        Node a = NodeFactory.createURI("http://e/a");
        assertEquals(Optional.of("title"), TermLabels.name(a, titled));
        assertEquals(Optional.empty(), TermLabels.of(a, titled));
        assertEquals(Optional.empty(), TermLabels.name(NodeFactory.createURI("http://e/b"), titled));
    }
}
