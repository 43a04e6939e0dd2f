package org.secretomegraph.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The standard streams, always in UTF-8, whatever the default of the terminal is. A print stream keeps failures to
 * itself, so that each output is checked: half a result must not look like a whole one.
 */
final class StandardStreams {
    private StandardStreams() {}

    /** @throws OutputException when not all of it could be written */
    static void print(Consumer<PrintStream> printing) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        printing.accept(out);
        out.flush();
        check(out);
    }

    static void print(String text) {
        print(out -> out.print(text));
    }

    /** Checks that all output has been written. */
    static void check() {
        check(System.out);
    }

    private static void check(PrintStream out) {
        if (out.checkError() || System.out.checkError()) {
            throw new OutputException();
        }
    }

    static PrintStream stderr() {
        return new PrintStream(System.err, false, StandardCharsets.UTF_8);
    }
}
