package org.secretomegraph.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.importing.record.BufferedImport;
import org.secretomegraph.importing.record.ImportCounts;
import org.secretomegraph.importing.record.ImportResult;
import org.secretomegraph.importing.record.Importer;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.target.remote.RemoteGraphStore;

/**
 * A running server. A file is read here first, and what it says judged over the bundled graph, because only here are
 * its
 * cells known; the server then judges its triples over what it holds, and has the last word. What is too large for the
 * memory is judged there alone, and sent as it is read.
 *
 * @param served the server's graphs
 * @param trial  says what is wrong without a server
 * @param rules  the rules of this program
 */
public record RemoteImportTarget(RemoteGraphStore served, BundledImportTarget trial, Validator rules)
        implements ImportTarget {
    /** The findings of a server that are led back to rows are as many as anybody reads. */
    private static final int LED_BACK = 1_000;

    @Override
    public Graph believed() {
        return trial.believed();
    }

    @Override
    public ImportResult tryOut(Importer intake) {
        return trial.tryOut(intake);
    }

    @Override
    public ImportResult write(Importer intake) {
        BufferedImport read = BufferedImport.of(intake, BufferedImport.SMALL);
        ImportCounts counted = read.counted();
        if (counted.isRefused(trial.floor())) {
            return counted.outcome(false, counted.reading().findings());
        }
        ValidationResult here = read.proposed().map(said -> rules.validate(trial.believed(), List.of(said)))
                .orElseGet(() -> ValidationResult.sorted(counted.reading().findings(), (int) counted.triples()));
        if (!here.passes(trial.floor())) {
            return new ImportResult(false, counted.reading(), here, counted.triples());
        }
        List<Finding> refusal = read.triples().map(said -> served.put(intake.graph(), said))
                .orElseGet(() -> served.put(intake.graph(), intake::read)).orElse(List.of());
        return refusal.isEmpty() ? new ImportResult(true, counted.reading(), here, counted.triples())
                : counted.outcome(false,
                        rules.located(read.proposed(read.triples().orElseGet(() -> about(refusal, intake))),
                                refusal));
    }

    /** Of what a large file says, what leads from the server's findings to its rows. */
    private static Graph about(List<Finding> refusal, Importer intake) {
        Set<Node> wanted = refusal.stream().limit(LED_BACK).map(f -> f.place().focus()).filter(f -> !f.isEmpty())
                .map(NodeFactory::createURI).collect(Collectors.toCollection(HashSet::new));
        Set<Node> naming = new HashSet<>(wanted);
        intake.read(t -> {
            if (wanted.contains(t.getObject()) && naming.size() < 2 * LED_BACK) {
                naming.add(t.getSubject());
            }
        });
        Graph said = GraphFactory.createDefaultGraph();
        intake.read(t -> {
            if (naming.contains(t.getSubject())) {
                said.add(t);
            }
        });
        return said;
    }

    @Override
    public void close() {}
}
