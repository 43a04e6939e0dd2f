package org.secretomegraph.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.secretomegraph.graph.Frozen;

/**
 * Judges focus nodes by shapes, on many threads when they are many. What is found, and its order, is that of one thread:
 * the nodes are cut into runs, whichever thread is free takes the next run, and what is found is put in the order of the
 * report.
 *
 * <p>Threads share no state but the shapes and the graph. A graph that belongs to its thread's transaction is copied to
 * plain memory first ({@link Frozen}), if that costs less than it gains.
 */
final class Judging {
    /** Fewer than this are done before threads have started. */
    private static final int MANY = 2_000;
    private static final int RUN = 128;
    /** To copy a triple takes about a tenth of the time that it takes to judge a node. */
    private static final int TRIPLES_PER_NODE = 5;

    private final Shapes shapes;
    private final Conformance conformance;
    private final int threads;
    private final int many;
    private final int run;

    Judging(Shapes shapes) {
        this(shapes, Runtime.getRuntime().availableProcessors());
    }

    Judging(Shapes shapes, int threads) {
        this(shapes, threads, MANY, RUN);
    }

    /**
     * For tests, in which graphs are small.
     *
     * @param many so many nodes are worth more than one thread
     * @param run  so many nodes a thread takes at a time
     */
    Judging(Shapes shapes, int threads, int many, int run) {
        this.shapes = shapes;
        this.conformance = new Conformance(shapes.getTargetShapes());
        this.threads = threads;
        this.many = many;
        this.run = run;
    }

    /** A focus node, and the shape that it is to be judged by. */
    record Asked(Shape shape, Node node) {}

    /** A focus node that does not conform, and what is wrong. */
    record Wrong(Shape shape, Node node, List<ReportEntry> entries) {}

    /** Nodes that the same shapes judge. A shape's rank is its place in the report. */
    record Block(List<Ranked> shapes, List<Node> nodes) {
        record Ranked(int rank, Shape shape) {}

        static List<Block> of(Map<Shape, ? extends Collection<Node>> nodes) {
            List<Block> blocks = new ArrayList<>();
            nodes.forEach((shape, focus) ->
                    blocks.add(new Block(List.of(new Ranked(blocks.size(), shape)), List.copyOf(focus))));
            return blocks;
        }

        private long asked() {
            return (long) shapes.size() * nodes.size();
        }
    }

    /** Some nodes of a block, which one thread judges. */
    private record Run(Block block, int from, int to) {}

    /** Where in the report something belongs. */
    private record Told(int rank, int at, Wrong wrong) {
        static final Comparator<Told> AS_REPORTED = Comparator.comparingInt(Told::rank).thenComparingInt(Told::at);
    }

    /** What is wrong in a whole graph: the entries of jena-shacl's report, in the same order. */
    List<ReportEntry> entries(Graph data) {
        return entries(data, all(data));
    }

    /**
     * All focus nodes by their shapes, in the order of {@code VLib.focusNodes}. Many shapes have the same targets, such as
     * all claims: these are looked up once, and judged by all of the shapes while they are at hand.
     */
    List<Block> all(Graph data) {
        Map<List<Object>, Collection<Node>> targets = new HashMap<>();
        Map<List<List<Object>>, Block> together = new LinkedHashMap<>();
        int rank = 0;
        for (Shape shape : shapes.getTargetShapes()) {
            together.computeIfAbsent(shape.getTargets().stream().map(Judging::key).toList(), keys -> {
                Collection<Node> nodes = new HashSet<>();
                shape.getTargets().forEach(target -> nodes.addAll(targets.computeIfAbsent(key(target),
                        t -> VLib.focusNodes(data, target))));
                return new Block(new ArrayList<>(), List.copyOf(nodes));
            }).shapes().add(new Block.Ranked(rank++, shape));
        }
        return List.copyOf(together.values());
    }

    private static List<Object> key(Target target) {
        return List.of(target.getTargetType(), target.getObject());
    }

