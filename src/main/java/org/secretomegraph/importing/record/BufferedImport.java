package org.secretomegraph.importing.record;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.findings.CandidateData;

/**
 * A file that was read to its end.
 *
 * @param intake  the file
 * @param counted what reading came to
 * @param triples what it says; empty when that is too much for the memory
 */
public record BufferedImport(Importer intake, ImportCounts counted, Optional<Graph> triples) {
    /** Some ten thousand claims. */
    public static final long SMALL = 200_000;

    /** @param atMost so many triples are kept */
    public static BufferedImport of(Importer intake, long atMost) {
        Graph triples = GraphFactory.createDefaultGraph();
        long[] kept = new long[1];
        ImportCounts counted = ImportCounts.read(intake, t -> {
            if (++kept[0] <= atMost) {
                triples.add(t);
            } else if (kept[0] == atMost + 1) {
                triples.clear();
            }
        });
        return new BufferedImport(intake, counted, kept[0] > atMost ? Optional.empty() : Optional.of(triples));
    }

    /** What it says, to be judged. */
    public Optional<CandidateData> proposed() {
        return triples.map(this::proposed);
    }

    /** A part of what it says, for findings that others made. */
    public CandidateData proposed(Graph said) {
        return CandidateData.ofTable(intake.name(), said, intake.layout(), counted.reading().findings());
    }
}
