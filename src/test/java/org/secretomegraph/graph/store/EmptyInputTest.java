package org.secretomegraph.graph.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Patterns that get no row from those before them, on each kind of store. Jena 6.0.0 looked into an empty input of a
 * TDB2 store: where it came to two patterns at once, as in a UNION, the query failed with "Peek iterator is already
 * empty" or lost rows (apache/jena#3751 and #3763). The rows here are those of SPARQL 1.1, worked out by hand.
 */
class EmptyInputTest {
    private static final String DATA = """
            PREFIX ex: <http://example.org/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            ex:g1 { ex:A a ex:Class ; rdfs:label "apple" .
                    ex:B a ex:Class ; rdfs:label "banana" ; ex:sub ex:A .
                    ex:C a ex:Class ; ex:sub ex:B .
                    ex:D a ex:Class ; rdfs:label "date" }
            ex:g2 { ex:A a ex:Class ; rdfs:label "apple" .
                    ex:S ex:target ex:A . ex:T ex:target ex:D }
            """;
    private static final Map<String, GraphStore> STORES = new LinkedHashMap<>();
    private static DatasetGraph snapshot;

    @BeforeAll
    static void fill(@TempDir Path folder) {
        DatasetGraph data = RDFParser.fromString(DATA, Lang.TRIG).toDatasetGraph();
        snapshot = Snapshot.load(List.of(target -> data.find().forEachRemaining(target::add)), List.of()).dataset();
        STORES.put("memory", CopiedStore.memory(snapshot));
        STORES.put("tdb2", CopiedStore.tdb2(snapshot, folder));
    }

    @AfterAll
    static void close() {
        STORES.values().forEach(GraphStore::close);
    }

    private static String rows(DatasetGraph dataset, String query) {
        try (QueryExec exec = QueryExec.dataset(dataset).query("PREFIX text: <http://jena.apache.org/text#> PREFIX ex:"
                + " <http://example.org/> " + query).build()) {
            RowSet rows = exec.select();
            return String.join("; ", rows.stream().map(row -> String.join(" ", rows.getResultVars().stream()
                    .map(variable -> written(row.get(variable))).toList())).sorted().toList());
        }
    }

    /** As in the table: the name without its namespace, or the text. */
    private static String written(Node node) {
        return node == null ? "-" : node.isURI() ? node.getURI().replace("http://example.org/", "")
                : node.isLiteral() ? node.getLiteralLexicalForm() : NodeFmtLib.strNT(node);
    }

    private static void assertRows(String expected, String query) {
        assertEquals(expected, rows(snapshot, query), "snapshot: " + query);
        STORES.forEach((kind, store) -> assertEquals(expected, store.read(dataset -> rows(dataset, query)),
                kind + ": " + query));
    }

