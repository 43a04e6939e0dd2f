package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.cli.CommandRun.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code secretome query} with a limit to its time. */
class QueryTimeoutTest {
    private static final String DATA = "src/test/resources/server/small.trig";
    /** 40 to the power of 6 rows before the first one could be counted. */
    private static final String ENDLESS =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r }";

    @TempDir
    Path folder;

    @Test
    void aQueryThatTakesTooLongIsStoppedAndSaysSo() throws IOException {
        CommandRun run = run("query", query(ENDLESS), "--data", DATA, "--timeout", "1", "--format", "csv");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("the query took longer than 1 seconds and was stopped"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(!run.out().matches("(?s).*\\d.*"), run.out());
    }

    @Test
    void aQuickQueryIsNotTouched() throws IOException {
        CommandRun run = run("query", query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"), "--data", DATA, "--timeout", "600",
                "--format", "csv");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("n"), run.out());
    }

    @Test
    void aLimitIsAtLeastASecond() throws IOException {
        CommandRun run = run("query", query(ENDLESS), "--data", DATA, "--timeout", "0");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("at least one second"), run.err());
        assertEquals(2, run("query", query(ENDLESS), "--timeout", "soon").code());
    }

    private String query(String text) throws IOException {
        return Files.writeString(folder.resolve("asked.rq"), text).toString();
    }
}
