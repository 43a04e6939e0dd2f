package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.cli.CommandRun.run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code secretome query} says of a value that can have no answer. Once an identifier that nobody could write was
 * answered
 * with a table without rows, as if nothing were known of the term.
 */
class QueryParametersTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "what-a-term-means      | term=GO:00015x        | 'GO:00015x' is no identifier of Gene Ontology; write GO: and then ",
            "what-a-term-means      | term=GO:123           | such as ",
            "what-a-term-means      | term=go:0001525       | 'go:0001525' is no identifier (GO:0001525?)",
            "what-a-component-does  | component=hgnc:4893   | (HGNC:4893?)",
            "what-a-component-does  | component=HGNK:4893   | (HGNC:4893?)",
            "what-a-component-does  | component=WHAT:4893   | one of BFO, CHEBI",
            "what-a-component-does  | component=HGNC:HGF    | 'HGNC:HGF' is no identifier of HUGO Gene Nomenclature Committee",
            "what-a-component-does  | component=HGNC:       | 'HGNC:' is no identifier",
            "what-a-component-does  | component=HGF         | no word of the record vocabulary; write an identifier such as HGNC:",
            "what-a-component-does  | component=scso:nobody | no word of the record vocabulary",
            "what-a-component-does  | component=http://a b  | is no IRI",
            "what-a-component-does  | componet=HGNC:4893    | has no parameter 'componet'; it has component"})
    void isToldInOneLine(String question, String param, String told) {
        CommandRun run = run("query", question, "--param", param, "--format", "csv");
        assertEquals(2, run.code(), run.out());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(told), run.err());
    }

    @Test
    void anIdentifierThatTheGraphDoesNotKnowIsRefused() {
        CommandRun run = run("query", "what-a-component-does", "--param", "component=HGNC:99999", "--format", "csv");
        assertEquals(2, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains("'HGNC:99999' is not known here; write "), run.err());
    }

    /** Another endpoint may have words that this graph has not; the form of an identifier is the same everywhere. */
    @Test
    void anotherEndpointIsNotAskedForWhatNobodyWrites() {
        CommandRun run =
                run("query", "what-a-term-means", "--endpoint", "http://localhost:1/", "--param", "term=GO:00015x");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("is no identifier of Gene Ontology"), run.err());
    }
}
