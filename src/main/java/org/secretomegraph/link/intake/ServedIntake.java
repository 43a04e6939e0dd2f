package org.secretomegraph.link.intake;

import java.util.List;
import java.util.Set;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.ServedGraphs;
import org.secretomegraph.guard.Validation;

/**
 * A running server. A file is read here first, and what it says judged over the bundled graph, because only here are its
 * cells known; the server then judges its triples over what it holds, and has the last word. What is too large for the
 * memory is judged there alone, and sent as it is read.
 *
 * @param served the server's graphs
 * @param trial  says what is wrong without a server
 * @param rules  the rules of this program
 */
public record ServedIntake(ServedGraphs served, BundledIntake trial, Validation rules) implements IntakeStore {
    /** The findings of a server that are led back to rows are as many as anybody reads. */
    private static final int LED_BACK = 1_000;

    @Override
    public Graph believed() {
        return trial.believed();
    }

    @Override
    public IntakeOutcome tryOut(Intake intake) {
        return trial.tryOut(intake);
    }

    @Override
    public IntakeOutcome write(Intake intake) {
        ReadIntake read = ReadIntake.of(intake, ReadIntake.SMALL);
        Counted counted = read.counted();
        if (counted.isRefused(trial.floor())) {
            return counted.outcome(false, counted.reading().findings());
        }
        Judgement here = read.proposed().map(said -> rules.judge(trial.believed(), List.of(said)))
                .orElseGet(() -> Judgement.sorted(counted.reading().findings(), (int) counted.triples()));
        if (!here.passes(trial.floor())) {
            return new IntakeOutcome(false, counted.reading(), here, counted.triples());
        }
        List<Finding> refusal = read.triples().map(said -> served.put(intake.graph(), said))
                .orElseGet(() -> served.put(intake.graph(), intake::read)).orElse(List.of());
        return refusal.isEmpty() ? new IntakeOutcome(true, counted.reading(), here, counted.triples())
                : counted.outcome(false, rules.located(read.proposed(read.triples().orElseGet(() -> about(refusal, intake))),
                        refusal));
    }

    /** Of what a large file says, what leads from the server's findings to its rows. */
    private static Graph about(List<Finding> refusal, Intake intake) {
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
