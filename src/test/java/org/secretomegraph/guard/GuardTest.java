package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.update.UpdateAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.vocab.Scso;

/** What the guard promises, on a graph of people who must have a name and may warn about an age. */
class GuardTest {
    private static final String SHAPES = """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX ex: <http://example.org/>
            ex:Person a sh:NodeShape ; sh:targetClass ex:Human ;
                sh:property ex:name , ex:age , ex:friend .
            ex:name a sh:PropertyShape ; sh:path ex:called ; sh:minCount 1 ; sh:severity sh:Violation .
            ex:age a sh:PropertyShape ; sh:path ex:years ; sh:maxCount 1 ; sh:severity sh:Warning .
            ex:friend a sh:PropertyShape ; sh:path ex:knows ; sh:class ex:Human ; sh:severity sh:Violation .
            """;
    private static final String PREFIXES = "PREFIX ex: <http://example.org/>\n"
            + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n";

    @TempDir
    Path folder;
    private GraphStore store;
    private Guard guard;

    private void open(String kind) {
        store = kind.equals("memory") ? GraphStore.memory() : GraphStore.tdb2(folder.resolve("store"));
        guard = new Guard(store, new Materializer(List.of()), rules(SHAPES));
    }

    static ShapeLibrary rules(String turtle) {
        return ShapeLibrary.of(Shapes.parse(RDFParser.fromString(turtle, Lang.TTL).toGraph()));
    }

    static Change sparqlUpdate(String text) {
        return new Change("update", dataset -> UpdateAction.parseExecute(text, dataset));
    }

    private Verdict update(String text) {
        return guard.propose(sparqlUpdate(PREFIXES + text));
    }

    private Set<Quad> quads() {
        return store.read(dataset -> Iter.toSet(dataset.find()));
    }

    private boolean ask(String pattern) {
        return store.read(dataset -> QueryExec.dataset(dataset)
                .query(QueryFactory.create(PREFIXES + "ASK " + pattern)).ask());
    }

    private void accepted(Verdict verdict) {
        assertInstanceOf(Verdict.Accepted.class, verdict, () -> verdict.added().toString());
    }

