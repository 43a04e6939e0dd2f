package org.secretomegraph.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
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
 * the nodes are cut into runs, whichever thread is free takes the next run, and the results are put together in the order
 * of the runs.
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

    /** What is wrong in a whole graph: the entries of jena-shacl's report, in the same order. */
    List<ReportEntry> entries(Graph data) {
        return entries(data, all(data));
    }

    /**
     * All focus nodes by their shapes, in the order of {@code VLib.focusNodes}. Many shapes have the same targets, such as
     * all claims: they are looked up once.
     */
    List<Asked> all(Graph data) {
        Map<List<Object>, Collection<Node>> targets = new HashMap<>();
        Map<List<List<Object>>, List<Node>> together = new HashMap<>();
        List<Asked> asked = new ArrayList<>();
        for (Shape shape : shapes.getTargetShapes()) {
            together.computeIfAbsent(shape.getTargets().stream().map(Judging::key).toList(), keys -> {
                Collection<Node> nodes = new HashSet<>();
                shape.getTargets().forEach(target -> nodes.addAll(targets.computeIfAbsent(key(target),
                        t -> VLib.focusNodes(data, target))));
                return List.copyOf(nodes);
            }).forEach(node -> asked.add(new Asked(shape, node)));
        }
        return asked;
    }

    private static List<Object> key(Target target) {
        return List.of(target.getTargetType(), target.getObject());
    }

    /** What is wrong at these nodes, in their order. */
    List<ReportEntry> entries(Graph data, List<Asked> asked) {
        return judged(data, asked, (at, run) -> {
            ValidationContext report = at.context();
            run.forEach(a -> report(a, at, report));
            return report.hasViolation() ? List.copyOf(report.generateReport().getEntries()) : List.of();
        });
    }

    /** The same, told by node. */
    List<Wrong> wrong(Graph data, List<Asked> asked) {
        return judged(data, asked, (at, run) -> {
            List<Wrong> wrong = new ArrayList<>();
            for (Asked a : run) {
                ValidationContext report = at.context();
                report(a, at, report);
                if (report.hasViolation()) {
                    wrong.add(new Wrong(a.shape(), a.node(), List.copyOf(report.generateReport().getEntries())));
                }
            }
            return wrong;
        });
    }

    /** The same for any number of nodes, one after the other: only what is wrong is handed on. */
    void eachWrong(Graph data, Iterator<Asked> asked, Consumer<Wrong> wrong) {
        Looking at = new Looking(shapes, data);
        while (asked.hasNext()) {
            Asked a = asked.next();
            ValidationContext report = at.context();
            report(a, at, report);
            if (report.hasViolation()) {
                wrong.accept(new Wrong(a.shape(), a.node(), List.copyOf(report.generateReport().getEntries())));
            }
        }
    }

    private void report(Asked asked, Looking at, ValidationContext report) {
        if (!conformance.conforms(asked.shape(), asked.node(), at)) {
            VLib.validateShape(report, at.graph(), asked.shape(), asked.node());
        }
    }

    private <T> List<T> judged(Graph data, List<Asked> asked, BiFunction<Looking, List<Asked>, List<T>> work) {
        if (asked.size() < many) {
            return work.apply(new Looking(shapes, data), asked);
        }
        // One thread reads the same copy as many: in what order a graph answers shows in some messages.
        Optional<Graph> shared = Frozen.of(data, (long) TRIPLES_PER_NODE * asked.size());
        return threads == 1 || shared.isEmpty() ? work.apply(new Looking(shapes, shared.orElse(data)), asked)
                : together(shared.get(), asked, work);
    }

    private <T> List<T> together(Graph shared, List<Asked> asked, BiFunction<Looking, List<Asked>, List<T>> work) {
        int runs = (asked.size() + run - 1) / run;
        List<List<T>> results = new ArrayList<>(Collections.nCopies(runs, List.of()));
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            Looking at = new Looking(shapes, shared);
            for (int i = next.getAndIncrement(); i < runs; i = next.getAndIncrement()) {
                results.set(i, work.apply(at, asked.subList(i * run, Math.min(asked.size(), (i + 1) * run))));
            }
        };
        runAll(worker, () -> next.set(runs));
        return results.stream().flatMap(List::stream).toList();
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
