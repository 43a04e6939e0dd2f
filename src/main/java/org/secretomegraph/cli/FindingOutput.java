package org.secretomegraph.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The standard streams for labels and findings of any script: always UTF-8, whatever the terminal's default is. */
final class FindingOutput {
    private FindingOutput() {}

    static PrintStream stdout() {
        return new PrintStream(System.out, false, StandardCharsets.UTF_8);
    }

    static PrintStream stderr() {
        return new PrintStream(System.err, false, StandardCharsets.UTF_8);
    }
}
