package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.report.ReportFormat;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.shacl.FullValidation;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.shacl.SupportedShapes;

/** Results that SHACL defines and that validators often get wrong; each case is a kind that was reported in public. */
class StandardResultsTest {
    private static final String PREFIXES = """
            @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/ns#> .
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            """;
    private static final String PARTS =
            "ex:x a ex:C ; ex:has ex:y . ex:y ex:partOf ex:x ; a ex:Bad . ex:z ex:partOf ex:x .";
    private static final String INVERSE =
            "sh:property [ sh:path [ sh:inversePath ex:partOf ] ; sh:sparql [ sh:select \"";

    static Stream<Arguments> cases() {
        return Stream.of(
                // $PATH is the whole path, also in EXISTS; a query is asked once, also where there is no value.
                select(INVERSE + "SELECT $this ?value WHERE { $this $PATH ?value }\" ] ]", PARTS, "x y", "x z"),
                select(INVERSE
                        + "SELECT $this ?value WHERE { $this $PATH ?value ; a ex:C FILTER EXISTS { $this $PATH ?value . ?value a ex:Bad } }\" ; sh:prefixes ex: ] ]",
                        PARTS, "x y"),
                select(INVERSE
                        + "SELECT $this ?value WHERE { ?value a ex:Bad { SELECT $this ?value { $this $PATH ?value } } }\" ; sh:prefixes ex: ] ]",
                        PARTS, "x y"),
                select("sh:property [ sh:path ( ex:has ex:partOf ) ; sh:sparql [ sh:select \"SELECT $this ?value WHERE { $this $PATH ?value }\" ] ]",
                        PARTS, "x x"),
                select("sh:property [ sh:path [ sh:alternativePath ( ex:has [ sh:inversePath ex:partOf ] ) ] ; sh:sparql [ sh:select \"SELECT DISTINCT $this ?value WHERE { $this $PATH ?value }\" ] ]",
                        PARTS, "x y", "x z"),
                select("sh:property [ sh:path [ sh:zeroOrMorePath ex:has ] ; sh:sparql [ sh:select \"SELECT $this ?value WHERE { $this $PATH ?value }\" ] ]",
                        PARTS, "x x", "x y"),
                select("sh:property [ sh:path ex:has ; sh:sparql [ sh:select \"SELECT $this ?value WHERE { $this $PATH ?value FILTER (isLiteral(?value) || EXISTS { ?value a ex:Bad }) }\" ; sh:prefixes ex: ] ]",
                        PARTS, "x y"),
                select("sh:property [ sh:path ex:has ; sh:sparql [ sh:select \"SELECT $this ?value WHERE { $this ?p ?value FILTER (?p = $PATH) }\" ] ]",
                        PARTS, "x y"),
                select(INVERSE + "SELECT $this ?value WHERE { ?value <http://example.org/ns#partOf> $this }\" ] ]",
                        PARTS,
                        "x y", "x z"),
                select("sh:property [ sh:path ex:none ; sh:sparql [ sh:select \"SELECT $this WHERE { FILTER NOT EXISTS { $this $PATH ?v } }\" ] ]",
                        PARTS, "x -"),
                select("sh:sparql [ sh:deactivated true ; sh:select \"SELECT $this WHERE { $this ?p ?o }\" ]", PARTS),
                // Focus nodes need not be described, and may be literals.
                shape("sh:targetNode ex:nobody ; sh:property [ sh:path ex:name ; sh:minCount 1 ]", PARTS, "nobody -"),
                shape("sh:targetNode ex:C ; sh:property [ sh:path [ sh:inversePath rdf:type ] ; sh:minCount 2 ]", PARTS,
                        "C -"),
                shape("sh:targetNode 'text' , 5 ; sh:nodeKind sh:IRI", PARTS, "text text", "5 5"),
                shape("sh:targetObjectsOf ex:has ; sh:class ex:Good", PARTS, "y y"),
                shape("sh:targetObjectsOf ex:name ; sh:minLength 3", "ex:x ex:name 'ab' , 'abc' .", "ab ab"),
                shape("sh:targetObjectsOf ex:has ; sh:property [ sh:path ex:name ; sh:minCount 1 ]",
                        "ex:x ex:has ex:undescribed .", "undescribed -"),
                // sh:closed in a property shape concerns the value nodes.
                shape("sh:targetClass ex:C ; sh:property [ sh:path ex:has ; sh:closed true ; sh:property [ sh:path ex:name ] ]",
                        "ex:g a ex:C ; ex:has [ ex:name 'a' ] . ex:b a ex:C ; ex:has [ ex:name 'b' ; ex:dose 3 ] .",
                        "b 3"),
                shape("sh:targetClass ex:C ; sh:property [ sh:path ex:has ; sh:closed true ; sh:ignoredProperties ( ex:dose ) ]",
                        "ex:b a ex:C ; ex:has [ ex:dose 3 ; ex:q 4 ] , [ ex:dose 5 ] .", "b 4"),
                shape("sh:targetClass ex:C ; sh:property [ sh:path ex:has ; sh:closed false ]",
                        "ex:b a ex:C ; ex:has [ ex:dose 3 ] ."),
                shape("sh:targetClass ex:C ; sh:not [ sh:path ex:has ; sh:closed true ]",
                        "ex:a a ex:C ; ex:has [ ex:dose 3 ] . ex:b a ex:C ; ex:has ex:empty .", "b b"),
                // sh:property in a property shape concerns the value nodes, wherever the shape stands.
                shape("sh:targetClass ex:C ; sh:not [ sh:path ex:has ; sh:property [ sh:path ex:name ; sh:minCount 1 ] ]",
                        "ex:a a ex:C ; ex:has ex:n . ex:n ex:name 1 . ex:b a ex:C ; ex:name 1 ; ex:has ex:m .", "a a"),
                // NaN is neither less than, equal to nor greater than any number.
                range("sh:minInclusive 0.0e0", "'NaN'^^xsd:double"), range("sh:minExclusive 0", "'NaN'^^xsd:double"),
                range("sh:maxInclusive 9", "'NaN'^^xsd:float"), range("sh:maxExclusive 9.5", "'NaN'^^xsd:float"),
                range("sh:minInclusive 'NaN'^^xsd:double", "1"),
                range("sh:maxInclusive 'NaN'^^xsd:double", "'NaN'^^xsd:double"),
                range("sh:lessThan ex:other", "'NaN'^^xsd:double"),
                range("sh:lessThanOrEquals ex:other", "'NaN'^^xsd:float"),
                range("sh:minInclusive '2020-01-01'^^xsd:date", "5"), range("sh:minInclusive 0", "'zero'"),
                shape("sh:targetSubjectsOf ex:p ; sh:property [ sh:path ex:p ; sh:minInclusive 0 ; sh:maxExclusive 'INF'^^xsd:double ]",
                        "ex:a ex:p 0 , 1.5 , 1e300 , '7'^^xsd:byte . ex:b ex:p 'INF'^^xsd:double , -1 .", "b INF",
                        "b -1"),
                // Shapes that refer to themselves: data without a circle have one answer.
                shape("sh:targetClass ex:Thing ; sh:property [ sh:path ex:hasPart ; sh:node ex:Part ] . ex:Part a sh:NodeShape ; sh:property [ sh:path ex:isPartOf ; sh:node ex:S ; sh:minCount 1 ]",
                        "ex:t a ex:Thing ; ex:hasPart ex:p . ex:p ex:isPartOf ex:t . ex:t2 a ex:Thing ; ex:hasPart ex:p2 ."
                                + " ex:t3 a ex:Thing ; ex:hasPart ex:p3 . ex:p3 ex:isPartOf ex:t4 . ex:t4 a ex:Thing ; ex:hasPart ex:p2 .",
                        "t2 p2", "t3 p3", "t4 p2"),
                shape("sh:targetNode ex:a ; sh:property [ sh:path ex:next ; sh:or ( ex:S ex:End ) ] . ex:End a sh:NodeShape ; sh:class ex:Last",
                        "ex:a ex:next ex:b . ex:b ex:next ex:c . ex:c a ex:Last ."),
                shape("sh:targetNode ex:a ; sh:nodeKind sh:IRI ; sh:property [ sh:path ex:next ; sh:and ( ex:S ) ]",
                        "ex:a ex:next ex:b . ex:b ex:next [] .", "a b"),
                shape("sh:targetNode ex:a , ex:b , ex:c ; sh:property [ sh:path ex:next ; sh:not ex:S ]",
                        "ex:a ex:next ex:b . ex:b ex:next ex:c .", "b c"),
                shape("sh:targetNode ex:a ; sh:property [ sh:path ex:next ; sh:qualifiedValueShape ex:S ; sh:qualifiedMinCount 1 ]",
                        "ex:a ex:next ex:b . ex:b ex:next ex:c .", "a -"),
                shape("sh:targetNode ex:a ; sh:node ex:S ; sh:class ex:C", "ex:b a ex:C .", "a a"));
    }

