package org.secretomegraph.curation;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.secretomegraph.curation.rdf.SheetWriter;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;

/** The claims that travel with the program. They can be compared with, and not be written. */
public record BundledClaimTarget(Snapshot bundled, Validator rules, Severity floor, Clock clock)
        implements ClaimTarget {

    @Override
    public CurationResult write(Path file, Node graph) {
        throw new InvalidInputException(
                "the bundled graph cannot be written: name a store with --into, or ask with --dry-run");
    }

    @Override
    public CurationResult tryOut(Path file, Node graph) {
        CandidateData sheet = SheetLoader.read(file, bundled.dataset(), graph, clock);
        ValidationResult judgement = rules.validate(bundled.union(), List.of(sheet));
        return new CurationResult(judgement.passes(floor), judgement,
                SheetDiff.between(bundled.dataset().getGraph(graph), sheet.triples()));
    }

    @Override
    public Optional<String> sheet(Node graph) {
        return SheetWriter.of(graph, bundled.dataset().getGraph(graph), bundled.union());
    }

    @Override
    public void close() {}
}
