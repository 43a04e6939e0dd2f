package org.secretomegraph.shacl;

import java.util.ArrayList;
import java.util.List;
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
 * Threads that share work, the one that asks among them: whichever is free takes the next piece.
 *
 * @param threads at least one
 */
public record WorkSharing(int threads) {
    /** The asking thread alone. */
    static final WorkSharing ONE = new WorkSharing(1);

    /** As many as the machine has processors. */
    static WorkSharing all() {
        return new WorkSharing(Runtime.getRuntime().availableProcessors());
    }

    /** What the work makes of each piece, in the order of the pieces. */
    <T, R> List<R> each(List<T> pieces, Function<T, R> work) {
        ConcurrentHashMap<Integer, R> made = new ConcurrentHashMap<>();
        share(pieces.size(), () -> piece -> made.put(piece, work.apply(pieces.get(piece))));
        return IntStream.range(0, pieces.size()).mapToObj(made::get).toList();
    }

    /** @param worker what a thread does with the piece of a number; each thread gets its own */
    void share(int pieces, Supplier<IntConsumer> worker) {
        AtomicInteger next = new AtomicInteger();
        runAll(() -> {
            IntConsumer mine = worker.get();
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                mine.accept(piece);
            }
        }, () -> next.set(pieces));
    }

    /** @param stop told when one worker failed, so that the others need not go on */
    private void runAll(Runnable worker, Runnable stop) {
        if (threads == 1) {
            worker.run();
            return;
        }
        Runnable careful = () -> {
            try {
                worker.run();
            } catch (RuntimeException | Error e) {
                stop.run();
                throw e;
            }
        };
        try (ExecutorService others = Executors.newFixedThreadPool(threads - 1)) {
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
