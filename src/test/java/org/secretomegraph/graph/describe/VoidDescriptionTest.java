package org.secretomegraph.graph.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.secretomegraph.BundledGraph;

/** Every number of the VoID description of the bundled graph, counted once more by SPARQL. */
class VoidDescriptionTest {
    private static final String NS = """
            PREFIX void: <http://rdfs.org/ns/void#>
            PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
            PREFIX graph: <https://w3id.org/scso/graph/>
            PREFIX scso: <https://w3id.org/scso/>
            """;
    private static final String OWN = "https://w3id.org/scso/";
    private static final String ALL = "GRAPH ?g { ?s ?p ?o } FILTER(?g != graph:void)";

    /** What a linkset says: from which address space to which, by which property. */
    private record Linkset(String from, String to, String property) {}

    @Test
    void eachLinksetHasAsManyLinksAsItSays() {
        Map<Linkset, Long> told = linksets();
        assertTrue(told.size() >= 60, "only " + told.size());
        Set<String> spaces = select("SELECT ?space { ?dataset a void:Dataset ; void:uriSpace ?space }").stream()
                .map(row -> text(row, "space")).collect(Collectors.toSet());
        Map<Linkset, Long> counted = links(spaces);
        told.keySet().forEach(linkset -> assertEquals(counted.get(linkset), told.get(linkset), linkset.toString()));
        counted.keySet().forEach(linkset -> assertTrue(told.containsKey(linkset), "not told: " + linkset));
    }

    private static Map<Linkset, Long> linksets() {
        Map<Linkset, Long> told = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (Binding row : select("""
                SELECT * {
                  ?linkset a void:Linkset ; void:subjectsTarget ?a ; void:objectsTarget ?b ; void:linkPredicate ?p ;
                    void:triples ?n .
                  scso:dataset void:subset ?linkset .
                  ?a a void:Dataset ; void:uriSpace ?from . ?b a void:Dataset ; void:uriSpace ?to
                }""")) {
            assertTrue(names.add(text(row, "linkset")), "two of " + text(row, "linkset"));
            assertEquals(null,
                    told.put(new Linkset(text(row, "from"), text(row, "to"), text(row, "p")), number(row, "n")));
        }
        assertEquals(names.size(), select("SELECT ?linkset { ?linkset a void:Linkset }").size(),
                "one is told by halves");
        return told;
    }

    /** Counted by the address spaces alone: of two that both fit, the longer one is meant. */
    private static Map<Linkset, Long> links(Set<String> spaces) {
        Map<Linkset, Long> counted = new HashMap<>();
        for (Binding row : select("""
                SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o }
                  FILTER(?g NOT IN (graph:links, graph:entailments, graph:questions, graph:void))
                  FILTER(?p NOT IN (rdf:type, rdfs:isDefinedBy) && isIRI(?s) && isIRI(?o)) }""")) {
            String from = space(text(row, "s"), spaces);
            String to = space(text(row, "o"), spaces);
            if (!from.isEmpty() && !to.isEmpty() && !from.equals(to) && !to.equals(OWN)) {
                counted.merge(new Linkset(from, to, text(row, "p")), 1L, Long::sum);
            }
        }
        return counted;
    }

    private static String space(String iri, Set<String> spaces) {
        return spaces.stream().filter(iri::startsWith).max(Comparator.comparingInt(String::length)).orElse("");
    }

    @Test
    void theWholeIsCountedOnce() {
        Map<String, Long> counted = new TreeMap<>();
        counted.put("triples", count("SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { " + ALL + " } }"));
        counted.put("distinctSubjects", count("SELECT (COUNT(DISTINCT ?s) AS ?n) { " + ALL + " }"));
        counted.put("distinctObjects", count("SELECT (COUNT(DISTINCT ?o) AS ?n) { " + ALL + " }"));
        counted.put("properties", count("SELECT (COUNT(DISTINCT ?p) AS ?n) { " + ALL + " }"));
        counted.put("classes",
                count("SELECT (COUNT(DISTINCT ?o) AS ?n) { " + ALL + " FILTER(?p = rdf:type && isIRI(?o)) }"));
        counted.put("entities",
                count("SELECT (COUNT(DISTINCT ?s) AS ?n) { " + ALL + " FILTER(?p = rdf:type && isIRI(?o)) }"));
        counted.forEach((property, number) -> assertEquals(number,
                count("SELECT ?n { scso:dataset void:" + property + " ?n }"), property));
    }

    @Test
    void everyPropertyIsCounted() {
        Map<String, List<Long>> told = new HashMap<>();
        select("SELECT * { scso:dataset void:propertyPartition ?part . ?part void:property ?p ; void:triples ?n ;"
                + " void:distinctSubjects ?s ; void:distinctObjects ?o }").forEach(
                        row -> told.put(text(row, "p"), List.of(number(row, "n"), number(row, "s"), number(row, "o"))));
        Map<String, List<Long>> counted = new HashMap<>();
        select("SELECT ?p (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?ns) (COUNT(DISTINCT ?o) AS ?no) { SELECT DISTINCT ?s ?p ?o { "
                + ALL + " } } GROUP BY ?p")
                .forEach(row -> counted.put(text(row, "p"),
                        List.of(number(row, "n"), number(row, "ns"), number(row, "no"))));
        assertEquals(counted, told);
        assertTrue(told.size() >= 100, "only " + told.size());
    }

    @Test
    void everyNamedGraphIsASubsetWithItsNumbers() {
        Map<String, List<Long>> told = new TreeMap<>();
        select("SELECT * { scso:dataset void:subset ?g . ?g a sd:NamedGraph ; void:triples ?n ; void:distinctSubjects ?s ;"
                + " void:properties ?p }").forEach(
                        row -> told.put(text(row, "g"), List.of(number(row, "n"), number(row, "s"), number(row, "p"))));
        Map<String, List<Long>> counted = new TreeMap<>();
        select("SELECT ?g (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?ns) (COUNT(DISTINCT ?p) AS ?np) { " + ALL
                + " } GROUP BY ?g")
                .forEach(row -> counted.put(text(row, "g"),
                        List.of(number(row, "n"), number(row, "ns"), number(row, "np"))));
        assertEquals(counted, told);
        assertTrue(told.size() >= 20, "only " + told.size());
    }

    /** What a dataset offers to other programs is named by its permanent address, and each kind of access once. */
    @Test
    void theWaysInAreNamed() {
        for (String way : List.of("void:sparqlEndpoint scso:sparql", "void:dataDump scso:dataset.nq.gz",
                "void:uriSpace 'https://w3id.org/scso/'", "void:rootResource <https://w3id.org/scso>")) {
            assertEquals(1,
                    count("SELECT (COUNT(*) AS ?n) { scso:dataset " + way + " ; " + way.split(" ")[0] + " ?only }"),
                    way);
        }
        assertFalse(select("SELECT ?x { scso:dataset void:exampleResource ?x . ?x a scso:Claim }").isEmpty());
    }

    private static List<Binding> select(String query) {
        String prefixes = NS
                + "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n";
        try (QueryExec exec = QueryExec.dataset(BundledGraph.snapshot().dataset()).query(prefixes + query).build()) {
            return exec.select().stream().toList();
        }
    }

    private static long count(String query) {
        return number(select(query).getFirst(), "n");
    }

    private static long number(Binding row, String column) {
        return ((Number) row.get(column).getLiteralValue()).longValue();
    }

    private static String text(Binding row, String column) {
        return row.get(column).isURI() ? row.get(column).getURI() : row.get(column).getLiteralLexicalForm();
    }
}
