package org.secretomegraph.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The standard streams for labels and findings of any script: always UTF-8, whatever the terminal's default is. What
 * was
 * printed is printed whole: a print stream keeps its failure to itself, and half an answer must not look like one.
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

    /** That what went to standard output by other ways arrived there. */
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
