package org.secretomegraph.shacl;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Runs work items on a number of threads, the calling thread among them. A thread that is free takes the next item.
 *
 * @param threads at least one
 */
public record WorkSharing(int threads) {
    /** The calling thread alone. */
    static final WorkSharing SINGLE = new WorkSharing(1);

    /** One thread for each processor. */
    static WorkSharing allProcessors() {
        return new WorkSharing(Runtime.getRuntime().availableProcessors());
    }

    /** The results of the items, in their order. */
    <T, R> List<R> map(List<T> items, Function<T, R> work) {
        ConcurrentHashMap<Integer, R> results = new ConcurrentHashMap<>();
        forEachIndex(items.size(), () -> item -> results.put(item, work.apply(items.get(item))));
        return IntStream.range(0, items.size()).mapToObj(results::get).toList();
    }

    /**
     * Calls a function for each index below {@code items}. @param worker makes the function of a thread; called once
     * in each thread
     */
    void forEachIndex(int items, Supplier<IntConsumer> worker) {
        AtomicInteger next = new AtomicInteger();
        runAll(() -> {
            IntConsumer process = worker.get();
            for (int item = next.getAndIncrement(); item < items; item = next.getAndIncrement()) {
                process.accept(item);
            }
        }, () -> next.set(items));
    }

    /** @param cancel called when a thread failed, so that the others take no more items */
    private void runAll(Runnable worker, Runnable cancel) {
        if (threads == 1) {
            worker.run();
            return;
        }
        Runnable cancelling = () -> {
            try {
                worker.run();
            } catch (RuntimeException | Error e) {
                cancel.run();
                throw e;
            }
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads - 1)) {
            List<Future<?>> started = new ArrayList<>();
            for (int i = 1; i < threads; i++) {
                started.add(pool.submit(cancelling));
            }
            cancelling.run();
            for (Future<?> task : started) {
                task.get();
            }
        } catch (ExecutionException e) {
            switch (Objects.requireNonNull(e.getCause())) { // a future always names it
                case Error error -> throw error;
                case RuntimeException failure -> throw failure;
                default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while validating", e);
        }
    }
}
