package org.secretomegraph.curation;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.curation.rdf.SheetWriter;
import org.secretomegraph.curation.term.ReferencedTerms;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.graph.view.DatasetOverlay;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.target.remote.RemoteGraphStore;

/**
 * A running server. A sheet is judged here first, because only here are its cells known, over the bundled graph and
 * what the
 * server knows of the sheet's terms; the server then judges its triples over what it holds, and has the last word.
 *
 * @param served  the server's graphs
 * @param bundled what is known of terms
 * @param rules   the rules of this program
 * @param floor   findings from this severity on refuse a sheet
 * @param clock   tells which day it is
 */
public record RemoteClaimTarget(RemoteGraphStore served, Snapshot bundled, Validator rules, Severity floor, Clock clock)
        implements ClaimTarget {

    @Override
    public CurationResult tryOut(Path file, Node graph) {
        return put(file, graph, (triples, held) -> served.dryRun(graph, triples));
    }

    @Override
    public CurationResult write(Path file, Node graph) {
        return put(file, graph, (triples, held) -> served.put(graph, triples, held));
    }

    /** @param road brings triples to the server, which may refuse them */
    private CurationResult put(Path file, Node graph,
            BiFunction<Graph, RemoteGraphStore.StoredGraph, Optional<List<Finding>>> road) {
        RemoteGraphStore.StoredGraph held = served.get(graph);
        Graph known = known(ReferencedTerms.of(file));
        DatasetGraph believed = DatasetOverlay.of(bundled.dataset(), known, Set.of(), Map.of());
        CandidateData sheet = SheetLoader.read(file, believed, graph, clock);
        ValidationResult here = rules.validate(known, List.of(sheet));
        SheetDiff changes = SheetDiff.between(held.graph(), sheet.triples());
        if (!here.passes(floor)) {
            return new CurationResult(false, here, changes);
        }
        Optional<List<Finding>> refusal = road.apply(sheet.triples(), held);
        return refusal.map(findings -> new CurationResult(false,
                ValidationResult.sorted(rules.located(sheet, findings), sheet.triples().size()),
                changes)).orElseGet(() -> new CurationResult(true, here, changes));
    }

    @Override
    public Optional<String> sheet(Node graph) {
        Graph claims = served.get(graph).graph();
        Set<Node> named = claims.stream().map(Triple::getObject).filter(Node::isURI).collect(Collectors.toSet());
        return SheetWriter.of(graph, claims, known(named));
    }

    /** What is known of terms here, and on the server. */
    private Graph known(Set<Node> terms) {
        return CandidateData.overlay(bundled.union(),
                List.of(CandidateData.ofFile(served.data().toString(), served.terms(terms))));
    }

    @Override
    public void close() {}
}
