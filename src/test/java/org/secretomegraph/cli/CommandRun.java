package org.secretomegraph.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.secretomegraph.BundledGraph;
import picocli.CommandLine;

/** What a command ended with and printed, when it was run as a person types it, over the bundled graph. */
record CommandRun(int code, String out, String err) {

    static CommandRun run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandRun run = into(new PrintStream(out, true, StandardCharsets.UTF_8), args);
        return new CommandRun(run.code(), out.toString(StandardCharsets.UTF_8), run.err());
    }

    /** The same with a standard output of the caller's; what goes there is not kept. */
    static CommandRun into(PrintStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stdout = System.out;
        PrintStream stderr = System.err;
        System.setOut(out);
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            CommandLine line =
                    SecretomeCommand.commandLine(BundledGraph.services()).setErr(new PrintWriter(System.err, true));
            return new CommandRun(line.execute(args), "", err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
        }
    }
}
