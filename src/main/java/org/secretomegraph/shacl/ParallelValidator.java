package org.secretomegraph.shacl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.secretomegraph.graph.view.SharedReadCopy;
import org.secretomegraph.shacl.eval.ConformanceEvaluator;
import org.secretomegraph.shacl.eval.EvaluationContext;

/**
 * Judges focus nodes by shapes, on many threads when they are many. What is found, and its order, is that of one
 * thread:
 * the nodes are cut into runs, whichever thread is free takes the next run, and what is found is put in the order of
 * the
 * report.
 *
 * <p>Threads share no state but the shapes and the graph. A graph that belongs to its thread's transaction is copied to
 * plain memory first ({@link SharedReadCopy}), if that costs less than it gains.
 */
public final class ParallelValidator {
    /** Fewer than this are done before threads have started. */
    private static final int MANY = 2_000;
    private static final int RUN = 128;
    /** To copy a triple takes about a tenth of the time that it takes to judge a node. */
    private static final int TRIPLES_PER_NODE = 5;

    private final Shapes shapes;
    private final ConformanceEvaluator conformance;
    private final WorkSharing workers;
    private final int many;
    private final int run;

    ParallelValidator(Shapes shapes) {
        this(shapes, WorkSharing.all());
    }

    ParallelValidator(Shapes shapes, WorkSharing workers) {
        this(shapes, workers, MANY, RUN);
    }

    /**
     * For tests, in which graphs are small.
     *
     * @param many so many nodes, or triples to find them in, are worth more than one thread
     * @param run  so many nodes a thread takes at a time
     */
    ParallelValidator(Shapes shapes, WorkSharing workers, int many, int run) {
        this.shapes = shapes;
        this.conformance = new ConformanceEvaluator(shapes.getTargetShapes());
        this.workers = workers;
        this.many = many;
        this.run = run;
    }

    /** A focus node, and the shape that it is to be judged by. */
    public record Asked(Shape shape, Node node) {}

    /** A focus node that does not conform, and what is wrong. */
    public record Wrong(Shape shape, Node node, List<ReportEntry> entries) {}

    /** Some nodes of a group, which one thread judges. */
    private record Run(NodeBatch group, int from, int to) {}

    /** What is wrong, and the block and the shape's rank by which it finds its place in the report. */
    private record Told(int block, int rank, Wrong wrong) {}

    /** What is wrong in a whole graph: the entries of jena-shacl's report, in the same order. */
    public List<ReportEntry> entries(Graph data) {
        return entries(data, all(data));
    }

    /** All focus nodes by their shapes. To look them up is not worth a copy. */
    public List<TargetGroup> all(Graph data) {
        return TargetGroup.all(shapes, data,
                SharedReadCopy.is(data) && data.size() >= many ? workers : WorkSharing.ONE);
    }

    /** What is wrong at these nodes, in the order of the shapes and then of the nodes. */
    public List<ReportEntry> entries(Graph data, List<TargetGroup> blocks) {
        return wrong(data, blocks).stream().flatMap(found -> found.entries().stream()).toList();
    }

    /** The same, told by node. */
    public List<Wrong> wrong(Graph data, List<TargetGroup> blocks) {
        Map<Integer, Map<Node, Integer>> places = new HashMap<>();
        return judged(data, blocks).stream()
                .sorted(Comparator.comparingInt(Told::rank).thenComparingInt(told -> places
                        .computeIfAbsent(told.block(), block -> places(blocks.get(block))).get(told.wrong().node())))
                .map(Told::wrong).toList();
    }

    private static Map<Node, Integer> places(TargetGroup block) {
        Map<Node, Integer> places = new HashMap<>();
        block.nodes().forEach(node -> places.put(node, places.size()));
        return places;
    }

    /** The same for any number of nodes, one after the other: only what is wrong is handed on. */
    public void eachWrong(Graph data, Iterator<Asked> asked, Consumer<Wrong> wrong) {
        EvaluationContext at = new EvaluationContext(shapes, data, true);
        asked.forEachRemaining(a -> wrong(a.shape(), a.node(), at).ifPresent(wrong));
    }

    private Optional<Wrong> wrong(Shape shape, Node node, EvaluationContext at) {
        if (conformance.conforms(shape, node, at)) {
            return Optional.empty();
        }
        ValidationContext report = at.context();
        VLib.validateShape(report, at.graph(), shape, node);
        return report.hasViolation()
                ? Optional.of(new Wrong(shape, node, List.copyOf(report.generateReport().getEntries())))
                : Optional.empty();
    }

    private List<Told> judged(Graph data, List<TargetGroup> blocks) {
        long asked = blocks.stream().mapToLong(TargetGroup::asked).sum();
        List<Run> runs = runs(blocks);
        if (asked < many) {
            return together(WorkSharing.ONE, data, false, blocks, runs);
        }
        // One thread reads the same copy as many: in what order a graph answers shows in some messages.
        Optional<Graph> shared = SharedReadCopy.of(data, TRIPLES_PER_NODE * asked);
        return shared.isEmpty() ? together(WorkSharing.ONE, data, true, blocks, runs)
                : together(workers, shared.get(), true, blocks, runs);
    }

    private List<Run> runs(List<TargetGroup> blocks) {
        List<Run> runs = new ArrayList<>();
        for (NodeBatch group : NodeBatch.of(blocks)) {
            int length = Math.max(1,
                    run / group.blocks().stream().mapToInt(block -> blocks.get(block).shapes().size()).sum());
            for (int from = 0; from < group.nodes().size(); from += length) {
                runs.add(new Run(group, from, Math.min(group.nodes().size(), from + length)));
            }
        }
        return runs;
    }

    private List<Told> together(WorkSharing judges, Graph graph, boolean whole, List<TargetGroup> blocks,
            List<Run> runs) {
        Queue<Told> told = new ConcurrentLinkedQueue<>();
        judges.share(runs.size(), () -> {
            EvaluationContext at = new EvaluationContext(shapes, graph, whole);
            return run -> judge(runs.get(run), blocks, at, told);
        });
        return List.copyOf(told);
    }

    /** Node by node: what the first shape looked at is still in the processor's cache for the others. */
    private void judge(Run run, List<TargetGroup> blocks, EvaluationContext at, Collection<Told> told) {
        for (Node node : run.group().nodes().subList(run.from(), run.to())) {
            for (int block : run.group().blocks()) {
                for (TargetGroup.Ranked ranked : blocks.get(block).shapes()) {
                    wrong(ranked.shape(), node, at).ifPresent(wrong -> told.add(new Told(block, ranked.rank(), wrong)));
                }
            }
        }
    }
}
