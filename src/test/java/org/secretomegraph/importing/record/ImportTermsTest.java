package org.secretomegraph.importing.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.graph.ObsoleteTerms;

/** What an import takes a term for, with graphs that no shape has looked at. */
class ImportTermsTest {
    private static final Node TERM = NodeFactory.createURI("http://purl.obolibrary.org/obo/GO_0001525");

    /** Only {@code true} counted: an import cited terms that were withdrawn with {@code "1"^^xsd:boolean}. */
    @ParameterizedTest
    @CsvSource({"true, true", "'\"1\"^^xsd:boolean', true", "'\"true\"', true", "false, false",
            "'\"0\"^^xsd:boolean', false", "<http://example.org/true>, false"})
    void aTermIsWithdrawnHoweverTrueIsWritten(String value, boolean withdrawn) {
        Graph graph = graph("obo:GO_0001525 rdfs:label 'angiogenesis' ; owl:deprecated " + value + " .");
        assertEquals(withdrawn ? ImportTerms.Standing.WITHDRAWN : ImportTerms.Standing.CURRENT,
                ImportTerms.of(graph).standing(TERM));
        assertEquals(withdrawn, ObsoleteTerms.is(TERM, graph));
        assertEquals(withdrawn ? Optional.empty() : Optional.of(TERM),
                ImportTerms.of(graph).named("Angiogenesis", TERM));
    }

    /** A label that is an IRI or a blank node ended the import with UnsupportedOperationException. */
    @Test
    void aLabelThatIsNotATextIsPassedOver() {
        ImportTerms known =
                ImportTerms.of(graph("obo:GO_0001525 rdfs:label <http://example.org/label> , [] , 'angiogenesis' ."
                        + " obo:GO_0042060 rdfs:label [] ; oboInOwl:hasExactSynonym [] ; oboInOwl:hasDbXref [] .\n"
                        + "<http://example.org/article> bibo:pmid [] ."));
        assertEquals("angiogenesis", known.label(TERM));
        Node other = NodeFactory.createURI("http://purl.obolibrary.org/obo/GO_0042060");
        assertEquals(other.getURI(), known.label(other));
        assertTrue(known.named("angiogenesis", TERM).isPresent());
        assertFalse(known.publication("1").isPresent());
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString("""
                PREFIX bibo: <http://purl.org/ontology/bibo/>
                PREFIX obo: <http://purl.obolibrary.org/obo/>
                PREFIX oboInOwl: <http://www.geneontology.org/formats/oboInOwl#>
                PREFIX owl: <http://www.w3.org/2002/07/owl#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                """ + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }
}
