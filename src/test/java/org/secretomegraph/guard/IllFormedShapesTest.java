package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.shacl.ShapeLibrary;

/** Shapes that break a syntax rule of SHACL are refused in a line: the file, the shape, what is wrong. */
class IllFormedShapesTest {
    private static final String PREFIXES = """
            @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/ns#> .
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            ex:Other a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:q ; sh:minCount 0 ] .
            """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "sh:property [ sh:path ex:p ; sh:maxCount \"1\" ] | sh:property (path ex:p) of ex:S: sh:maxCount must be an integer",
            "sh:property [ sh:path ex:p ; sh:minCount 1.5 ] | sh:minCount must be an integer",
            "sh:property [ sh:path ex:p ; sh:maxCount \"x\"^^xsd:integer ] | sh:maxCount must be an integer",
            "sh:property [ sh:path ex:p ; sh:maxCount 99999999999 ] | sh:maxCount must be an integer",
            "sh:property [ sh:path ex:p ; sh:maxCount 1 , 2 ] | sh:maxCount may be stated once, not 2 times",
            "sh:property [ sh:path ex:p ; sh:minLength \"3\" ] | sh:minLength must be an integer",
            "sh:property [ sh:path ex:p ; sh:pattern \"(\" ] | sh:pattern is not a regular expression: unclosed group",
            "sh:property [ sh:path ex:p ; sh:pattern \"[a-\" ] | sh:pattern is not a regular expression",
            "sh:property [ sh:path ex:p ; sh:pattern 5 ] | sh:pattern must be a regular expression, not 5",
            "sh:property [ sh:path ex:p ; sh:pattern \"a\" ; sh:flags 1 ] | sh:flags must be a string, not 1",
            "sh:property [ sh:path ex:p ; sh:datatype \"integer\" ] | sh:datatype must be an IRI",
            "sh:property [ sh:path ex:p ; sh:datatype xsd:int , xsd:long ] | sh:datatype may be stated once",
            "sh:property [ sh:path ex:p ; sh:class \"C\" ] | sh:class must be an IRI",
            "sh:property [ sh:path ex:p ; sh:nodeKind ex:IRI ] | sh:nodeKind must be one of sh:IRI",
            "sh:property [ sh:path ex:p ; sh:nodeKind \"IRI\" ] | sh:nodeKind must be one of sh:IRI",
            "sh:property [ sh:path ex:p ; sh:minInclusive ex:three ] | sh:minInclusive must be a literal, not ex:three",
            "sh:property [ sh:path ex:p ; sh:uniqueLang 1 ] | sh:uniqueLang must be true or false, not",
            "sh:property [ sh:path ex:p ; sh:languageIn \"en\" ] | sh:languageIn must be a list of strings",
            "sh:property [ sh:path ex:p ; sh:languageIn ( 1 ) ] | sh:languageIn must be a list of strings, not 1",
            "sh:property [ sh:path ex:p ; sh:in \"a\" ] | sh:in must be a list, but \"a\" is not a list",
            "sh:property [ sh:path ex:p ; sh:in ex:list ] | sh:in must be a list, but ex:list is not a list",
            "sh:property [ sh:path ex:p ; sh:lessThan \"q\" ] | sh:lessThan must be an IRI",
            "sh:property [ sh:path ex:p ; sh:equals [] ] | sh:equals must be an IRI",
            "sh:property [ sh:path ex:p ; sh:qualifiedValueShape [] ] | needs sh:qualifiedMinCount or sh:qualifiedMaxCount",
            "sh:property [ sh:path ex:p ; sh:severity \"high\" ] | sh:severity must be an IRI",
            "sh:property [ sh:path ex:p ; sh:severity sh:Info , sh:Warning ] | sh:severity may be stated once",
            "sh:property [ sh:path ex:p ; sh:message 5 ] | sh:message must be a string",
            "sh:property [ sh:path ex:p ; sh:deactivated \"true\" ] | sh:deactivated must be true or false",
            "sh:property [ sh:minCount 1 ] | no sh:path",
            "sh:property ex:nowhere | ex:nowhere is not described",
            "sh:property \"p\" | sh:property must be a shape",
            "sh:property [ sh:path ex:p , ex:q ] | sh:path may be stated once, not 2 times",
            "sh:property [ sh:path \"p\" ] | the value of sh:path is neither an IRI nor a path",
            "sh:property [ sh:path [] ] | the value of sh:path is a blank node that is neither a list nor",
            "sh:property [ sh:path () ] | the value of sh:path is an empty list",
            "sh:property [ sh:path ( ex:p \"q\" ) ] | the value of sh:path has a step that is neither an IRI nor a path",
            "sh:property [ sh:path [ sh:alternativePath ex:p ] ] | the value of sh:path is not a list",
            "sh:property [ sh:path [ sh:inversePath ex:p ; sh:zeroOrOnePath ex:q ] ] | neither a list nor has exactly one",
            "sh:property [ sh:path _:p ; sh:minCount 1 ] . _:p rdf:first ex:a ; rdf:rest _:p | leads back to itself",
            "sh:property [ sh:path _:p ] . _:p sh:inversePath _:p | the value of sh:path leads back to itself",
            "sh:property [ sh:path _:p ] . _:p sh:zeroOrMorePath ( ex:a _:p ) | the value of sh:path leads back to itself",
            "sh:property [ sh:path ( ex:a _:p ) ] . _:p sh:alternativePath _:l . _:l rdf:first ex:a ; rdf:rest _:l | leads back to itself",
            "sh:property [ sh:path _:p ] . _:p rdf:first ex:a , ex:b ; rdf:rest () | cell that has 2 values of rdf:first",
            "sh:or _:l . _:l rdf:first [] ; rdf:rest _:l | sh:or must be a list of shapes, but is a list that leads back to itself",
            "sh:and _:l . _:l rdf:first [] ; rdf:rest _:m . _:m rdf:first [] ; rdf:rest _:l | leads back to itself",
            "sh:xone ( \"a\" ) | sh:xone must be a list of shapes, not \"a\"",
            "sh:or ex:A | sh:or must be a list of shapes",
            "sh:in _:l . _:l rdf:first 1 ; rdf:rest _:l | leads back to itself",
            "sh:closed true ; sh:ignoredProperties _:l . _:l rdf:first ex:p ; rdf:rest _:l | leads back to itself",
            "sh:closed 1 | sh:closed must be true or false, not",
            "sh:closed true ; sh:ignoredProperties ( \"p\" ) | sh:ignoredProperties must be a list of IRIs",
            "sh:qualifiedValueShape [ sh:class ex:M ] ; sh:qualifiedMinCount 1 | needs a shape with sh:path; this one has none",
            "sh:minCount 1 | ex:S: sh:minCount needs a shape with sh:path",
            "sh:lessThan ex:p | ex:S: sh:lessThan needs a shape with sh:path",
            "sh:path ex:p | ex:S: a sh:NodeShape has no sh:path",
            "sh:node \"N\" | sh:node must be a shape",
            "sh:node [ sh:path ex:p ] | sh:node needs a node shape",
            "sh:not 5 | sh:not must be a shape",
            "sh:targetClass \"C\" | sh:targetClass must be an IRI",
            "sh:targetNode [] | sh:targetNode must be an IRI or a literal",
            "sh:targetObjectsOf \"p\" | sh:targetObjectsOf must be an IRI",
            "sh:sparql [] | sh:sparql needs exactly one sh:select",
            "sh:sparql \"SELECT\" | sh:sparql must be a shape",
            "sh:sparql [ sh:select \"SELECT $this {\" ] | ex:S: the query in sh:select is not SPARQL",
            "sh:sparql [ sh:select \"SELECT $this { $this zz:p 1 }\" ] | Unresolved prefixed name: zz:p",
            "sh:sparql [ sh:select \"ASK { $this ?p 1 }\" ] | sh:select must be a SELECT query",
            "sh:sparql [ sh:select \"SELECT ?p { $this ?p 1 }\" ] | the query must select $this",
            "sh:sparql [ sh:select \"SELECT $this { $this ?p ?o MINUS { $this ?p 1 } }\" ] | MINUS may not stand",
            "sh:sparql [ sh:select \"SELECT $this { $this ?p ?o FILTER EXISTS { ?o ?p ?q MINUS { ?q ?p 1 } } }\" ] | MINUS may not stand",
            "sh:sparql [ sh:select \"SELECT $this { VALUES ?p { 1 } }\" ] | VALUES may not stand",
            "sh:sparql [ sh:select \"SELECT $this { $this ?p ?o } VALUES ?p { 1 }\" ] | VALUES may not stand",
            "sh:sparql [ sh:select \"SELECT $this { SERVICE <http://example.org/> { $this ?p ?o } }\" ] | SERVICE may not stand",
            "sh:sparql [ sh:select \"SELECT $this { { SELECT ?o { ?s ?p ?o } } }\" ] | a SELECT within the query must select $this too",
            "sh:sparql [ sh:select \"SELECT $this { { SELECT * { ?s ?p ?o } } }\" ] | a SELECT within the query must select $this too",
            "sh:sparql [ sh:select \"SELECT $this { { SELECT $this { { SELECT ?o { ?s ?p ?o } } } } }\" ] | must select $this too",
            "sh:sparql [ sh:select \"SELECT (?o AS ?this) { ?s ?p ?o }\" ] | AS ?this may not stand",
            "sh:sparql [ sh:select \"SELECT $this { ?s ?p ?o BIND (?o AS ?this) }\" ] | AS ?this may not stand",
            "sh:sparql [ sh:select \"SELECT $this { ?s ?p ?o BIND (?o AS $shapesGraph) }\" ] | AS ?shapesGraph may not stand",
            "sh:sparql [ sh:select \"PREFIX t: <http://jena.apache.org/text#> SELECT $this { $this t:query 'x' }\" ] | text:query may not stand",
            "sh:property [ sh:path [ sh:inversePath ex:p ] ; sh:sparql [ sh:select \"SELECT $this { BIND ($PATH AS ?path) }\" ] ] | $PATH may only stand as the predicate",
            "sh:property ex:P . ex:P sh:path ex:p ; sh:property ex:P | the shape contains itself by sh:property",
    })
    void areRefusedInALineWithThePlace(String statements, String problem) throws IOException {
        Path good = Files.writeString(folder.resolve("good.ttl"), PREFIXES);
        Path bad = Files.writeString(folder.resolve("bad.ttl"),
                PREFIXES + "ex:S a sh:NodeShape ; sh:targetClass ex:C ; " + statements + " .");
        String message = assertThrows(InvalidInputException.class,
                () -> ShapeLibrary.read(List.of(good, bad))).getMessage();
        assertTrue(message.contains(problem), message);
        assertTrue(message.startsWith(bad.toString()) || message.startsWith(good + ", " + bad), message);
        assertFalse(message.contains("\n") || message.contains("Exception") || message.contains("java."), message);
    }

    @Test
    void deepNestingIsRefusedToo() throws IOException {
        Path shapes = Files.writeString(folder.resolve("deep.nt"), chain(20_000));
        assertTrue(assertThrows(InvalidInputException.class, () -> ShapeLibrary.read(List.of(shapes)))
                .getMessage().contains("nested too deeply"));
    }

    private static String chain(int length) {
        StringBuilder triples = new StringBuilder("<http://example.org/s0> <http://www.w3.org/ns/shacl#targetClass>"
                + " <http://example.org/C> .\n");
        for (int i = 0; i < length; i++) {
            triples.append("<http://example.org/s" + i + "> <http://www.w3.org/ns/shacl#not> <http://example.org/s"
                    + (i + 1) + "> .\n");
        }
        return triples.toString();
    }
}
