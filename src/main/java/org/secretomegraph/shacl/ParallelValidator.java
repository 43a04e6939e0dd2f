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
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.shacl.ShaclException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.secretomegraph.graph.view.SharedReadCopy;
import org.secretomegraph.io.Messages;
import org.secretomegraph.shacl.eval.ConformanceEvaluator;
import org.secretomegraph.shacl.eval.EvaluationContext;

/**
 * Validates focus nodes by shapes, on several threads when they are many. The entries and their order are those of a
 * single thread: the nodes are cut into chunks, a free thread takes the next chunk, and the results are sorted into the
 * order of the report.
 *
 * <p>The threads share no state but the shapes and the graph. A graph that is bound to the transaction of its thread is
 * copied to plain memory first ({@link SharedReadCopy}), if that costs less than it saves.
 */
public final class ParallelValidator {
    /** Fewer pairs of shape and node are validated before threads have started. */
    private static final int PARALLEL_FROM = 2_000;
    private static final int CHUNK = 128;
    /** Copying a triple takes about a tenth of the time that validating a node takes. */
    private static final int TRIPLES_PER_NODE = 5;

    private final Shapes shapes;
    private final ConformanceEvaluator conformance;
    private final WorkSharing threads;
    private final int parallelFrom;
    private final int chunkSize;

    ParallelValidator(Shapes shapes) {
        this(shapes, WorkSharing.allProcessors());
    }

    ParallelValidator(Shapes shapes, WorkSharing threads) {
        this(shapes, threads, PARALLEL_FROM, CHUNK);
    }

    /**
     * For tests, in which graphs are small.
     *
     * @param parallelFrom from how many pairs of shape and node, or triples to find the focus nodes in, several threads
     *                     are used
     * @param chunkSize    how many pairs of shape and node a thread takes at a time
     */
    ParallelValidator(Shapes shapes, WorkSharing threads, int parallelFrom, int chunkSize) {
        this.shapes = shapes;
        this.conformance = new ConformanceEvaluator(shapes.getTargetShapes());
        this.threads = threads;
        this.parallelFrom = parallelFrom;
        this.chunkSize = chunkSize;
    }

    /** A focus node and a shape to validate it by. */
    public record ShapeNode(Shape shape, Node node) {}

    /** A focus node that does not conform to a shape, and its report entries. */
    public record NonConforming(Shape shape, Node node, List<ReportEntry> entries) {}

    /** Some nodes of a batch, which one thread validates. */
    private record Chunk(TargetGroup.NodeBatch batch, int from, int to) {}

    /** A result with its place in the report: the rank of the shape, then the place of the node in its group. */
    private record RankedResult(int group, int rank, NonConforming result) {}

    /** The entries of a whole graph: those of the report of jena-shacl, in the same order. */
    public List<ReportEntry> entries(Graph data) {
        return entries(data, focusNodes(data));
    }

    /** All focus nodes of a graph. Looking them up is not worth a copy of the graph. */
    public List<TargetGroup> focusNodes(Graph data) {
        return TargetGroup.all(shapes, data,
                SharedReadCopy.isShareable(data) && data.size() >= parallelFrom ? threads : WorkSharing.SINGLE);
    }

    /** The entries at these focus nodes, in the order of the shapes and then of the nodes. */
    public List<ReportEntry> entries(Graph data, List<TargetGroup> groups) {
        return nonConforming(data, groups).stream().flatMap(found -> found.entries().stream()).toList();
    }

    /** The focus nodes that do not conform, in the order of the shapes and then of the nodes. */
    public List<NonConforming> nonConforming(Graph data, List<TargetGroup> groups) {
        Map<Integer, Map<Node, Integer>> places = new HashMap<>();
        return validate(data, groups).stream()
                .sorted(Comparator.comparingInt(RankedResult::rank).thenComparingInt(ranked -> places
                        .computeIfAbsent(ranked.group(), g -> places(groups.get(g))).get(ranked.result().node())))
                .map(RankedResult::result).toList();
    }

