package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.curation.rdf.SheetWriter;
import org.secretomegraph.curation.term.TermIndex;
import org.secretomegraph.graph.LabelCases;
import org.secretomegraph.vocab.Scso;

/** Which of several labels a claim sheet shows; any of them may be written in one. */
class TermLabelsInSheetsTest {
    private static final Graph GRAPH = LabelCases.graph();
    private static final TermIndex WORDS = TermIndex.of(GRAPH);

    /** It was the first in the alphabet, of whatever language. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("org.secretomegraph.graph.LabelCases#labels")
    void aSheetShowsTheLabelThatAllShow(LabelCases.Labels labels) {
        assertEquals(Optional.of(labels.shown()), WORDS.labelOf(labels.curie()));
        assertEquals(labels.curie() + " (" + labels.shown() + ")", WORDS.labelled(labels.curie()));
        Graph claim = GraphFactory.createDefaultGraph();
        claim.add(Scso.claim("c"), Scso.sourceRow, NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger));
        claim.add(Scso.claim("c"), Scso.subject, labels.term());
        List<String> cells = List.of(new SheetWriter(claim, GRAPH).rows().get(0).split("\t"));
        assertTrue(cells.contains(labels.curie()) && cells.contains(labels.shown()), cells.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.secretomegraph.graph.LabelCases#deprecations")
    void aSheetKnowsWhatIsWithdrawn(LabelCases.Deprecation deprecation) {
        assertEquals(deprecation.isWithdrawn(), WORDS.isObsolete(deprecation.curie()));
    }
}
