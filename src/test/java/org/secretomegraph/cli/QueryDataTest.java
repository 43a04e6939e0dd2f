package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.secretomegraph.cli.CommandRun.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The usage line names the options before the query. Typed in this order, the query file was read as one more file of
 * data, and the list of questions was printed.
 */
class QueryDataTest {
    @TempDir
    Path folder;

    @Test
    void theQueryMayStandBeforeOrBehindTheData() throws IOException {
        String one = data("one.ttl", "<http://e/a> <http://e/p> 1 .");
        String two = data("two.ttl", "<http://e/a> <http://e/p> 2 .");
        String query = data("q.rq", "SELECT ?n { <http://e/a> ?p ?n } ORDER BY ?n");
        assertRows(List.of("n", "1"), "--data", one, query);
        assertRows(List.of("n", "1"), query, "--data", one);
        assertRows(List.of("n", "1", "2"), "--data", one, two, query);
        assertRows(List.of("n", "1", "2"), query, "--data", one, two);
        assertRows(List.of("n", "1", "2"), "--data", one, "--data", two, query);
    }

    private static void assertRows(List<String> expected, String... typed) {
        String[] arguments = new String[typed.length + 3];
        List.of("query", "--format", "csv").toArray(arguments);
        System.arraycopy(typed, 0, arguments, 3, typed.length);
        CommandRun run = run(arguments);
        assertEquals("", run.err());
        assertEquals(expected, run.out().lines().toList());
    }

    private String data(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