    /** What is wrong at these nodes, in the order of the shapes and then of the nodes. */
    List<ReportEntry> entries(Graph data, List<Block> blocks) {
        return wrong(data, blocks).stream().flatMap(found -> found.entries().stream()).toList();
    }

    /** The same, told by node. */
    List<Wrong> wrong(Graph data, List<Block> blocks) {
        return judged(data, blocks).stream().sorted(Told.AS_REPORTED).map(Told::wrong).toList();
    }

    /** The same for any number of nodes, one after the other: only what is wrong is handed on. */
    void eachWrong(Graph data, Iterator<Asked> asked, Consumer<Wrong> wrong) {
        Looking at = new Looking(shapes, data);
        asked.forEachRemaining(a -> wrong(a.shape(), a.node(), at).ifPresent(wrong));
    }

    private Optional<Wrong> wrong(Shape shape, Node node, Looking at) {
        if (conformance.conforms(shape, node, at)) {
            return Optional.empty();
        }
        ValidationContext report = at.context();
        VLib.validateShape(report, at.graph(), shape, node);
        return report.hasViolation()
                ? Optional.of(new Wrong(shape, node, List.copyOf(report.generateReport().getEntries()))) : Optional.empty();
    }

    private List<Told> judged(Graph data, List<Block> blocks) {
        long asked = blocks.stream().mapToLong(Block::asked).sum();
        List<Run> runs = runs(blocks);
        if (asked < many) {
            return judged(runs, new Looking(shapes, data));
        }
        // One thread reads the same copy as many: in what order a graph answers shows in some messages.
        Optional<Graph> shared = Frozen.of(data, TRIPLES_PER_NODE * asked);
        return threads == 1 || shared.isEmpty() ? judged(runs, new Looking(shapes, shared.orElse(data)))
                : together(shared.get(), runs);
    }

    private List<Run> runs(List<Block> blocks) {
        List<Run> runs = new ArrayList<>();
        for (Block block : blocks) {
            int length = Math.max(1, run / block.shapes().size());
            for (int from = 0; from < block.nodes().size(); from += length) {
                runs.add(new Run(block, from, Math.min(block.nodes().size(), from + length)));
            }
        }
        return runs;
    }

    private List<Told> judged(List<Run> runs, Looking at) {
        List<Told> told = new ArrayList<>();
        runs.forEach(run -> judge(run, at, told));
        return told;
    }

    /** Node by node: what the first shape looked at is still in the processor's cache for the others. */
    private void judge(Run run, Looking at, List<Told> told) {
        for (int i = run.from(); i < run.to(); i++) {
            for (Block.Ranked ranked : run.block().shapes()) {
                Optional<Wrong> wrong = wrong(ranked.shape(), run.block().nodes().get(i), at);
                if (wrong.isPresent()) {
                    told.add(new Told(ranked.rank(), i, wrong.get()));
                }
            }
        }
    }

    private List<Told> together(Graph shared, List<Run> runs) {
        Queue<Told> told = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            Looking at = new Looking(shapes, shared);
            List<Told> mine = new ArrayList<>();
            for (int i = next.getAndIncrement(); i < runs.size(); i = next.getAndIncrement()) {
                judge(runs.get(i), at, mine);
            }
            told.addAll(mine);
        };
        runAll(worker, () -> next.set(runs.size()));
        return List.copyOf(told);
    }

    /** @param stop told when one worker failed, so that the others need not go on */
    private void runAll(Runnable worker, Runnable stop) {
        try (ExecutorService others = Executors.newFixedThreadPool(threads - 1)) {
            Runnable careful = () -> {
                try {
                    worker.run();
                } catch (RuntimeException | Error e) {
                    stop.run();
                    throw e;
                }
            };
            List<Future<?>> started = new ArrayList<>();
            for (int i = 1; i < threads; i++) {
                started.add(others.submit(careful));
            }
            careful.run();
            for (Future<?> one : started) {
                one.get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException failure -> throw failure;
                default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while judging", e);
        }
    }
}
