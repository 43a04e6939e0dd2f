package org.secretomegraph.graph.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.graph.BulkGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.RdfSource;
import org.secretomegraph.graph.Source;
import org.secretomegraph.graph.view.SharedReadCopy;
import org.secretomegraph.graph.view.UnionDefaultDataset;

/** Sources and what is derived from them become one dataset, in graphs whose loading takes linear time. */
class MaterializedDatasetTest {
    @TempDir
    private Path folder;

    @Test
    void everyLargeGraphIsABulkGraph() throws IOException {
        Path file = write("some.ttl", """
                PREFIX ex: <http://example.org/> PREFIX owl: <http://www.w3.org/2002/07/owl#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                ex:a a owl:Class ; rdfs:subClassOf ex:b . ex:b rdfs:subClassOf ex:c . ex:x a ex:a .
                """);
        assertInstanceOf(BulkGraph.class, RdfSource.triples(file));
        MaterializedDataset loaded = load(file);
        assertInstanceOf(BulkGraph.class, loaded.union());
        loaded.named().listGraphNodes().forEachRemaining(
                name -> assertInstanceOf(BulkGraph.class, loaded.named().getGraph(name), name.toString()));
        DatasetGraph store = UnionDefaultDataset.of(loaded.named());
        assertInstanceOf(BulkGraph.class, SharedReadCopy.of(store.getDefaultGraph(), 10).orElseThrow());
    }

    @Test
    void entailmentsAreInTheirGraphAndInTheUnion() throws IOException {
        MaterializedDataset loaded = load(write("some.ttl", """
                PREFIX ex: <http://example.org/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                ex:a rdfs:subClassOf ex:b . ex:b rdfs:subClassOf ex:c . ex:x a ex:a .
                """));
        assertEquals(3, loaded.named().getGraph(NamedGraphs.ENTAILMENTS).size());
        assertEquals(6, loaded.union().size());
        assertEquals(2, Iter.count(loaded.named().listGraphNodes()),
                "no triple was linked, so there is no graph of links");
    }

    @Test
    void theDumpOfAWholeStoreMayBringADerivedGraph() throws IOException {
        MaterializedDataset loaded = load(write("dump.trig", """
                PREFIX ex: <http://example.org/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                ex:g { ex:a rdfs:subClassOf ex:b . ex:b rdfs:subClassOf ex:c }
                <%s> { ex:x ex:y ex:z }
                """.formatted(NamedGraphs.ENTAILMENTS.getURI())));
        assertEquals(2, loaded.named().getGraph(NamedGraphs.ENTAILMENTS).size());
        assertEquals(4, loaded.union().size());
    }

    @Test
    void twoSourcesMayStateTriplesInTheSameGraph() throws IOException {
        MaterializedDataset loaded = load(
                write("one.trig", "PREFIX ex: <http://example.org/> ex:g { ex:a ex:p ex:b }"),
                write("two.trig", "PREFIX ex: <http://example.org/> ex:g { ex:a ex:p ex:c }"));
        assertEquals(2, loaded.union().size());
        assertEquals(1, Iter.count(loaded.named().listGraphNodes()));
    }

    private static MaterializedDataset load(Path... files) {
        return MaterializedDataset.of(Stream.of(files).<Source>map(RdfSource::ofUser).toList(),
                new Materializer(List.of()));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
