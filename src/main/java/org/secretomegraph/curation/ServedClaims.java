package org.secretomegraph.curation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    /** The server is not asked to judge: a server that does not know dry runs would write. */
    @Override
    public Curated tryOut(Path file, Node graph) {
        Proposed sheet = SheetProposal.read(file, bundled.dataset(), graph);
        Judgement judgement = rules.judge(bundled.union(), List.of(sheet));
        return new Curated(judgement.passes(floor), judgement, SheetChanges.between(served.get(graph), sheet.triples()));
    }

    @Override
    public Curated write(Path file, Node graph) {
        Proposed sheet = SheetProposal.read(file, bundled.dataset(), graph);
        Judgement here = rules.judge(bundled.union(), List.of(sheet));
        SheetChanges changes = SheetChanges.between(served.get(graph), sheet.triples());
        if (!here.passes(floor)) {
            return new Curated(false, here, changes);
        }
        Optional<List<Finding>> refusal = served.put(graph, sheet.triples());
        return refusal.map(findings -> new Curated(false, Judgement.sorted(rules.located(sheet, findings), sheet.triples().size()),
                changes)).orElseGet(() -> new Curated(true, here, changes));
    }

    @Override
    public void close() {}
}
