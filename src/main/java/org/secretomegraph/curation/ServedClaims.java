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
import org.secretomegraph.graph.Besides;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Proposed;
import org.secretomegraph.guard.ServedGraphs;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.guard.Validation;

/**
 * A running server. A sheet is judged here first, because only here are its cells known, over the bundled graph and what the
 * server knows of the sheet's terms; the server then judges its triples over what it holds, and has the last word.
 *
 * @param served  the server's graphs
 * @param bundled what is known of terms
 * @param rules   the rules of this program
 * @param floor   findings from this severity on refuse a sheet
 * @param clock   tells which day it is
 */
public record ServedClaims(ServedGraphs served, Snapshot bundled, Validation rules, Severity floor, Clock clock)
        implements ClaimStore {

    @Override
    public Curated tryOut(Path file, Node graph) {
        return put(file, graph, (triples, held) -> served.tryOut(graph, triples));
    }

    @Override
    public Curated write(Path file, Node graph) {
        return put(file, graph, (triples, held) -> served.put(graph, triples, held));
    }

    /** @param road brings triples to the server, which may refuse them */
    private Curated put(Path file, Node graph, BiFunction<Graph, ServedGraphs.Held, Optional<List<Finding>>> road) {
        ServedGraphs.Held held = served.get(graph);
        Graph known = known(SheetTerms.of(file));
        DatasetGraph believed = Besides.of(bundled.dataset(), known, Set.of(), Map.of());
        Proposed sheet = SheetProposal.read(file, believed, graph, clock);
        Judgement here = rules.judge(known, List.of(sheet));
        SheetChanges changes = SheetChanges.between(held.graph(), sheet.triples());
        if (!here.passes(floor)) {
            return new Curated(false, here, changes);
        }
        Optional<List<Finding>> refusal = road.apply(sheet.triples(), held);
        return refusal.map(findings -> new Curated(false, Judgement.sorted(rules.located(sheet, findings), sheet.triples().size()),
                changes)).orElseGet(() -> new Curated(true, here, changes));
    }

    @Override
    public Optional<String> sheet(Node graph) {
        Graph claims = served.get(graph).graph();
        Set<Node> named = claims.stream().map(Triple::getObject).filter(Node::isURI).collect(Collectors.toSet());
        return ClaimSheetWriter.of(graph, claims, known(named));
    }

    /** What is known of terms here, and on the server. */
    private Graph known(Set<Node> terms) {
        return Proposed.over(bundled.union(), List.of(Proposed.ofFile(served.data().toString(), served.known(terms))));
    }

    @Override
    public void close() {}
}