    private void refused(Verdict verdict) {
        assertInstanceOf(Verdict.Refused.class, verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void keepsTheStoreAsItWasWhenRefused(String kind) {
        open(kind);
        accepted(update(
                "INSERT DATA { ex:a a ex:Human ; ex:called 'A' . GRAPH ex:g { ex:b a ex:Human ; ex:called 'B' } }"));
        Set<Quad> before = quads();
        String prefixes = store.read(d -> d.prefixes().getMapping().toString());
        refused(update("DELETE WHERE { ex:a ex:called ?n } ; INSERT DATA { ex:x ex:y ex:z }"));
        refused(update("CLEAR GRAPH ex:g ; INSERT DATA { GRAPH ex:g { ex:c a ex:Human } }"));
        refused(guard.propose(new Change("code", dataset -> {
            dataset.prefixes().add("new", "http://example.org/new/");
            dataset.getGraph(Scso.term("g"))
                    .add(RDFParser.fromString(PREFIXES + "ex:d a ex:Human .", Lang.TTL).toGraph()
                            .find().next());
        })));
        assertEquals(before, quads());
        assertEquals(prefixes, store.read(d -> d.prefixes().getMapping().toString()));
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void keepsTheStoreAsItWasWhenTheEditFails(String kind) {
        open(kind);
        accepted(update("INSERT DATA { ex:a a ex:Human ; ex:called 'A' }"));
        Set<Quad> before = quads();
        assertThrows(IllegalStateException.class, () -> guard.propose(new Change("fails", dataset -> {
            dataset.clear();
            throw new IllegalStateException("half way");
        })));
        assertEquals(before, quads());
        store.close();
    }

    @Test
    void acceptsAWarningAndReportsIt() {
        open("memory");
        Verdict verdict = update("INSERT DATA { ex:a a ex:Human ; ex:called 'A' ; ex:years 1, 2 }");
        accepted(verdict);
        assertEquals(List.of("age"), verdict.added().stream().map(Finding::ruleName).toList());
        Guard strict = new Guard(store, new Materializer(List.of()), rules(SHAPES), Severity.WARNING);
        refused(strict
                .propose(sparqlUpdate(PREFIXES + "INSERT DATA { ex:b a ex:Human ; ex:called 'B' ; ex:years 1, 2 }")));
    }

    @Test
    void aWrongGraphCanBeMendedStepByStep() {
        store = GraphStore.memory(List.of(dataset -> RDFParser.fromString(PREFIXES
                + "GRAPH ex:g { ex:a a ex:Human . ex:b a ex:Human ; ex:knows ex:c }", Lang.TRIG).parse(dataset)),
                new Materializer(List.of()));
        guard = new Guard(store, new Materializer(List.of()), rules(SHAPES));
        Verdict step = update("INSERT DATA { GRAPH ex:g { ex:b ex:called 'B' } }");
        accepted(step);
        assertEquals(List.of(), step.added());
        assertEquals(List.of("friend"), step.existing().stream().map(Finding::ruleName).toList());
        refused(update("INSERT DATA { GRAPH ex:g { ex:b ex:knows ex:nobody } }"));
    }

    @Test
    void aTrialChangesNothing() {
        open("memory");
        accepted(guard.dryRun(sparqlUpdate(PREFIXES + "INSERT DATA { ex:a a ex:Human ; ex:called 'A' }")));
        assertEquals(Set.of(), quads());
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void aTripleWithoutAGraphIsSeenAndDeletedWithoutAGraph(String kind) {
        open(kind);
        accepted(update("INSERT DATA { ex:s ex:p ex:o . GRAPH ex:g { ex:s ex:p ex:o , ex:o2 } }"));
        assertTrue(ask("{ GRAPH <https://w3id.org/scso/graph/data> { ex:s ex:p ex:o } }"));
        assertTrue(ask("{ ex:s ex:p ex:o2 }"));
        accepted(update("DELETE DATA { ex:s ex:p ex:o }"));
        assertTrue(!ask("{ ex:s ex:p ex:o }") && !ask("{ GRAPH ?g { ex:s ex:p ex:o } }"));
        accepted(update("INSERT DATA { ex:s ex:p ex:o } ; CLEAR DEFAULT"));
        assertTrue(!ask("{ ex:s ex:p ex:o }") && ask("{ ex:s ex:p ex:o2 }"));
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void noWayOfWritingEscapes(String kind) {
        open(kind);
        accepted(update("INSERT DATA { GRAPH ex:g { ex:a a ex:Human } GRAPH ex:h { ex:a ex:called 'A' } }"));
        for (String way : List.of("CLEAR GRAPH ex:h", "DROP GRAPH ex:h",
                "CLEAR NAMED ; INSERT DATA { ex:a a ex:Human }",
                "DELETE WHERE { GRAPH ex:h { ?s ?p ?o } }", "DELETE WHERE { ?s ex:called ?o }",
                "MOVE ex:g TO ex:h", "COPY ex:g TO ex:h",
                "DROP SILENT ALL ; INSERT DATA { GRAPH ex:i { ex:a a ex:Human } }",
                "INSERT DATA { GRAPH ex:h { ex:Human rdfs:subClassOf ex:Human . ex:b a ex:Human } }",
                "DELETE { GRAPH ?g { ?s ex:called ?n } } WHERE { GRAPH ?g { ?s ex:called ?n } }")) {
            Set<Quad> before = quads();
            refused(update(way));
            assertEquals(before, quads(), way);
        }
        refused(guard.propose(Change.delete(NodeFactory.createURI("http://example.org/h"))));
        accepted(update("MOVE ex:h TO ex:i"));
        accepted(update("COPY ex:i TO ex:h ; DROP GRAPH ex:i"));
        accepted(update("CLEAR ALL"));
        assertEquals(Set.of(), quads());
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void whatTrulyChangedIsTold(String kind) {
        open(kind);
        Verdict added = update("INSERT DATA { ex:s ex:p 01 , 'x' } ; DELETE DATA { ex:s ex:p 'x' }");
        // TDB2 keeps a number by its value: what is told is what is stored.
        assertEquals(quads(), added.delta().added());
        assertEquals(Set.of(), update("INSERT DATA { ex:s ex:p 01 }").delta().added());
        Verdict moved = update("DELETE WHERE { ex:s ex:p ?o } ; INSERT DATA { ex:s ex:p 01 }");
        assertTrue(moved.delta().isEmpty());
        assertEquals(1, update("DELETE WHERE { ?s ?p ?o }").delta().removed().size());
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void aDerivedGraphIsNotWrittenByHand(String kind) {
        open(kind);
        accepted(update(
                "INSERT DATA { GRAPH ex:g { ex:a a ex:Human ; ex:called 'A' . ex:Human rdfs:subClassOf ex:Ape } }"));
        assertTrue(ask("{ ex:a a ex:Ape }"));
        String entailments = "GRAPH <https://w3id.org/scso/graph/entailments>";
        refused(update("INSERT DATA { " + entailments + " { ex:a a ex:Plant } }"));
        refused(update("DELETE DATA { " + entailments + " { ex:a a ex:Ape } }"));
        refused(update("DELETE DATA { ex:a a ex:Ape }"));
        refused(update("CLEAR " + entailments));
        accepted(update("INSERT DATA { " + entailments + " { ex:a a ex:Ape } }"));
        accepted(update("DELETE DATA { GRAPH ex:g { ex:Human rdfs:subClassOf ex:Ape } " + entailments
                + " { ex:a a ex:Ape } }"));
        assertTrue(!ask("{ ex:a a ex:Ape }"));
        // A whole backup, derived graphs included, can be put back.
        accepted(update("INSERT DATA { GRAPH ex:g { ex:Human rdfs:subClassOf ex:Ape } }"));
        List<Quad> backup = List.copyOf(quads());
        accepted(guard.propose(new Change("restore", dataset -> {
            dataset.clear();
            backup.forEach(dataset::add);
        })));
        assertEquals(Set.copyOf(backup), quads());
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void updatesReadWhatTheyWrote(String kind) {
        open(kind);
        accepted(update("INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } } ; "
                + "INSERT { GRAPH ex:h { ?s ex:q ?o } } WHERE { ?s ex:p ?o } ; "
                + "WITH ex:h DELETE { ?s ex:q ?o } INSERT { ?s ex:r ?o } WHERE { ?s ex:q ?o } ; "
                + "INSERT { ?s ex:t ?o } USING ex:h WHERE { ?s ?any ?o } ; "
                + "COPY DEFAULT TO ex:all"));
        assertTrue(ask("{ GRAPH ex:h { ex:a ex:r 1 } GRAPH <https://w3id.org/scso/graph/data> { ex:a ex:t 1 }"
                + " GRAPH ex:all { ex:a ex:p 1 ; ex:r 1 ; ex:t 1 } }"));
        assertTrue(!ask("{ ?s ex:q ?o }"));
        store.close();
    }

    @Test
    void whatIsReadCannotBeWritten() {
        open("memory");
        assertThrows(UnsupportedOperationException.class, () -> store.read(d -> {
            d.add(Quad.create(Scso.Claim, Scso.Claim, Scso.Claim, Scso.Claim));
            return null;
        }));
        assertTrue(RDFWriter.source(store.readable()).lang(Lang.NQUADS).asString().isEmpty());
    }
}
