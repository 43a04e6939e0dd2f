package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.cli.CommandRun.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.graph.store.GraphStore;

/**
 * A mistake in the command line is told in one line that says what to do. Once the whole help followed, and hid the
 * line.
 */
class CommandLineMistakesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "serve --bogus             | Unknown option: '--bogus'; 'secretome serve --help' explains",
            "serve --alow-updates      | --allow-updates?; 'secretome serve --help' explains",
            "serve --port abc          | Invalid value for option '--port': 'abc' is not an int",
            "serve --port              | Missing required parameter for option '--port'",
            "serve --store nonsense    | --store is memory or tdb2:DIR, not 'nonsense'",
            "serv                      | Unmatched argument at index 0: 'serv'; serve?; 'secretome --help' explains",
            "query claims --format abc | Invalid value for option '--format'",
            "query claims --param abc  | should be in KEY=VALUE format but was abc",
            "validate                  | Missing required parameter: 'FILE'; 'secretome validate --help' explains",
            "curate a.tsv b.tsv        | Unmatched argument at index 2: 'b.tsv'",
            "link bogus                | 'secretome link --help' explains",
            "link check --fail-on x    | Invalid value for option '--fail-on'"})
    void isToldInOneLine(String typed, String told) {
        CommandRun run = run(typed.split(" "));
        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("secretome: ") && run.err().contains(told), run.err());
    }

    @Test
    void aStoreThatCannotBeOneIsToldWhy(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertTold(file, "it is a file; name a folder");
        assertTold(file.resolve("inside"), "cannot be used as a TDB2 store");
        assertTold(folder, "is not a TDB2 store and not empty (it holds file); choose an empty folder or a store");
    }

    /** It was said that the lock could not be opened, and that the store's files may be damaged. */
    @Test
    void aStoreThatThisUserMayNotWriteIsToldSo(@TempDir Path folder) throws IOException {
        Path store = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("r-xr-xr-x"));
        Assumptions.assumeFalse(Files.isWritable(store), "the superuser may write anywhere");
        assertTold(store, "this user may not write there");
    }

    /** Jena's own words say nothing of what to do. */
    @Test
    void aStoreWithDamagedFilesIsToldSo(@TempDir Path folder) throws IOException {
        Path store = folder.resolve("store");
        GraphStore.tdb2(store).close();
        for (String file : List.of("nodes-data.obj", "GSPO.idn")) {
            Files.write(store.resolve("Data-0001").resolve(file), new byte[] {1, 2, 3});
        }
        assertTold(store,
                "if its files are damaged, put back a copy, or fill a new store from a dump (/dataset.nq.gz)");
    }

    private static void assertTold(Path store, String told) {
        CommandRun run = run("serve", "--port", "0", "--store", "tdb2:" + store, "--allow-updates");
        assertEquals(2, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("secretome: " + store + ": ") && run.err().contains(told), run.err());
    }
}
