package org.secretomegraph.shacl.incremental;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;

/** What a query of a SPARQL constraint is seen to look at: the way from the focus node, the predicate and the end. */
class SparqlDependencyAnalyzerTest {

    @Test
    void aPatternThatHangsOnThisIsLookedAtFromThere() {
        assertEquals(Set.of("this p SUBJECT"), dependencies("$this ex:p ?a"));
        assertEquals(Set.of("this p OBJECT", "^p q SUBJECT"), dependencies("?a ex:q ?b . ?a ex:p $this"));
        assertEquals(Set.of("this p SUBJECT", "p p OBJECT", "p/^p q SUBJECT"),
                dependencies("$this ex:p ?a . ?b ex:p ?a ; ex:q ?c"));
    }

    @Test
    void aPatternThatHangsOnNothingCanBeMatchedAnywhere() {
        assertEquals(Set.of("this p SUBJECT", "anywhere q"),
                dependencies("$this ex:p ?a . ?b ex:q ?c FILTER (?a = ?c)"));
        assertEquals(Set.of("this p SUBJECT", "anywhere ANY"), dependencies("$this ex:p ?a . ?b ?q ?c"));
    }

    @Test
    void anEmptyPathFromNowhereLeadsToEveryNode() {
        assertEquals(Set.of("anywhere ANY"), dependencies("?value ex:p?/ex:q? ?a"));
        assertEquals(Set.of("this p SUBJECT", "p? q SUBJECT", "this ANY SUBJECT", "this ANY OBJECT"),
                dependencies("$this ex:p?/ex:q? ?a"));
        for (String path : List.of("ex:p?", "ex:p*", "^(ex:p?)", "ex:p?/ex:q*", "(ex:p|ex:q?)", "(ex:p?|ex:q)",
                "(ex:p?)+")) {
            assertEquals(Set.of("anywhere ANY"), dependencies("?value " + path + " ?a"), path);
        }
    }

    /** A way without steps from a node to itself is none, for Jena since 6.2, as long as no triple has the node. */
    @Test
    void anyTripleCanBringTheFocusNodeIntoTheGraph() {
        Set<String> any = Set.of("this p SUBJECT", "this ANY SUBJECT", "this ANY OBJECT");
        assertEquals(any, dependencies("$this ex:p? ex:x"));
        assertEquals(any, dependencies("$this ex:p? $this"));
        assertEquals(Set.of("this q SUBJECT", "q p SUBJECT"), dependencies("$this ex:q ?a . ?a ex:p? ex:x"));
    }

    @Test
    void whatOnlySomeBranchesBindIsNoWay() {
        assertEquals(Set.of("this p SUBJECT", "this q SUBJECT", "p|q r SUBJECT"),
                dependencies("{ $this ex:p ?a } UNION { $this ex:q ?a } ?a ex:r ?b"));
        assertEquals(Set.of("this p SUBJECT", "this q SUBJECT", "anywhere r"),
                dependencies("{ $this ex:p ?a } UNION { $this ex:q ?b } ?a ex:r ?c"));
        assertEquals(Set.of("this p SUBJECT", "this q SUBJECT", "anywhere r"),
                dependencies("$this ex:p ?a OPTIONAL { $this ex:q ?b } ?b ex:r ?c"));
    }

    @Test
    void anOptionalPartSeesOnlyWhatIsMatchedBeforeIt() {
        assertEquals(Set.of("this p SUBJECT", "p r SUBJECT"), dependencies("$this ex:p ?a OPTIONAL { ?a ex:r ?b }"));
        assertEquals(Set.of("this p SUBJECT", "anywhere r"), dependencies("OPTIONAL { ?a ex:r ?b } $this ex:p ?a"));
        assertEquals(Set.of("this p SUBJECT", "anywhere r"), dependencies("$this ex:p ?a { OPTIONAL { ?a ex:r ?b } }"));
    }

    @Test
    void existsSeesItsRow() {
        assertEquals(Set.of("this p SUBJECT", "p r SUBJECT"),
                dependencies("$this ex:p ?a FILTER NOT EXISTS { { OPTIONAL { ?a ex:r ?b } } }"));
    }

    @Test
    void aSubqueryThatCountsSeesOnlyWhatItGroupsBy() {
        assertEquals(Set.of("this p SUBJECT", "p r SUBJECT"),
                dependencies("$this ex:p ?a { SELECT ?a (COUNT(?b) AS ?n) { ?a ex:r ?b } GROUP BY ?a }"));
        assertEquals(Set.of("this p SUBJECT", "anywhere r"),
                dependencies("$this ex:p ?a { SELECT (COUNT(?b) AS ?n) { ?a ex:r ?b } }"));
        assertEquals(Set.of("this p SUBJECT", "anywhere ANY"),
                dependencies("$this ex:p ?a { SELECT ?a { ?a ex:r ?b } LIMIT 1 }"));
    }

    /**
     * What is told of a node by another node's EXISTS: found where the outer pattern is looked at, from what that
     * binds.
     */
    @Test
    void existsWithinExistsSeesTheRowsOfBoth() {
        assertEquals(Set.of("this p SUBJECT", "p r SUBJECT", "p/r s SUBJECT"),
                dependencies("$this ex:p ?a FILTER EXISTS { ?a ex:r ?b FILTER NOT EXISTS { ?b ex:s ?c } }"));
    }

