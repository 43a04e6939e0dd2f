package org.secretomegraph.graph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.update.UpdateAction;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.graph.RdfSource;
import org.secretomegraph.graph.Source;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.guard.Change;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.guard.Verdict;
import org.secretomegraph.shacl.ShapeLibrary;

/** The text index is what the graph says: at the start, after a change, after a change that did not come to be. */
class VersionedTextIndexTest {
    private static final String EX = "http://example.org/";
    private static final String SELECT = "PREFIX text: <http://jena.apache.org/text#>"
            + " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX ex: <" + EX + "> SELECT ?s ";
    private static final Path FOLDER = Path.of("src/test/resources/server");
    private static final List<Source> NAMES = List.of(data -> {
        data.add(node("g1"), node("a"), RDFS.label.asNode(), NodeFactory.createLiteralLang("TGF-β1", "en"));
        data.add(node("g2"), node("a"), RDFS.label.asNode(), NodeFactory.createLiteralLang("TGF-β1", "en"));
        data.add(node("g2"), node("b"), RDFS.label.asNode(), NodeFactory.createLiteralString("interleukin 6"));
    });

    @TempDir
    private Path folder;

    private static Node node(String name) {
        return NodeFactory.createURI(EX + name);
    }

    /** Each kind of store, and the dataset that is only read. */
    static Stream<String> stores() {
        return Stream.of("memory", "tdb2");
    }

    private GraphStore store(String kind) {
        if (kind.equals("memory")) {
            return GraphStore.memory(NAMES, new Materializer(List.of()));
        }
        GraphStore store = GraphStore.tdb2(folder);
        guard(store).propose(new Change("names", data -> NAMES.forEach(names -> names.addTo(data))));
        return store;
    }

    private static Guard guard(GraphStore store) {
        return new Guard(store, new Materializer(List.of()),
                ShapeLibrary.read(List.of(FOLDER.resolve("people.shapes.ttl"))));
    }

    private static Verdict update(GraphStore store, String update) {
        return guard(store)
                .propose(new Change("update", data -> UpdateAction.parseExecute(
                        "PREFIX rdfs: <" + RDFS.getURI() + "> PREFIX ex: <"
                                + EX + "> PREFIX text: <http://jena.apache.org/text#> " + update,
                        data)));
    }

    private static Set<String> found(DatasetGraph dataset, String pattern) {
        Set<String> found = new TreeSet<>();
        try (QueryExec exec = QueryExec.dataset(dataset).query(SELECT + "{ " + pattern + " }").build()) {
            RowSet rows = exec.select();
            rows.forEachRemaining(row -> found.add(row.get("s").getURI().substring(EX.length())));
        }
        return found;
    }

    private static Set<String> found(GraphStore store, String pattern) {
        return store.read(dataset -> found(dataset, pattern));
    }

    /** Everything in the index, as text. */
    private static List<String> content(GraphStore store) {
        return store.read(
                dataset -> ((TextSearch) dataset.getContext().get(TextSearch.INDEX)).content());
    }

