package org.secretomegraph.cli;

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

    void print(Judgement judgement) {
        Output.print(out -> format.write(judgement, failOn, paint(), out));
    }

    /** {@code 1 warning}, {@code 2 warnings}. */
    static String counted(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
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
