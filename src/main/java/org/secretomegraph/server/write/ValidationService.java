package org.secretomegraph.server.write;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.report.Severity;
import org.secretomegraph.shacl.ShapeLibrary;

/**
 * How a proposal is judged for somebody who only asks.
 *
 * @param rules  the shapes; read when the first proposal comes
 * @param sheets how a claim sheet becomes a proposal
 * @param floor  findings from this severity on mean refused
 */
public record ValidationService(Supplier<ShapeLibrary> rules, SheetReader sheets, Severity floor) {

    /** Reads a claim sheet against a graph that is believed. */
    @FunctionalInterface
    public interface SheetReader {
        /** @param believed under a READ transaction; its default graph is the union */
        CandidateData read(Path file, DatasetGraph believed);
    }
}