    private static void isWhatTheGraphSays(GraphStore store) {
        assertEquals(store.read(dataset -> VersionedTextIndex.of(dataset).content()), content(store));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void findsAnySpellingInAnyStore(String kind) {
        try (GraphStore store = store(kind)) {
            for (String spelling : List.of("TGF-β1", "TGFb1", "TGFB1", "TGF beta 1", "tgfbeta1")) {
                assertEquals(Set.of("a"), found(store, "?s text:query '" + spelling + "'"), spelling);
            }
            assertEquals(Set.of("b"), found(store, "?s text:query (rdfs:label 'interleukin-6')"));
            assertEquals(Set.of(), found(store, "?s text:query 'nothing'"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void looksIntoOneGraphWhereItIsAskedTo(String kind) {
        try (GraphStore store = store(kind)) {
            assertEquals(Set.of("a"), found(store, "GRAPH ex:g1 { ?s text:query 'TGFB1 OR interleukin6' }"));
            assertEquals(Set.of("a", "b"), found(store, "GRAPH ex:g2 { ?s text:query 'TGFB1 OR interleukin6' }"));
            assertEquals(Set.of("a", "b"), found(store, "?s text:query 'TGFB1 OR interleukin6'"));
        }
        DatasetGraph snapshot = Snapshot.load(NAMES, List.of()).dataset();
        assertEquals(Set.of("a"), found(snapshot, "GRAPH ex:g1 { ?s text:query 'TGFB1 OR interleukin6' }"));
        assertEquals(Set.of("a", "b"), found(snapshot, "?s text:query 'TGFB1 OR interleukin6'"));
    }

    /** As a statement of the default graph, however many graphs make it. */
    @Test
    void whatTwoGraphsSayIsFoundOnce() {
        DatasetGraph snapshot = Snapshot.load(NAMES, List.of()).dataset();
        try (QueryExec exec =
                QueryExec.dataset(snapshot).query(SELECT + " ?l { (?s ?score ?l) text:query 'TGFB1' }").build()) {
            RowSet rows = exec.select();
            assertEquals(NodeFactory.createLiteralLang("TGF-β1", "en"), rows.next().get("l"));
            assertTrue(!rows.hasNext());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void followsAChange(String kind) {
        try (GraphStore store = store(kind)) {
            assertTrue(update(store,
                    "INSERT DATA { GRAPH ex:g1 { ex:c rdfs:label 'IL-10' } }") instanceof Verdict.Accepted);
            assertEquals(Set.of("c"), found(store, "?s text:query 'il10'"));
            update(store, "DELETE DATA { GRAPH ex:g1 { ex:a rdfs:label 'TGF-β1'@en } }");
            assertEquals(Set.of("a"), found(store, "?s text:query 'TGFB1'"));
            update(store, "DELETE WHERE { GRAPH ?g { ex:a rdfs:label ?l } }");
            assertEquals(Set.of(), found(store, "?s text:query 'TGFB1'"));
            isWhatTheGraphSays(store);
            update(store, "CLEAR ALL");
            assertEquals(List.of(), content(store));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void anUpdateCanAskItToo(String kind) {
        try (GraphStore store = store(kind)) {
            update(store, "INSERT { GRAPH ex:g1 { ?s rdfs:comment 'found' } } WHERE { ?s text:query 'TGFb1' }");
            assertEquals(Set.of("a"), found(store, "?s rdfs:comment 'found'"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void staysAsItWasWhenAChangeIsRefusedTriedOutOrFails(String kind) {
        try (GraphStore store = store(kind)) {
            List<String> before = content(store);
            String nameless = "INSERT DATA { GRAPH ex:g1 { ex:x a ex:Human ; rdfs:label 'IL-10' } }";
            assertTrue(update(store, nameless) instanceof Verdict.Refused, "the shapes want a name");
            assertEquals(before, content(store));
            guard(store).dryRun(new Change("try", data -> data.add(node("g1"), node("c"), RDFS.label.asNode(),
                    NodeFactory.createLiteralString("IL-10"))));
            assertEquals(before, content(store));
            assertThrows(IllegalStateException.class, () -> guard(store).propose(new Change("fails", data -> {
                data.add(node("g1"), node("c"), RDFS.label.asNode(), NodeFactory.createLiteralString("IL-10"));
                throw new IllegalStateException("in the middle");
            })));
            isWhatTheGraphSays(store);
            update(store, "INSERT DATA { GRAPH ex:g1 { ex:c rdfs:label 'IL-10' } }");
            assertNotEquals(before, content(store));
            isWhatTheGraphSays(store);
        }
    }

    /** Kept in memory and made anew at each start: a crash leaves nothing that could differ from the graph. */
    @Test
    void isRightAgainAfterTheStoreIsOpenedAnew() {
        try (GraphStore store = store("tdb2")) {
            update(store, "INSERT DATA { GRAPH ex:g1 { ex:c rdfs:label 'IL-10' } }");
        }
        try (GraphStore store = store("tdb2")) {
            assertEquals(Set.of("c"), found(store, "?s text:query 'il10'"));
            isWhatTheGraphSays(store);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"IL-6 (", "\\\"open", "*il", "a:b:c", "[a TO", "/a", "il6^x"})
    void whatIsNoLuceneQueryIsToldSo(String text) {
        DatasetGraph snapshot = Snapshot.load(NAMES, List.of()).dataset();
        QueryExecException e = assertThrows(QueryExecException.class,
                () -> found(snapshot, "?s text:query \"" + text + "\""));
        assertTrue(e.getMessage().contains("Lucene's query syntax"), e.getMessage());
    }

    @Test
    void bundlesOfPatternsAreBounded() {
        DatasetGraph snapshot = Snapshot.load(NAMES, List.of()).dataset();
        assertThrows(QueryExecException.class, () -> found(snapshot, "?s text:query '" + "a* ".repeat(400) + "'"));
        assertEquals(Set.of(), found(snapshot, "?s text:query '" + "a?b*c~ ".repeat(100) + "'"));
        assertEquals(Set.of(), found(snapshot, "?s text:query '/(.*a){200}b/'"));
        assertThrows(QueryExecException.class, () -> found(snapshot, "?s text:query '" + "(".repeat(400) + "a"
                + ")".repeat(500) + "'"));
    }

    @Test
    void filesAreIndexedAsTheyAreServed() {
        DatasetGraph small =
                Snapshot.load(List.of(RdfSource.ofUser(FOLDER.resolve("small.trig"))), List.of()).dataset();
        assertEquals(Set.of("hgf"), found(small, "?s text:query 'hgf'"));
    }
}
