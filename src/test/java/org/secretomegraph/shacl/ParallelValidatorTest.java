package org.secretomegraph.shacl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.Scale;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.view.GraphView;
import org.secretomegraph.guard.FindingKey;
import org.secretomegraph.guard.RandomGraphs;
import org.secretomegraph.guard.RandomShapes;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.report.ReportFormat;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;

/** Validation by several threads gives the result of one thread, and both that of jena-shacl, in its order. */
class ParallelValidatorTest {
    private static final WorkSharing FOUR = new WorkSharing(4);
    private static final int SEEDS = Scale.of(100, 600);

    @Test
    void randomShapesAndGraphsGiveTheReportOfJena() {
        int entries = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            String turtle = new RandomShapes(random, seed % 2 == 0).turtle();
            Shapes shapes = Shapes.parse(RDFParser.fromString(turtle, Lang.TTL).toGraph());
            Graph data = randomGraph(random);
            List<String> expected = lines(ShaclValidator.get().validate(shapes, data).getEntries());
            assertEquals(expected, lines(new ParallelValidator(shapes, WorkSharing.SINGLE).entries(data)),
                    () -> "one thread\n" + turtle);
            assertEquals(expected, lines(new ParallelValidator(shapes, FOUR, 0, 1).entries(data)),
                    () -> "threads\n" + turtle);
            entries += expected.size();
        }
        assertTrue(entries > 3 * SEEDS, "only " + entries + " entries were compared");
    }

    /**
     * Such a query in the shapes ended the program at its start, for Jena's optimiser makes of it a step that others do
     * not know.
     */
    @Test
    void aQueryMayAskForTheFirstFewOfAnOrder() {
        Shapes shapes = Shapes.parse(RDFParser.fromString("""
                @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://example.org/> .
                :S a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:sparql [ sh:select
                  "SELECT $this ?value WHERE { $this <http://example.org/p> ?value {SELECT ?value WHERE { ?x <http://example.org/p> ?value } ORDER BY DESC(?value) LIMIT 1 } }" ] .
                """, Lang.TTL).toGraph());
        Graph data = RDFParser.fromString("@prefix : <http://example.org/> . :a :p 1 . :b :p 2 .", Lang.TTL).toGraph();
        List<String> expected = lines(ShaclValidator.get().validate(shapes, data).getEntries());
        assertEquals(1, expected.size());
        assertEquals(expected, lines(new ParallelValidator(shapes, WorkSharing.SINGLE).entries(data)));
    }

    /** Rows that HAVING leaves out are not found, which only shows where nothing found is what is wrong. */
    @Test
    void aQueryMayLeaveGroupsOut() {
        Shapes shapes = Shapes.parse(RDFParser.fromString("""
                @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://example.org/> .
                :S a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:not [ a sh:NodeShape ; sh:sparql [ sh:select
                  "SELECT $this WHERE { $this <http://example.org/p> ?value } GROUP BY $this HAVING (COUNT(?value) > 1)" ] ] .
                """, Lang.TTL).toGraph());
        Graph data =
                RDFParser.fromString("@prefix : <http://example.org/> . :a :p 1 . :b :p 2 , 3 .", Lang.TTL).toGraph();
        List<String> expected = lines(ShaclValidator.get().validate(shapes, data).getEntries());
        assertEquals(1, expected.size());
        assertEquals(expected, lines(new ParallelValidator(shapes, WorkSharing.SINGLE).entries(data)));
    }

    /** What is in EXISTS is asked with what is known outside, also where its steps do not hand that on. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{ ?x :p ?v } MINUS { $this :p ?v }", "{ SELECT $this WHERE { $this :q ?w } }", "$this :q ?w",
                    "{ SELECT $this WHERE { $this :q ?w } ORDER BY ?w LIMIT 1 }",
                    "{ $this :q ?w } UNION { $this :r ?w }", "VALUES ?p { :q :r } $this ?p ?w",
                    "VALUES ?this { :b } $this :p ?w",
                    "VALUES ?p { :q :r } { $this ?p ?w } UNION { ?w ?p $this }",
                    "?x :p ?v OPTIONAL { $this :q ?w } FILTER (BOUND(?w))"})
    void aNodeIsKnownWithinExistsToo(String pattern) {
        for (String not : List.of("", "NOT ")) {
            Shapes shapes = Shapes.parse(RDFParser
                    .fromString("@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://example.org/> ."
                            + ":S a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:sparql [ sh:prefixes :O ; sh:select \"SELECT $this WHERE { $this :p ?value"
                            + " FILTER " + not + "EXISTS { " + pattern
                            + " } }\" ] . :O sh:declare [ sh:prefix \"\" ; sh:namespace"
                            + " \"http://example.org/\"^^<http://www.w3.org/2001/XMLSchema#anyURI> ] .", Lang.TTL)
                    .toGraph());
            Graph data = RDFParser.fromString("@prefix : <http://example.org/> . :a :p 1 ; :q 3 . :b :p 2 .", Lang.TTL)
                    .toGraph();
            List<String> expected = lines(ShaclValidator.get().validate(shapes, data).getEntries());
            assertEquals(expected, lines(new ParallelValidator(shapes, WorkSharing.SINGLE).entries(data)), pattern);
        }
    }

    /** The triples of a node are cached, unless they are very many: such a node is read by predicate. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 99, 100, 101, 102, 500})
    void aNodeMayHaveManyTriples(int triples) {
        Shapes shapes = Shapes.parse(RDFParser.fromString("""
                @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://example.org/> .
                :S a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:closed true ; sh:ignoredProperties ( :q ) ;
                  sh:property [ sh:path :p ; sh:maxCount 50 ; sh:nodeKind sh:Literal ] , [ sh:path :q ; sh:minCount 1 ] ;
                  sh:sparql [ sh:select "SELECT $this ?value WHERE { $this <http://example.org/p> ?value ; <http://example.org/r> ?value }" ] .
                """, Lang.TTL).toGraph());
        Graph data = RDFParser.fromString("@prefix : <http://example.org/> . :a :p " + IntStream.rangeClosed(1, triples)
                .mapToObj(i -> i == 70 ? ":iri" : String.valueOf(i)).collect(Collectors.joining(" , "))
                + " . :b :p 1 ; :q 2 ; :r 1 .", Lang.TTL).toGraph();
        Set<FindingKey> expected = keys(ShaclValidator.get().validate(shapes, data).getEntries());
        assertTrue(expected.size() >= 3, expected.toString());
        assertEquals(expected, keys(new ParallelValidator(shapes, WorkSharing.SINGLE).entries(data)));
    }

    @Test
    void theBundledGraphGivesTheSameBytes() {
        Shapes shapes = BundledGraph.services().shapes().shapes();
        Graph data = spoilt(BundledGraph.snapshot().union());
        List<String> expected = lines(ShaclValidator.get().validate(shapes, data).getEntries());
        assertTrue(expected.size() > 500, () -> "only " + expected.size() + " entries were compared");
        assertEquals(expected, lines(FullValidation.of(shapes, data, 1).getEntries()));
        assertEquals(expected, lines(FullValidation.of(shapes, data, FOUR.threads()).getEntries()));
        ValidationResult one = validate(shapes, new ParallelValidator(shapes, WorkSharing.SINGLE), data);
        ValidationResult many = validate(shapes, new ParallelValidator(shapes, FOUR), data);
        for (ReportFormat format : ReportFormat.values()) {
            assertEquals(text(format, one), text(format, many), format.toString());
        }
    }

    /** Only its own thread sees the graphs of a transaction. */
    @ParameterizedTest
    @ValueSource(strings = {"memory", "tdb2"})
    void uncommittedTriplesAreValidatedToo(String kind, @TempDir Path folder) {
        int entries = 0;
        try (GraphStore store = kind.equals("memory") ? GraphStore.memory() : GraphStore.tdb2(folder)) {
            for (long seed = 0; seed < 60; seed++) {
                Random random = new Random(seed);
                Shapes shapes = Shapes
                        .parse(RDFParser.fromString(new RandomShapes(random, false).turtle(), Lang.TTL).toGraph());
                Graph data = randomGraph(random);
                List<ReportEntry> found = store.underWriteTransaction(writing -> {
                    data.find().forEachRemaining(t -> writing.dataset().getDefaultGraph().add(t));
                    return new ParallelValidator(shapes, FOUR, 0, 1).entries(writing.union());
                });
                assertEquals(keys(ShaclValidator.get().validate(shapes, data).getEntries()), keys(found));
                entries += found.size();
            }
        }
        assertTrue(entries > 200, "only " + entries + " entries were compared");
    }

    @Test
    void aThreadThatFailsEndsTheValidation() {
        Shapes shapes = BundledGraph.services().shapes().shapes();
        ParallelValidator validator = new ParallelValidator(shapes, FOUR);
        Graph data = spoilt(BundledGraph.snapshot().union());
        assertThrows(QueryCancelledException.class,
                () -> validator.entries(new Until(data, new AtomicInteger(5_000)), validator.focusNodes(data)));
    }

    private static Graph randomGraph(Random random) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        new RandomGraphs(random, List.of()).fill(dataset);
        Graph plain = GraphFactory.createDefaultGraph();
        dataset.find().forEachRemaining(q -> plain.add(q.asTriple()));
        return plain;
    }

    /** Without some labels and with a few superfluous triples, so that there is something to find. */
    private static Graph spoilt(Graph good) {
        Graph spoilt = GraphFactory.createDefaultGraph();
        Random random = new Random(7);
        for (Triple t : good.find().toList()) {
            if (random.nextInt(300) > 0) {
                spoilt.add(t);
            } else {
                spoilt.add(Triple.create(t.getSubject(), RDFS.seeAlso.asNode(), t.getObject()));
            }
        }
        return spoilt;
    }

    private static List<String> lines(Collection<ReportEntry> entries) {
        return entries.stream().map(e -> Stream.of(e.severity().level(), e.source(), e.sourceConstraintComponent(),
                e.focusNode(), e.resultPath(), e.value(), e.messages()).map(String::valueOf).toList().toString())
                .toList();
    }

    private static Set<FindingKey> keys(Collection<ReportEntry> entries) {
        return entries.stream().map(FindingKey::of).collect(Collectors.toSet());
    }

    private static ValidationResult validate(Shapes shapes, ParallelValidator validator, Graph data) {
        return new Validator(ShapeLibrary.of(shapes, validator)).validate("graph", data);
    }

    /** As a format writes it, but for the moment of writing, which JUnit's has: two texts once were of two seconds. */
    private static String text(ReportFormat format, ValidationResult result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(result, Severity.VIOLATION, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).replaceAll(" timestamp=\"[^\"]*\"", "");
    }

    /** Can be read so many times. */
    private static final class Until extends WrappedGraph implements GraphView {
        private final AtomicInteger left;

        Until(Graph graph, AtomicInteger left) {
            super(graph);
            this.left = left;
        }

        @Override
        public Graph base() {
            return base;
        }

        @Override
        public Graph over(Graph other) {
            return new Until(other, left);
        }

        @Override
        public ExtendedIterator<Triple> find(Node s, Node p, Node o) {
            if (left.decrementAndGet() < 0) {
                throw new QueryCancelledException();
            }
            return super.find(s, p, o);
        }
    }
}