    private static Arguments select(String constraint, String data, String... results) {
        return shape("sh:targetClass ex:C ; " + constraint, data, results);
    }

    private static Arguments range(String constraint, String value) {
        String lexical = value.replaceAll("'([^']*)'.*", "$1");
        return shape("sh:targetSubjectsOf ex:p ; sh:property [ sh:path ex:p ; " + constraint + " ]",
                "ex:a ex:p " + value + " ; ex:other 7 .", "a " + lexical);
    }

    private static Arguments shape(String shape, String data, String... results) {
        return Arguments.of("ex:S a sh:NodeShape ; " + shape
                + " . ex: sh:declare [ sh:prefix 'ex' ; sh:namespace 'http://example.org/ns#'^^xsd:anyURI ] .", data,
                Set.of(results));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("cases")
    void areThoseOfTheSpecification(String shapes, String data, Set<String> results) {
        ShapeLibrary library = ShapeLibrary.of(SupportedShapes.parse(graph(shapes)).shapes());
        Set<String> complete = FullValidation.of(library.shapes(), graph(data)).getEntries().stream()
                .map(StandardResultsTest::text).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(results), complete, "/shacl");
        ValidationResult validated = validated(library, data);
        assertEquals(new TreeSet<>(results), validated.findings().stream().map(f -> f.result().orElseThrow())
                .map(r -> local(r.focus()) + " " + r.value().map(StandardResultsTest::local).orElse("-"))
                .collect(Collectors.toCollection(TreeSet::new)), "validate");
    }

