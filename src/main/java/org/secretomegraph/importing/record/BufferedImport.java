package org.secretomegraph.importing.record;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.findings.CandidateData;

/**
 * A file that was read to its end.
 *
 * @param importer  the file
 * @param counted what reading came to
 * @param triples what it says; empty when that is too much for the memory
 */
public record BufferedImport(Importer importer, ImportCounts counted, Optional<Graph> triples) {
    /** Some ten thousand claims. */
    public static final long SMALL = 200_000;

    /** @param atMost so many triples are kept */
    public static BufferedImport of(Importer importer, long atMost) {
        LimitedBuffer buffer = new LimitedBuffer(atMost);
        ImportCounts counted = ImportCounts.read(importer, buffer);
        return new BufferedImport(importer, counted, buffer.triples());
    }

    /** Triples up to a number; nothing when there are more. */
    private static final class LimitedBuffer implements Consumer<Triple> {
        private final Graph triples = GraphFactory.createDefaultGraph();
        private final long limit;
        private long count;

        LimitedBuffer(long limit) {
            this.limit = limit;
        }

        @Override
        public void accept(Triple triple) {
            count++;
            if (count <= limit) {
                triples.add(triple);
            } else if (count == limit + 1) {
                triples.clear();
            }
        }

        Optional<Graph> triples() {
            return count > limit ? Optional.empty() : Optional.of(triples);
        }
    }

    /** What it says, to be judged. */
    public Optional<CandidateData> proposed() {
        return triples.map(this::proposed);
    }

    /** A part of what it says, for findings that others made. */
    public CandidateData proposed(Graph triples) {
        return CandidateData.ofTable(importer.name(), triples, importer.layout(), counted.reading().findings());
    }
}
