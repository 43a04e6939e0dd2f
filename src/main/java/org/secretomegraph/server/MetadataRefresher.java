package org.secretomegraph.server;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Keeps the metadata graphs (VoID, questions) of a store up to date while it accepts changes: some seconds after a
 * change, never within a write or a query, and during at most a tenth of the time.
 */
final class MetadataRefresher implements AutoCloseable {
    private static final long DEFAULT_PAUSE_MILLIS = 2_000;
    private static final long PAUSE_FACTOR = 10;

    private final Runnable refresh;
    private final long pauseMillis;
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "metadata refresher");
        thread.setDaemon(true);
        return thread;
    });

    MetadataRefresher(Runnable refresh) {
        this(refresh, DEFAULT_PAUSE_MILLIS);
    }

    /** @param pauseMillis the shortest time between two refreshes */
    MetadataRefresher(Runnable refresh, long pauseMillis) {
        this.refresh = refresh;
        this.pauseMillis = pauseMillis;
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        schedule(pauseMillis);
    }

    private void schedule(long millis) {
        if (!worker.isShutdown()) {
            worker.schedule(this::refreshNow, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void refreshNow() {
        long start = System.nanoTime();
        try {
            refresh.run();
        } catch (RuntimeException | Error e) {
            // The executor swallows what a task throws: log it, errors too, and schedule the next attempt.
            LoggerFactory.getLogger(SecretomeServer.class).error("the metadata graphs could not be refreshed",
                    e);
        } finally {
            schedule(Math.max(pauseMillis, PAUSE_FACTOR * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
        }
    }

    /**
     * Waits for the refresh that is running: an interrupted thread would close the files that a TDB2 store reads from.
     */
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
