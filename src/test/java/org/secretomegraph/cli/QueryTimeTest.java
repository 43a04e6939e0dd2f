package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import picocli.CommandLine;

/** {@code secretome query} with a limit to its time. */
class QueryTimeTest {
    private static final String DATA = "src/test/resources/server/small.trig";
    /** 40 to the power of 6 rows before the first one could be counted. */
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r }";

    @TempDir
    Path folder;

    private record Run(int code, String out, String err) {}

    @Test
    void aQueryThatTakesTooLongIsStoppedAndSaysSo() throws IOException {
        Run run = run("query", query(ENDLESS), "--data", DATA, "--timeout", "1", "--format", "csv");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("the query took longer than 1 seconds and was stopped"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(!run.out().matches("(?s).*\\d.*"), run.out());
    }

    @Test
    void aQuickQueryIsNotTouched() throws IOException {
        Run run = run("query", query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"), "--data", DATA, "--timeout", "600", "--format", "csv");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("n"), run.out());
    }

    @Test
    void aLimitIsAtLeastASecond() throws IOException {
        Run run = run("query", query(ENDLESS), "--data", DATA, "--timeout", "0");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("at least one second"), run.err());
        assertEquals(2, run("query", query(ENDLESS), "--timeout", "soon").code());
    }

    private String query(String text) throws IOException {
        return Files.writeString(folder.resolve("asked.rq"), text).toString();
    }

    private static Run run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            CommandLine line = SecretomeCommand.commandLine(BundledGraph.wiring());
            line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
            int code = line.execute(args);
            return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }
}
