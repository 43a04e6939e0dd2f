package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import picocli.CommandLine;

/** A disk that becomes full under a command is told in one line, and nothing half-written stays that could be taken for whole. */
@Timeout(120)
class FullDiskTest {
    @TempDir
    Path folder;
    private Path disk;

    /** A file system in memory of a fixed size; only root may mount one. */
    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(did("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()),
                "a disk of a fixed size cannot be mounted here: this needs root and Linux");
    }

    @AfterEach
    void unmount() throws Exception {
        did("umount", "-l", disk.toString());
    }

    private static boolean did(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aStoreThatCannotBeFilledCanBeFilledLater() throws Exception {
        Path sheet = folder.resolve("my.tsv");
        assertEquals(0, run("new-claim-sheet", sheet.toString()).code());
        Files.writeString(sheet, Files.readString(sheet).replace("\n#example", "\nexample"));
        String store = "tdb2:" + disk.resolve("store");
        Run full = run("curate", sheet.toString(), "--into", store);
        assertEquals(2, full.code(), full.out() + full.err());
        assertEquals(1, full.err().lines().count(), full.err());
        assertTrue(full.err().contains("the disk is full; nothing was changed"), full.err());
        assertEquals("", full.out());
        assertTrue(did("mount", "-o", "remount,size=400m", disk.toString()));
        Run again = run("curate", sheet.toString(), "--into", store);
        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().startsWith("written: 1 claim added"), again.out());
    }

    @Test
    void aSheetThatCannotBeWrittenIsNotThere() throws Exception {
        Files.write(disk.resolve("ballast"), new byte[(8 << 20) - 4096]);
        Run full = run("new-claim-sheet", disk.resolve("my.tsv").toString());
        assertEquals(2, full.code());
        assertTrue(full.err().contains("No space left on device; nothing was written"), full.err());
        try (Stream<Path> files = Files.list(disk)) {
            assertEquals(List.of("ballast"), files.map(f -> f.getFileName().toString()).toList());
        }
    }

    @Test
    void aReportThatIsCutIsNoSuccess() throws IOException {
        Path sheet = folder.resolve("my.tsv");
        assertEquals(0, run("new-claim-sheet", sheet.toString()).code());
        PrintStream stdout = System.out;
        for (List<String> args : List.of(List.of("validate", sheet.toString(), "--format", "html"),
                List.of("curate", sheet.toString(), "--dry-run"), List.of("new-claim-sheet"))) {
            try (OutputStream full = Files.newOutputStream(Path.of("/dev/full"))) {
                System.setOut(new PrintStream(full, false, StandardCharsets.UTF_8));
                Run run = run(args.toArray(String[]::new), false);
                assertEquals(2, run.code(), args.toString());
                assertTrue(run.err().contains("is the disk full?"), run.err());
                assertFalse(run.err().contains("our fault"), run.err());
            } catch (IOException e) {
                // The stream cannot be emptied when it is closed: that is what the disk does.
            } finally {
                System.setOut(stdout);
            }
        }
    }

    private static Run run(String... args) {
        return run(args, true);
    }

    private static Run run(String[] args, boolean keepsOut) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stdout = System.out;
        PrintStream stderr = System.err;
        if (keepsOut) {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        }
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            CommandLine line = SecretomeCommand.commandLine(BundledGraph.wiring());
            line.setErr(new PrintWriter(System.err, true));
            int code = line.execute(args);
            return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
        }
    }

    private record Run(int code, String out, String err) {}
}
