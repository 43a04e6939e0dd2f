package org.secretomegraph.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One value of a row as JSON. */
class TypedJsonTest {
    private static String json(Node node) {
        return new TypedJson(PrefixMapFactory.create()).cell(node, "").toString().replaceAll("\\s+", " ").strip();
    }

    /** It was {@code _:_:b7}: Jena 6 writes the mark itself when a blank node is made a text. */
    @Test
    void aBlankNodeHasOneMark() {
        assertEquals("\"_:b7\"", json(NodeFactory.createBlankNode("b7")));
    }

    /** It was taken for a blank node. */
    @Test
    void aTripleTermIsWrittenAsInNTriples() {
        Node a = NodeFactory.createURI("http://e/a");
        assertEquals("\"<<( <http://e/a> <http://e/a> <http://e/a> )>>\"", json(NodeFactory.createTripleTerm(a, a, a)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "\"text\"@en                                             | \"text\"",
            "12                                                    | 12",
            "\"012\"^^<http://www.w3.org/2001/XMLSchema#integer>    | 12",
            "\"twelve\"^^<http://www.w3.org/2001/XMLSchema#integer> | \"twelve\"",
            "\"1\"^^<http://www.w3.org/2001/XMLSchema#boolean>      | true",
            "<http://e/a>                                          | { \"iri\" : \"http://e/a\" }"})
    void everyOtherValueKeepsItsType(String turtle, String json) {
        assertEquals(json, json(NodeFactoryExtra.parseNode(turtle)));
    }

    @Test
    void whatIsUnboundIsNull() {
        assertEquals("null", json(null));
    }
}
