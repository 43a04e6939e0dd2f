package org.secretomegraph.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.graph.NamedGraphs;

/** An IRI is spelt once, and what is spelt exists. */
class ScsoTest {

    @Test
    void everyConstantIsInTheOntologyAndNotDeprecated() throws IllegalAccessException {
        Graph ontology = BundledGraph.snapshot().dataset().getGraph(NamedGraphs.ONTOLOGY);
        List<String> missing = new ArrayList<>();
        int checked = 0;
        for (Field constant : Scso.class.getFields()) {
            if (constant.getType() != Node.class) {
                continue;
            }
            checked++;
            Node term = (Node) constant.get(null);
            if (!ontology.contains(term, RDFS.label.asNode(), Node.ANY)
                    || ontology.contains(term, OWL2.deprecated.asNode(), Node.ANY)) {
                missing.add(constant.getName());
            }
        }
        assertTrue(checked >= 40, "only " + checked + " constants checked");
        assertEquals(List.of(), missing);
    }

    @Test
    void curiesGoToIrisAndBack() {
        for (String curie : Arrays.asList("GO:0001525", "HGNC:4893", "SCSO:0000012", "MONDO:0005178",
                "PMID:30257719")) {
            String iri = Curie.expand(curie).orElseThrow();
            assertEquals(curie, Curie.compact(iri).orElseThrow());
        }
    }

    @Test
    void whatIsNoCurieIsNotGuessed() {
        for (String wrong : List.of("", "HGF", "GO0001525", ":0001525", "GO:", "XYZ:1", "GO: 0001525")) {
            assertTrue(Curie.expand(wrong).isEmpty(), wrong);
        }
        assertTrue(Curie.compact(NodeFactory.createBlankNode("x").toString()).isEmpty());
    }
}
