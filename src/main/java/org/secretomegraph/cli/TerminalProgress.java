package org.secretomegraph.cli;

import java.util.Locale;
import org.secretomegraph.io.ReadProgress;

/** One line on the terminal with the progress of reading or writing; nothing when the output is not a terminal. */
final class TerminalProgress implements ReadProgress {
    /** In nanoseconds: a line that changes faster cannot be read. */
    private static final long MIN_INTERVAL = 200_000_000;

    private final boolean interactive = Terminal.isInteractive();
    private long shown = -1;
    private long shownAt;

    @Override
    public void at(String file, long read, long size) {
        long percent = size == 0 ? 100 : 100 * read / size;
        if (interactive && percent != shown) {
            shown = percent;
            System.err.print("\r" + file + ": " + percent + " % read ");
            System.err.flush();
        }
    }

    /** Progress in a store, whose end is not known: the number so far. */
    void step(String step, long done) {
        long now = System.nanoTime();
        if (interactive && now - shownAt > MIN_INTERVAL) {
            shownAt = now;
            shown = 0;
            System.err.printf(Locale.ROOT, "\r\u001b[K%,d %s", done, step);
            System.err.flush();
        }
    }

    /** Clears the line. */
    void done() {
        if (interactive && shown >= 0) {
            System.err.print("\r\u001b[K");
            System.err.flush();
        }
    }
}
