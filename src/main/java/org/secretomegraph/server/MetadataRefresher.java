package org.secretomegraph.server;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Keeps the graphs that tell of the others up to date while a store takes changes: some seconds after a change, never
 * within a write or a query, and never more than a tenth of the time.
 */
final class MetadataRefresher implements AutoCloseable {
    private static final long PAUSE_MILLIS = 2_000;
    private static final long SHARE = 10;

    private final Runnable describe;
    private final long pauseMillis;
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "describing");
        thread.setDaemon(true);
        return thread;
    });

    MetadataRefresher(Runnable describe) {
        this(describe, PAUSE_MILLIS);
    }

    /** @param pauseMillis the shortest time between two descriptions */
    MetadataRefresher(Runnable describe, long pauseMillis) {
        this.describe = describe;
        this.pauseMillis = pauseMillis;
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        later(pauseMillis);
    }

    private void later(long millis) {
        if (!worker.isShutdown()) {
            worker.schedule(this::now, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void now() {
        long start = System.nanoTime();
        try {
            describe.run();
        } catch (RuntimeException | Error e) {
            // An executor keeps what a task throws to itself. Of an error too the log must hear, and the next attempt
            // must come.
            LoggerFactory.getLogger(SecretomeServer.class).error("the description of the store could not be renewed",
                    e);
        } finally {
            later(Math.max(pauseMillis, SHARE * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
        }
    }

    /** Lets a description come to its end: an interrupted thread would close the files that a TDB2 store reads from. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            worker.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
