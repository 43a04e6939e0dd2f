package org.secretomegraph.cli;

import java.util.Locale;
import org.secretomegraph.io.ReadProgress;

/** One line on the terminal that says how far reading has come; nothing when nobody watches. */
final class TerminalProgress implements ReadProgress {
    /** In nanoseconds: a line that changes faster is not read. */
    private static final long SELDOM = 200_000_000;

    private final boolean watched = Terminal.isThere();
    private long shown = -1;
    private long told;

    @Override
    public void at(String file, long read, long size) {
        long percent = size == 0 ? 100 : 100 * read / size;
        if (watched && percent != shown) {
            shown = percent;
            System.err.print("\r" + file + ": " + percent + " % read ");
            System.err.flush();
        }
    }

    /** Work in a store, which has no end that is known: how many so far. */
    void step(String step, long done) {
        long now = System.nanoTime();
        if (watched && now - told > SELDOM) {
            told = now;
            shown = 0;
            System.err.printf(Locale.ROOT, "\r\u001b[K%,d %s", done, step);
            System.err.flush();
        }
    }

    /** Clears the line. */
    void done() {
        if (watched && shown >= 0) {
            System.err.print("\r\u001b[K");
            System.err.flush();
        }
    }
}
