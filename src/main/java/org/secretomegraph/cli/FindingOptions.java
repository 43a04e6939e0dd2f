package org.secretomegraph.cli;

import org.secretomegraph.report.AnsiColour;
import org.secretomegraph.report.ReportFormat;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import picocli.CommandLine.Option;

/** The options of every command that prints findings. */
final class FindingOptions {
    @Option(names = {"-f", "--format"}, defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ReportFormat format;

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
        return format == ReportFormat.TEXT;
    }

    void print(ValidationResult result) {
        StandardStreams.print(out -> format.write(result, failOn, ansi(), out));
    }

    /** {@code 1 warning}, {@code 2 warnings}. */
    static String counted(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private AnsiColour ansi() {
        return switch (colour) {
            case ALWAYS -> AnsiColour.TERMINAL;
            case NEVER -> AnsiColour.NONE;
            case AUTO -> Terminal.isInteractive() && environment("NO_COLOR").isEmpty()
                    && !environment("TERM").equals("dumb")
                            ? AnsiColour.TERMINAL : AnsiColour.NONE;
        };
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }
}