    private static Map<Node, Integer> places(TargetGroup group) {
        Map<Node, Integer> places = new HashMap<>();
        group.nodes().forEach(node -> places.put(node, places.size()));
        return places;
    }

    /** Validates any number of focus nodes one after the other; only those that do not conform are passed on. */
    public void validateEach(Graph data, Iterator<ShapeNode> focusNodes, Consumer<NonConforming> results) {
        EvaluationContext context = new EvaluationContext(shapes, data, true);
        focusNodes.forEachRemaining(f -> validate(f.shape(), f.node(), context).ifPresent(results));
    }

    private Optional<NonConforming> validate(Shape shape, Node node, EvaluationContext context) {
        try {
            if (conformance.conforms(shape, node, context)) {
                return Optional.empty();
            }
            ValidationContext report = context.newReport();
            VLib.validateShape(report, context.graph(), shape, node);
            return report.hasViolation()
                    ? Optional.of(new NonConforming(shape, node, List.copyOf(report.generateReport().getEntries())))
                    : Optional.empty();
        } catch (QueryCancelledException e) {
            throw e;
        } catch (QueryException e) {
            throw new ShaclException("a query of the shape " + ShLib.displayStr(shape.getShapeNode())
                    + " cannot be evaluated: " + Messages.oneLine(Messages.of(e)));
        } catch (StackOverflowError e) {
            throw new ShaclException("the shape " + ShLib.displayStr(shape.getShapeNode())
                    + " and the data are nested too deeply at " + ShLib.displayStr(node));
        }
    }

    private List<RankedResult> validate(Graph data, List<TargetGroup> groups) {
        long pairs = groups.stream().mapToLong(TargetGroup::pairs).sum();
        List<Chunk> chunks = chunks(groups);
        if (pairs < parallelFrom) {
            return validate(WorkSharing.SINGLE, data, false, groups, chunks);
        }
        // A single thread reads the same copy as several: some messages depend on the order in which a graph answers.
        Optional<Graph> shared = SharedReadCopy.of(data, TRIPLES_PER_NODE * pairs);
        return shared.isEmpty() ? validate(WorkSharing.SINGLE, data, true, groups, chunks)
                : validate(threads, shared.get(), true, groups, chunks);
    }

    private List<Chunk> chunks(List<TargetGroup> groups) {
        List<Chunk> chunks = new ArrayList<>();
        for (TargetGroup.NodeBatch batch : TargetGroup.batches(groups)) {
            int length = Math.max(1,
                    chunkSize / batch.groups().stream().mapToInt(group -> groups.get(group).shapes().size()).sum());
            for (int from = 0; from < batch.nodes().size(); from += length) {
                chunks.add(new Chunk(batch, from, Math.min(batch.nodes().size(), from + length)));
            }
        }
        return chunks;
    }

    private List<RankedResult> validate(WorkSharing workers, Graph graph, boolean wholeGraph, List<TargetGroup> groups,
            List<Chunk> chunks) {
        Queue<RankedResult> results = new ConcurrentLinkedQueue<>();
        workers.forEachIndex(chunks.size(), () -> {
            EvaluationContext context = new EvaluationContext(shapes, graph, wholeGraph);
            return chunk -> validate(chunks.get(chunk), groups, context, results);
        });
        return List.copyOf(results);
    }

    /** Node by node, so that what the first shape read is still in the cache of the processor for the others. */
    private void validate(Chunk chunk, List<TargetGroup> groups, EvaluationContext context,
            Collection<RankedResult> results) {
        for (Node node : chunk.batch().nodes().subList(chunk.from(), chunk.to())) {
            for (int group : chunk.batch().groups()) {
                for (TargetGroup.RankedShape ranked : groups.get(group).shapes()) {
                    validate(ranked.shape(), node, context)
                            .ifPresent(found -> results.add(new RankedResult(group, ranked.rank(), found)));
                }
            }
        }
    }
}
