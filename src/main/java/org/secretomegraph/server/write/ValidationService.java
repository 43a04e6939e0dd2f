package org.secretomegraph.server.write;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.report.Severity;
import org.secretomegraph.shacl.ShapeLibrary;

/**
 * How data is validated without being written.
 *
 * @param shapes read when the first data comes
 * @param sheets how a claim sheet is read
 * @param failOn findings from this severity on mean refused
 */
public record ValidationService(Supplier<ShapeLibrary> shapes, SheetReader sheets, Severity failOn) {

    /** Reads a claim sheet against the graph. */
    @FunctionalInterface
    public interface SheetReader {
        /** @param existing in a READ transaction; its default graph is the union */
        CandidateData read(Path file, DatasetGraph existing);
    }
}
