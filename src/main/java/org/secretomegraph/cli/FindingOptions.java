package org.secretomegraph.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.guard.FindingFormat;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Paint;
import org.secretomegraph.guard.Severity;
import picocli.CommandLine.Option;

/** The options of every command that prints findings. */
final class FindingOptions {
    @Option(names = {"-f", "--format"}, defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private FindingFormat format;

    @Option(names = "--fail-on", defaultValue = "violation",
            description = "Refuse from this severity on: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Severity failOn;

    @Option(names = {"--colour", "--color"}, defaultValue = "auto", paramLabel = "WHEN",
            description = "Colours in text: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}; NO_COLOR is respected).")
    private Colour colour;

    /** When text has colours. */
    enum Colour { AUTO, ALWAYS, NEVER }

    Severity failOn() {
        return failOn;
    }

    boolean isText() {
        return format == FindingFormat.TEXT;
    }

    /** Findings hold labels of any script: always UTF-8, whatever the terminal's default is. */
    void print(Judgement judgement) {
        PrintStream out = stdout();
        format.write(judgement, failOn, paint(), out);
        checkWritten(out);
    }

    /** {@code 1 warning}, {@code 2 warnings}. */
    static String counted(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    static PrintStream stdout() {
        return new PrintStream(System.out, false, StandardCharsets.UTF_8);
    }

    /** A print stream keeps its failure to itself, and half a report must not look like a whole one. */
    static void checkWritten(PrintStream out) {
        out.flush();
        if (out.checkError() || System.out.checkError()) {
            throw new BadInput("the answer could not be written to its end; is the disk full?");
        }
    }

    private Paint paint() {
        return switch (colour) {
            case ALWAYS -> Paint.TERMINAL;
            case NEVER -> Paint.NONE;
            case AUTO -> Terminal.isThere() && environment("NO_COLOR").isEmpty() && !environment("TERM").equals("dumb")
                    ? Paint.TERMINAL : Paint.NONE;
        };
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }
}
