package org.secretomegraph.curation;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.secretomegraph.curation.rdf.SheetWriter;
import org.secretomegraph.curation.term.ReferencedTerms;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.target.Target;
import org.secretomegraph.target.remote.StoredGraph;

/**
 * Writes claim sheets to a target, each to a graph of its own, and reads them back.
 *
 * @param clock gives today's date, which no claim may be dated after
 */
public record SheetCuration(Target target, Clock clock) {

    /** Replaces the content of a graph by the claims of a sheet, unless the shapes refuse them. */
    public CurationResult write(Path file, Node graph) {
        return put(file, graph, false);
    }

    /** What {@link #write} would return; nothing is changed. */
    public CurationResult dryRun(Path file, Node graph) {
        return put(file, graph, true);
    }

    private CurationResult put(Path file, Node graph, boolean dryRun) {
        StoredGraph existing = target.get(graph);
        Target known = target.withTerms(() -> ReferencedTerms.of(file));
        CandidateData sheet = known.read(dataset -> SheetLoader.read(file, dataset, graph, clock));
        Target.Outcome outcome = known.put(graph, sheet, Optional.of(existing), dryRun);
        return new CurationResult(outcome.accepted(), outcome.findings(),
                SheetDiff.between(existing.graph(), sheet.triples()));
    }

    /** The sheet that a graph holds, as text; empty when it holds no claims. */
    public Optional<String> sheet(Node graph) {
        Graph claims = target.get(graph).graph();
        return target.withTerms(() -> claims.stream().map(Triple::getObject).filter(Node::isURI)
                .collect(Collectors.toSet()))
                .read(dataset -> SheetWriter.of(graph, claims, dataset.getDefaultGraph()));
    }
}
