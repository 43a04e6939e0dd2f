package org.secretomegraph.curation;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Proposed;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.guard.Validation;

/** The claims that travel with the program. They can be compared with, and not be written. */
public record BundledClaims(Snapshot bundled, Validation rules, Severity floor, Clock clock) implements ClaimStore {

    @Override
    public Curated write(Path file, Node graph) {
        throw new BadInput("the bundled graph cannot be written: name a store with --into, or ask with --dry-run");
    }

    @Override
    public Curated tryOut(Path file, Node graph) {
        Proposed sheet = SheetProposal.read(file, bundled.dataset(), graph, clock);
        Judgement judgement = rules.judge(bundled.union(), List.of(sheet));
        return new Curated(judgement.passes(floor), judgement,
                SheetChanges.between(bundled.dataset().getGraph(graph), sheet.triples()));
    }

    @Override
    public Optional<String> sheet(Node graph) {
        return ClaimSheetWriter.of(graph, bundled.dataset().getGraph(graph), bundled.union());
    }

    @Override
    public void close() {}
}