    @ParameterizedTest(name = "{0} '{' {1}")
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            // UNION
            "?c ?s    # ?c a ex:Class { ?s ex:target ?c } UNION { ?c ex:sub+ ?d . ?d a ex:Class . ?s ex:target ?d } # A S; B S; C S; D T",
            "?c ?s    # ?c a ex:Class { ?c ex:sub+ ?d . ?d a ex:Class . ?s ex:target ?d } UNION { ?s ex:target ?c } # A S; B S; C S; D T",
            "?x       # { ?c ex:none ?x } UNION { ?c ex:nil ?x . ?x ex:sub+ ?y }                                    # ``",
            "?x ?y    # ?c ex:none ?x { ?x ex:target ?y } UNION { ?x ex:sub ?y }                                    # ``",
            "?c ?d    # ?c a ex:Class { ?c ex:none ?d . ?d ex:sub ?e } UNION { ?c ex:sub ?d . ?d ex:sub ?e }        # C B",
            "?c ?s    # ?c a ex:Class { { ?c ex:none ?s } UNION { ?c ex:nil ?s } } UNION { ?s ex:target ?c }        # A S; D T",
            "?c ?s    # ?c a ex:Class { ?s ex:target ?c FILTER(false) } UNION { ?c ex:sub/ex:sub ?s }               # C A",
            // OPTIONAL
            "?c ?y    # ?c a ex:Class OPTIONAL { ?c ex:none ?x . ?x ex:target ?y }                                  # A -; B -; C -; D -",
            "?c ?d ?s # ?c a ex:Class OPTIONAL { ?c ex:sub ?d OPTIONAL { ?s ex:target ?d } }                        # A - -; B A S; C B -; D - -",
            "?c ?d ?e # ?c a ex:Class OPTIONAL { ?c ex:sub ?d . ?d ex:sub ?e . ?e ex:sub ?f }                       # A - -; B - -; C - -; D - -",
            "?c ?x    # OPTIONAL { ?c ex:none ?x } ?x a ex:Class                                                    # - A; - B; - C; - D",
            "?c ?s    # ?c a ex:Class OPTIONAL { ?c ex:sub ?d } FILTER(!BOUND(?d)) { ?s ex:target ?c } UNION { ?c ex:none ?s } # A S; D T",
            "?x ?y    # ?c ex:none ?x OPTIONAL { ?x ex:sub ?y OPTIONAL { ?y ex:sub ?z } }                           # ``",
            "?s ?o    # ?s ex:target ?c OPTIONAL { GRAPH ex:none { ?c ?p ?o } }                                     # S -; T -",
            // VALUES
            "?c ?s    # VALUES ?c { ex:none ex:gone } ?c a ex:Class . ?s ex:target ?c                               # ``",
            "?c ?s    # VALUES ?c { ex:none ex:A } ?c a ex:Class . ?s ex:target ?c                                  # A S",
            "?c       # VALUES ?c { } ?c a ex:Class                                                                 # ``",
            "?c ?s    # VALUES (?c ?s) { (ex:D UNDEF) (UNDEF ex:S) } ?s ex:target ?c                                # A S; D T",
            "?c ?d    # VALUES ?c { ex:gone } { ?c ex:sub ?d } UNION { ?d ex:sub+ ?c }                              # ``",
            // MINUS
            "?c       # ?c a ex:Class MINUS { ?c ex:none ?x }                                                       # A; B; C; D",
            "?c       # ?c ex:none ?x MINUS { ?c a ex:Class }                                                       # ``",
            "?c       # ?c a ex:Class MINUS { ?s ex:target ?c }                                                     # B; C",
            "?c       # ?c a ex:Class MINUS { { ?c ex:none ?x } UNION { ?c ex:sub+ ?x . ?s ex:target ?x } }         # A; D",
            // EXISTS
            "?c       # ?c a ex:Class FILTER EXISTS { ?c ex:none ?x . ?x a ex:Class }                               # ``",
            "?c       # ?c a ex:Class FILTER NOT EXISTS { ?c ex:none ?x . ?x a ex:Class }                           # A; B; C; D",
            "?c       # ?c a ex:Class FILTER NOT EXISTS { ?c ex:sub+ ?d . ?s ex:target ?d }                         # A; D",
            "?x       # ?c ex:none ?x FILTER EXISTS { ?x ex:sub ?y }                                                # ``",
            "?c       # ?c a ex:Class FILTER EXISTS { { ?c ex:none ?x . ?x ex:sub+ ?y } UNION { ?s ex:target ?c } } # A; D",
            // sub-SELECT
            "?c       # { SELECT ?c { ?c ex:none ?x } } ?c a ex:Class . ?s ex:target ?c                             # ``",
            "?n ?c    # { SELECT (COUNT(?x) AS ?n) { ?e ex:none ?x } } ?c a ex:Class . ?s ex:target ?c              # 0 A; 0 D",
            "?n ?c    # { SELECT ?c (COUNT(?x) AS ?n) { ?c ex:none ?x } GROUP BY ?c } ?c a ex:Class                 # ``",
            "?c       # { SELECT ?c { ?s ex:target ?c } ORDER BY ?c LIMIT 1 } { ?c a ex:Class } UNION { ?c ex:sub ?d } # A",
            "?c ?d    # ?c a ex:Class { SELECT ?c ?d { ?c ex:sub+ ?d . ?d ex:none ?e } }                            # ``",
            // GRAPH
            "?c ?s    # GRAPH ex:g2 { ?s ex:target ?c } GRAPH ex:g1 { ?c a ex:Class }                               # A S; D T",
            "?c ?s    # GRAPH ex:none { ?s ex:target ?c } ?c a ex:Class                                             # ``",
            "?g       # GRAPH ?g { ex:A a ex:Class }                                                                # g1; g2",
            "?c ?d    # GRAPH ex:g1 { ?c a ex:Class { ?c ex:none ?d } UNION { ?c ex:sub+ ?d . ?d a ex:Class } }     # B A; C A; C B",
            "?g       # GRAPH ?g { ?c ex:none ?x { ?c ex:sub+ ?d } UNION { ?d ex:sub* ?c } }                        # ``",
            "?c ?s    # ?c a ex:Class GRAPH ?g { { ?c ex:none ?s } UNION { ?s ex:target ?c } }                      # A S; D T",
            // property paths
            "?x ?y    # ?c ex:none ?x . ?x ex:sub* ?y                                                               # ``",
            "?c       # ?c a ex:None . ?c ex:sub+ ?d . ?d ex:sub+ ?e                                                # ``",
            "?x       # ex:gone ex:sub* ?x                                                                          # gone",
            "?x       # ex:C (ex:sub|^ex:target)+ ?x                                                                # A; B; S",
            "?x ?y    # ?c ex:none ?x . ?x !ex:sub ?y                                                               # ``",
            "?c ?d    # ?c a ex:Class . ?c ex:sub/ex:none ?d                                                        # ``",
            "?c       # ?c a ex:Class . ?c ex:sub* ex:A . ?c ex:sub? ex:B                                           # B; C",
            // text:query
            "?c ?s    # ?c text:query 'nothing' . ?c a ex:Class . ?s ex:target ?c                                   # ``",
            "?c ?s    # ?c text:query 'apple' . ?c a ex:Class . ?s ex:target ?c                                     # A S",
            "?x       # ?c ex:none ?x . ?x text:query 'apple' . ?x a ex:Class                                       # ``",
            "?c ?d    # ?c a ex:Class OPTIONAL { ?c text:query 'banana' . ?c ex:sub ?d }                            # A -; B A; C -; D -",
            "?c ?s    # ?c a ex:Class { ?c text:query 'nothing' } UNION { ?c text:query 'date' . ?s ex:target ?c }  # D T",
            "?c ?g    # GRAPH ?g { ?c text:query 'apple' . ?c a ex:Class }                                          # A g1; A g2",
            // BIND, FILTER
            "?y       # ?c ex:none ?x BIND(?x AS ?y)                                                                # ``",
            "?x ?d    # ?c ex:none ?x FILTER(?x > 1) { ?c ex:sub ?d } UNION { ?c ex:target ?d }                     # ``",
    })
    void hasTheSameRowsOnEachKindOfStore(String variables, String pattern, String rows) {
        assertRows(rows, "SELECT " + variables + " { " + pattern + " }");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            "SELECT (COUNT(*) AS ?n) { ?c ex:none ?x . ?x ex:sub+ ?y }                                        # 0",
            "SELECT (COUNT(*) AS ?n) { ?c ex:none ?x { ?x ex:sub ?y } UNION { ?y ex:sub ?x } }                # 0",
            "SELECT ?c (COUNT(*) AS ?n) { ?c ex:none ?x . ?x ex:sub+ ?y } GROUP BY ?c                         # ``",
            "SELECT (SUM(?x) AS ?n) (GROUP_CONCAT(?y) AS ?t) { ?c ex:none ?x . ?x ex:sub+ ?y }                # `0 `",
            "SELECT DISTINCT ?x { ?c ex:none ?x . ?x ex:sub+ ?y } ORDER BY ?x LIMIT 5 OFFSET 1                # ``",
            "SELECT ?c ?d { ?c a ex:Class LATERAL { SELECT ?c ?d { ?c ex:sub ?d . ?d a ex:Class } LIMIT 1 } } # B A; C B",
            "SELECT ?c ?d { ?c ex:none ?x LATERAL { SELECT ?c ?d { ?c ex:sub ?d . ?d a ex:Class } LIMIT 1 } } # ``",
            "SELECT ?c { ?c a ex:Class . ?c ex:sub ?d } VALUES ?d { ex:gone }                                 # ``",
    })
    void soHasAnAnswerThatIsMadeOfTheRows(String query, String rows) {
        assertRows(rows, query);
    }

    /** The example of apache/jena#3751, with the data as triples of the default graph. */
    @Test
    void theQuestionOfTheFirstReportHasItsFourRows(@TempDir Path folder) {
        String prefixes =
                "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX sh: <http://www.w3.org/ns/shacl#>"
                        + " PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX ex: <http://example.org/> ";
        String query =
                prefixes + "SELECT ?classId ?nodeShape { ?classId a owl:Class . { ?nodeShape sh:targetClass ?classId }"
                        + " UNION { ?classId rdfs:subClassOf+ ?superClassId . ?superClassId a owl:Class ."
                        + " ?nodeShape sh:targetClass ?superClassId } }";
        DatasetGraph data = DatasetGraphFactory.create();
        RDFParser.fromString(prefixes
                + "GRAPH ex:g { ex:A a owl:Class . ex:B a owl:Class ; rdfs:subClassOf ex:A . ex:C a"
                + " owl:Class ; rdfs:subClassOf ex:B . ex:D a owl:Class . ex:S sh:targetClass ex:A . ex:T sh:targetClass"
                + " ex:D }", Lang.TRIG).parse(data);
        DatasetGraph small =
                Snapshot.load(List.of(target -> data.find().forEachRemaining(target::add)), List.of()).dataset();
        assertEquals("A S; B S; C S; D T", rows(small, query));
        try (GraphStore memory = CopiedStore.memory(small); GraphStore durable = CopiedStore.tdb2(small, folder)) {
            assertEquals("A S; B S; C S; D T", memory.read(dataset -> rows(dataset, query)));
            assertEquals("A S; B S; C S; D T", durable.read(dataset -> rows(dataset, query)));
        }
    }
}