    /**
     * Of an aggregate only the rows that it counts were seen: a constraint that counts which of them something EXISTS
     * for did
     * not judge anew when that came or went, and a change that it should refuse was accepted.
     */
    @Test
    void whatAnAggregateAsksForEachRowCanBeAnywhere() {
        assertEquals(Set.of("anywhere ANY"),
                dependencies(
                        "{ SELECT $this (SUM(IF(EXISTS { ?a ex:r ?b }, 1, 0)) AS ?n) { $this ex:p ?a } GROUP BY $this }"));
        assertEquals(Set.of("this p SUBJECT", "anywhere ANY"),
                SparqlDependencyAnalyzer.of(QueryFactory.create("PREFIX ex: <http://example.org/>"
                        + " SELECT $this { $this ex:p ?a } GROUP BY $this HAVING (SUM(IF(EXISTS { ?a ex:r ?b }, 1, 0)) > 1)"),
                        Optional.empty(), Optional.empty(), Optional.empty()).stream()
                        .map(SparqlDependencyAnalyzerTest::text).collect(Collectors.toSet()));
    }

    /**
     * Jena answers rdfs:member and list:member by what rdf:_1 and rdf:rest say, of which the query's text tells
     * nothing.
     */
    @Test
    void aPredicateThatIsComputedFromOthersCanReadAnything() {
        assertEquals(Set.of("this p SUBJECT", "anywhere ANY"), dependencies("$this ex:p ?a . ?a rdfs:member ?b"));
        assertEquals(Set.of("anywhere ANY"), dependencies("$this ex:p/rdfs:member ?b"));
        assertEquals(Set.of("this p SUBJECT", "anywhere ANY"),
                dependencies("$this ex:p ?a . ?a <http://jena.apache.org/ARQ/list#member> ?b"));
    }

    @Test
    void listedPredicatesAreLookedAtAndNoOthers() {
        assertEquals(Set.of("this p SUBJECT", "this q SUBJECT"), dependencies("VALUES ?x { ex:p ex:q } $this ?x ?a"));
    }

    /** Random graphs seldom change what these look at, and nothing else that the query looks at. */
    @Test
    void whatBindAndMinusAskAndWhatIsLeftOutCanBeAnywhere() {
        for (String part : List.of("BIND(EXISTS { ?a ex:r ?b } AS ?c)", "MINUS { ?a ex:r ?b }",
                "{ SELECT ?a { ?a ex:r ?b } ORDER BY ?a OFFSET 1 }",
                "{ SELECT ?a (EXISTS { ?a ex:r ?b } AS ?c) { ?a ex:p ?d } }",
                "{ SELECT ?a { ?a ex:p ?d } GROUP BY ?a (EXISTS { ?a ex:r ?b } AS ?c) }")) {
            assertTrue(dependencies("$this ex:p ?a " + part).contains("anywhere ANY"), part);
        }
    }

    @Test
    void eachBranchAndEachExistsIsLookedAt() {
        assertEquals(Set.of("this p SUBJECT", "this q OBJECT", "p|^q r SUBJECT"),
                dependencies("{ $this ex:p ?a } UNION { ?a ex:q $this } ?a ex:r ?b"));
        assertEquals(Set.of("this p SUBJECT", "p r SUBJECT", "p s OBJECT"),
                dependencies("$this ex:p ?a FILTER (EXISTS { ?a ex:r ?b } || !EXISTS { ?b ex:s ?a })"));
    }

    @Test
    void whatIsBoundElsewhereIsNoWay() {
        assertEquals(Set.of("this p SUBJECT", "this q SUBJECT", "anywhere r"),
                dependencies("{ $this ex:q ?b } UNION { $this ex:p ?a } ?a ex:r ?c"));
        assertEquals(Set.of("this q SUBJECT", "anywhere r"),
                dependencies("{ SELECT $this { $this ex:q ?a } } ?a ex:r ?c"));
        assertEquals(Set.of("this p SUBJECT", "anywhere r"),
                dependencies("$this ex:p ?a { FILTER EXISTS { ?a ex:r ?b } }"));
        assertEquals(Set.of("anywhere r"), dependencies("BIND(ex:x AS ?a) FILTER EXISTS { ?a ex:r ?b }"));
        assertEquals(Set.of("anywhere q", "anywhere r"), dependencies("?a (ex:q|ex:r) ?b"));
        assertEquals(Set.of("this p SUBJECT", "this r SUBJECT"),
                dependencies("FILTER EXISTS { $this ex:r ?b } $this ex:p ?a"));
        assertTrue(dependencies("$this ^(ex:p/ex:q*) ?a").contains("^q* q OBJECT"));
    }

    @Test
    void anotherGraphIsUnknown() {
        assertEquals(Set.of("anywhere ANY"), dependencies("GRAPH ?g { $this ex:p ?a }"));
    }

    private static Set<String> dependencies(String pattern) {
        return SparqlDependencyAnalyzer.of(QueryFactory.create("PREFIX ex: <http://example.org/> PREFIX rdfs:"
                + " <http://www.w3.org/2000/01/rdf-schema#> SELECT $this ?value { " + pattern + " }"),
                Optional.empty(), Optional.empty(), Optional.empty()).stream().map(SparqlDependencyAnalyzerTest::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(ShapeDependency dependency) {
        String predicate = dependency.predicate().isURI() ? dependency.predicate().getLocalName() : "ANY";
        String way = dependency.path().map(w -> w.toString().replaceAll("<http://example.org/(\\w+)>", "$1")
                .replaceAll("[() ]", "")).orElse("this");
        return dependency.end() == ShapeDependency.End.ANYWHERE ? "anywhere " + predicate
                : way + " " + predicate + " " + dependency.end();
    }
}