    private static ValidationResult validated(ShapeLibrary library, String data) {
        return new Validator(library).validate(GraphFactory.createDefaultGraph(),
                List.of(CandidateData.ofFile("data.ttl", graph(data))));
    }

    private static String text(ReportEntry entry) {
        return local(entry.focusNode()) + " " + (entry.value() == null ? "-" : local(entry.value()));
    }

    private static String local(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString().replaceFirst(".*#", "");
    }

    private static Graph graph(String turtle) {
        return RDFParser.fromString(PREFIXES + turtle, Lang.TTL).toGraph();
    }

    /** One result for each failing constraint, whole paths, the nodes themselves, all messages, any severity. */
    @Test
    void theReportSaysAllThatTheSpecificationDoes() {
        ShapeLibrary library = ShapeLibrary.of(SupportedShapes.parse(graph("""
                ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:severity sh:Info ; sh:not [ sh:class ex:C ] ;
                  sh:property ex:A ; sh:node [ sh:property [ sh:path ex:b ; sh:minCount 1 ] ] .
                ex:A sh:path ( ex:a [ sh:inversePath ex:b ] ) ; sh:minCount 1 ; sh:hasValue 5 ; sh:severity ex:Blocker ;
                  sh:message "fehlt"@de , "missing"@en .
                ex:L a sh:NodeShape ; sh:targetObjectsOf ex:lit ; sh:minLength 5 .
                """)).shapes());
        String data = "[] a ex:C ; ex:lit 'abc'@en .";
        Graph report = RDFParser.fromString(printed(ReportFormat.TURTLE, validated(library, data)), Lang.TTL).toGraph();
        List<Node> results = report.stream(Node.ANY, SHACL.result, Node.ANY).map(Triple::getObject).toList();
        assertEquals(5, results.size());
        List<Node> blockers =
                report.stream(Node.ANY, SHACL.sourceShape, graph("ex:A a ex:A .").find().next().getSubject())
                        .map(Triple::getSubject).toList();
        assertEquals(2, blockers.size());
        for (Node result : blockers) {
            assertTrue(object(report, result, SHACL.focusNode).isBlank());
            assertEquals("http://example.org/ns#Blocker", object(report, result, SHACL.resultSeverity).getURI());
            assertEquals("<http://example.org/ns#a>/^<http://example.org/ns#b>",
                    ShaclPaths.parsePath(report, object(report, result, SHACL.resultPath)).toString());
            assertEquals(Set.of("de", "en"), report.stream(result, SHACL.resultMessage, Node.ANY)
                    .map(t -> t.getObject().getLiteralLanguage()).collect(Collectors.toSet()));
        }
        assertEquals(2,
                report.stream(Node.ANY, SHACL.focusNode, Node.ANY).filter(t -> t.getObject().isLiteral()).count()
                        + report.stream(Node.ANY, SHACL.value, Node.ANY).filter(t -> t.getObject().isLiteral())
                                .count());
        JsonObject json = JSON.parse(printed(ReportFormat.JSON, validated(library, data)));
        assertEquals(5, json.get("findings").getAsArray().size());
        assertEquals(2, json.get("findings").getAsArray().stream().map(f -> f.getAsObject().getObj("result"))
                .filter(r -> r.getObj("resultSeverity").getString("value").endsWith("#Blocker")
                        && r.getString("resultPath").equals("<http://example.org/ns#a>/^<http://example.org/ns#b>")
                        && r.getObj("focusNode").getString("type").equals("bnode")
                        && r.get("resultMessage").getAsArray().size() == 2)
                .count());
    }

    private static Node object(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).next().getObject();
    }

    private static String printed(ReportFormat format, ValidationResult result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(result, Severity.VIOLATION, new PrintStream(bytes, false, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
