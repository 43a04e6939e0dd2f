package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.update.UpdateFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.report.Finding;
import org.secretomegraph.shacl.ShapeLibrary;

/** An existing finding excuses itself and no other: one with another shape, value or path is new. */
class FindingKeyTest {
    private static final String PREFIXES =
            "PREFIX sh: <http://www.w3.org/ns/shacl#>\nPREFIX ex: <http://example.org/>\n";
    private static final String LITERALS = """
            sh:sparql [ a sh:SPARQLConstraint ; sh:select \"""
                SELECT $this ?path ?value { VALUES ?path { <http://example.org/p> <http://example.org/q> } $this ?path ?value
                    FILTER isLiteral(?value) }\""" ] .
            """;
    private static final ShapeLibrary RULES = GuardTest.rules(PREFIXES
            + "ex:Same a sh:NodeShape ; sh:targetNode ex:a ; " + LITERALS
            + "ex:Other a sh:NodeShape ; sh:targetSubjectsOf ex:s ; " + LITERALS
            + "ex:Names a sh:NodeShape ; sh:targetNode ex:n ; sh:property [ sh:path ex:name ; sh:uniqueLang true ] .");

    private static Verdict change(String before, String update) {
        GraphStore store = GraphStore.memory();
        store.underWriteTransaction(writing -> {
            UpdateExec.dataset(writing.dataset())
                    .update(UpdateFactory.create(PREFIXES + "INSERT DATA { " + before + " }")).execute();
            writing.commit();
            return null;
        });
        return new Guard(store, new Materializer(List.of()), RULES)
                .propose(GuardTest.sparqlUpdate(PREFIXES + update));
    }

    @Test
    void anotherPathIsAnotherFinding() {
        Verdict verdict = change("ex:a ex:p 'x'", "INSERT DATA { ex:a ex:q 'x' }");
        assertInstanceOf(Verdict.Refused.class, verdict);
        assertEquals(List.of("http://example.org/q"), verdict.added().stream().map(f -> f.place().path()).toList());
    }

    @Test
    void anotherValueIsAnotherFinding() {
        Verdict verdict = change("ex:a ex:p 'x'", "INSERT DATA { ex:a ex:p 'y' }");
        assertInstanceOf(Verdict.Refused.class, verdict);
        assertEquals(List.of("y"), verdict.added().stream().map(Finding::valueText).toList());
    }

    @Test
    void ofAnotherShapeIsAnotherFinding() {
        Verdict verdict = change("ex:a ex:p 'x'", "INSERT DATA { ex:a ex:s ex:b ; ex:p 'y' }");
        assertEquals(List.of("Other x", "Other y", "Same y"), verdict.added().stream()
                .map(f -> f.rule().replaceFirst(".*/", "") + " " + f.valueText()).sorted().toList());
    }

    /** Which of the values is named depends on the order in which they are read. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o"})
    void oneMoreValueInALanguageIsNotAnotherFinding(String name) {
        assertInstanceOf(Verdict.Accepted.class, change("ex:n ex:name 'x'@en , 'y'@en",
                "INSERT DATA { ex:n ex:name '" + name + "'@en }"));
    }

    @Test
    void theSameFindingIsNotANewOne() {
        assertInstanceOf(Verdict.Accepted.class, change("ex:a ex:p 'x'", "INSERT DATA { ex:a ex:r 'x' }"));
        assertInstanceOf(Verdict.Accepted.class, change("ex:a ex:p 'x' , 'y'", "DELETE DATA { ex:a ex:p 'y' }"));
    }
}
