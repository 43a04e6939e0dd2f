package org.secretomegraph.curation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Proposed;
import org.secretomegraph.guard.ServedGraphs;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.guard.Validation;

/**
 * A running server. A sheet is judged here first, over the bundled graph, because only here are its cells known; the server
 * then judges its triples over what it holds, and has the last word.
 *
 * @param served  the server's graphs
 * @param bundled what is known of terms
 * @param rules   the rules of this program
 * @param floor   findings from this severity on refuse a sheet
 */
public record ServedClaims(ServedGraphs served, Snapshot bundled, Validation rules, Severity floor) implements ClaimStore {

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
        Proposed sheet = SheetProposal.read(file, bundled.dataset(), graph);
        Judgement here = rules.judge(bundled.union(), List.of(sheet));
        ServedGraphs.Held held = served.get(graph);
        SheetChanges changes = SheetChanges.between(held.graph(), sheet.triples());
        if (!here.passes(floor)) {
            return new Curated(false, here, changes);
        }
        Optional<List<Finding>> refusal = road.apply(sheet.triples(), held);
        return refusal.map(findings -> new Curated(false, Judgement.sorted(rules.located(sheet, findings), sheet.triples().size()),
                changes)).orElseGet(() -> new Curated(true, here, changes));
    }

    @Override
    public void close() {}
}
