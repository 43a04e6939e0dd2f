package org.secretomegraph.graph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.graph.store.Snapshot;

/** {@code text:query} takes what jena-text's documentation says that it takes, and joins like any other pattern. */
class TextQueryFunctionTest {
    private static final String EX = "http://example.org/";
    private static final DatasetGraph DATASET = Snapshot.load(List.of(data -> {
        data.add(node("g1"), node("a"), RDFS.label.asNode(), NodeFactory.createLiteralLang("growth factor", "en"));
        data.add(node("g2"), node("a"), RDFS.label.asNode(), NodeFactory.createLiteralLang("growth factor", "en"));
        data.add(node("g1"), node("a"), SKOS.altLabel.asNode(), NodeFactory.createLiteralString("factor of growth"));
        data.add(node("g1"), node("b"), RDFS.label.asNode(), NodeFactory.createLiteralLang("facteur growth", "fr"));
        data.add(node("g1"), node("c"), SKOS.altLabel.asNode(), NodeFactory.createLiteralString("growth"));
        data.add(node("g2"), NodeFactory.createBlankNode("d"), RDFS.label.asNode(),
                NodeFactory.createLiteralString("nameless"));
    }), List.of()).dataset();

    private static Node node(String name) {
        return NodeFactory.createURI(EX + name);
    }

    /** The rows without their order, each as its values in the order of the variables. */
    private static List<String> rows(String select, String pattern) {
        List<String> all = new ArrayList<>();
        String query = "PREFIX text: <http://jena.apache.org/text#> PREFIX rdfs: <" + RDFS.getURI() + "> PREFIX skos: <"
                + SKOS.getURI() + "> PREFIX ex: <" + EX + "> SELECT " + select + " { " + pattern + " }";
        try (QueryExec exec = QueryExec.dataset(DATASET).query(query).build()) {
            RowSet rows = exec.select();
            rows.forEachRemaining(row -> all.add(String.join(" ",
                    rows.getResultVars().stream().map(variable -> written(row.get(variable))).toList())));
        }
        return all.stream().sorted().toList();
    }

    private static String written(Node node) {
        return node == null ? "-" : NodeFmtLib.strNT(node).replace("<" + EX, "").replace(">", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "?s text:query 'growth'                                                    | a a b c",
            "?s text:query 'growth -facteur'                                           | a a c",
            "?s text:query ('growth')                                                  | a a b c",
            "(?s) text:query (rdfs:label 'growth')                                     | a b",
            "(?s) text:query (rdfs:label skos:altLabel 'growth')                       | a a b c",
            "?s text:query ('growth' 'lang:fr')                                        | b",
            "?s text:query (rdfs:label 'growth' 5 'lang:en')                           | a",
            "?s text:query (rdfs:label 'growth' 'lang:en' 5)                           | a",
            "?s text:query 'growth'@fr                                                 | b",
            "?s text:query (rdfs:label 'growth'@en)                                    | a",
            "?s text:query ('growth' 0)                                                | ``",
            "?s text:query ('growth' -1)                                               | a a b c",
            "?s text:query ('growth' 99999999999)                                      | a a b c",
            "GRAPH ex:g2 { ?s text:query 'growth' }                                    | a",
            "GRAPH ex:none { ?s text:query 'growth' }                                  | ``",
            "GRAPH ?g { ?s text:query (rdfs:label 'growth') }                          | a a b",
            "?s text:query 'nothing'                                                   | ``",
    })
    void findsWhatIsAskedFor(String pattern, String things) {
        assertEquals(things.isEmpty() ? List.of() : List.of(things.split(" ")), rows("?s", pattern));
    }

    @Test
    void tellsTheScoreTheLiteralTheGraphAndTheProperty() {
        List<String> rows = rows("?s ?score ?l ?p", "(?s ?score ?l ?g ?p) text:query ('facteur' 1)");
        assertEquals(1, rows.size());
        assertTrue(
                rows.get(0).matches("b \"[0-9.]+\"\\^\\^<http://www.w3.org/2001/XMLSchema#float \"facteur growth\"@fr <"
                        + RDFS.label),
                rows.get(0));
        assertEquals(List.of("g2"), rows("?g", "(?s ?score ?l ?g) text:query 'nameless'"));
    }

    /** So many statements, however many graphs make each of them. */
    @Test
    void theLimitCountsStatements() {
        assertEquals(2, rows("?s", "?s text:query ('growth' 2)").size());
        assertEquals(3, rows("?s", "?s text:query ('growth' 3)").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "VALUES ?s { ex:a ex:c ex:none 'a' } ?s text:query 'growth'                | a a c",
            "ex:a text:query 'growth' BIND(ex:a AS ?s)                                 | a a",
            "ex:none text:query 'growth' BIND(ex:none AS ?s)                           | ``",
            "?s rdfs:label ?l . (?s ?score ?l) text:query 'growth'                     | a b",
            "?s skos:altLabel ?l . (?s ?score ?l ?g ?p) text:query 'growth' FILTER(?p = skos:altLabel) | a c",
            "VALUES ?t { 'facteur' 'nothing' 5 ex:a UNDEF } ?s text:query ?t           | b",
            "VALUES ?p { rdfs:label rdfs:comment } ?s text:query (?p 'growth')         | a b",
            "VALUES ?n { 1 'one' } ?s text:query ('facteur' ?n)                        | b",
            "(?s ?score ?s) text:query 'growth'                                        | ``",
            "?x a ?none . ?s text:query 'growth'                                       | ``",
            "?s text:query 'growth' MINUS { ?s text:query 'facteur' }                  | a a c",
            "?s skos:altLabel ?l FILTER NOT EXISTS { ?s text:query (rdfs:label 'growth') } | c",
            "?s rdfs:label 'nameless' . ?s text:query 'nameless' BIND(ex:found AS ?r) FILTER isBlank(?s) BIND(ex:d AS ?t) | _:Bd",
    })
    void joinsWithWhatIsKnown(String pattern, String things) {
        assertEquals(things.isEmpty() ? List.of() : List.of(things.split(" ")), rows("?s", pattern));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "() text:query 'growth'                                | 1 to 5 variables",
            "(?a ?b ?c ?d ?e ?f) text:query 'growth'               | not 6",
            "?s text:query ()                                      | no text",
            "?s text:query (rdfs:label)                            | no text",
            "?s text:query 5                                       | not a text",
            "?s text:query (rdfs:comment 'growth')                 | rdf-schema#comment> is not in the index, which has <",
            "?s text:query ('growth' 5 'long:en')                  | is not understood",
            "?s text:query ('growth' 0.5)                          | is not understood",
            "?s text:query ('growth' 'highlight:s:<b>')            | is not offered here",
    })
    void saysWhatIsWrongInTheQuery(String pattern, String reason) {
        QueryException e = assertThrows(QueryException.class, () -> rows("*", pattern));
        assertTrue(e.getMessage().startsWith("text:query: ") && e.getMessage().contains(reason), e.getMessage());
    }

    /** Not one row as if it had been found, and not a silent none. */
    @Test
    void whereThereIsNoIndexItIsRefused() {
        try (QueryExec exec = QueryExec.dataset(DatasetGraphFactory.createTxnMem())
                .query("ASK { ?s <http://jena.apache.org/text#query> 'growth' }").build()) {
            QueryExecException e = assertThrows(QueryExecException.class, exec::ask);
            assertTrue(e.getMessage().contains("no index of names"), e.getMessage());
        }
    }
}
