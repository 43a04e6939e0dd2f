package org.secretomegraph.cli;

import java.io.Console;
import org.secretomegraph.link.source.Progress;

/** One line on the terminal that says how far reading has come; nothing when nobody watches. */
final class TerminalProgress implements Progress {
    private final boolean watched = isTerminal();
    private long shown = -1;

    @Override
    public void at(String file, long read, long size) {
        long percent = size == 0 ? 100 : 100 * read / size;
        if (watched && percent != shown) {
            shown = percent;
            System.err.print("\r" + file + ": " + percent + " % read ");
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

    /** From Java 22 on there may be a console that is no terminal, and a method that tells. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
