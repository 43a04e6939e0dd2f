package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.cli.CommandRun.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.FilledStore;
import org.secretomegraph.SmallDisk;

/**
 * A disk that becomes full under a command is told in one line, and nothing half-written stays that could be taken for
 * whole.
 */
class FullDiskTest {
    @RegisterExtension
    private final SmallDisk disk = new SmallDisk(8 << 20);
    @TempDir
    Path folder;

    @Test
    void aStoreThatCannotBeFilledCanBeFilledLater() throws Exception {
        Path sheet = folder.resolve("my.tsv");
        assertEquals(0, run("new-claim-sheet", sheet.toString()).code());
        Files.writeString(sheet, Files.readString(sheet).replace("\n#example", "\nexample"));
        String store = "tdb2:" + disk.resolve("store");
        CommandRun full = run("curate", sheet.toString(), "--into", store);
        assertEquals(2, full.code(), full.out() + full.err());
        assertEquals(1, full.err().lines().count(), full.err());
        assertTrue(full.err().contains("the disk is full; nothing was changed"), full.err());
        assertEquals("", full.out());
        assertTrue(disk.grow(400 << 20));
        CommandRun again = run("curate", sheet.toString(), "--into", store);
        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().startsWith("written: 1 claim added"), again.out());
    }

    @Test
    void aSheetThatCannotBeWrittenIsNotThere() throws Exception {
        Files.write(disk.resolve("ballast"), new byte[(8 << 20) - 4096]);
        CommandRun full = run("new-claim-sheet", disk.resolve("my.tsv").toString());
        assertEquals(2, full.code());
        assertTrue(full.err().contains("No space left on device; nothing was written"), full.err());
        try (Stream<Path> files = Files.list(disk.folder())) {
            assertEquals(List.of("ballast"), files.map(f -> f.getFileName().toString()).toList());
        }
    }

    /** What stood there before is better than half of what was to come. */
    @Test
    void aFileThatCannotBeWrittenWholeStaysAsItWas() throws Exception {
        Path old = Files.writeString(disk.resolve("old"), "as it was");
        Files.write(disk.resolve("ballast"), new byte[(8 << 20) - 8192]);
        CommandRun export = run("link", "export", "--format", "obographs", "--out", old.toString());
        assertEquals(2, export.code(), export.err());
        assertEquals(1, export.err().lines().count(), export.err());
        assertTrue(export.err().contains("No space left on device; nothing was written"), export.err());
        assertEquals("as it was", Files.readString(old));
        CommandRun release = run("release", disk.resolve("release").toString());
        assertEquals(2, release.code(), release.err());
        assertTrue(release.err().contains("No space left on device; nothing was written"), release.err());
        assertFalse(Files.exists(disk.resolve("release/SHA256SUMS")));
    }

    @Test
    void aReportThatIsCutIsNoSuccess() throws IOException {
        Path sheet = folder.resolve("my.tsv");
        assertEquals(0, run("new-claim-sheet", sheet.toString()).code());
        Path terms = Path.of("src/test/resources/link/release/tiny.obo");
        for (List<String> args : List.of(List.of("validate", sheet.toString(), "--format", "html"),
                List.of("curate", sheet.toString(), "--dry-run"), List.of("new-claim-sheet"),
                List.of("query", "claims-by-year"), List.of("link", "check", "--format", "json", sheet.toString()),
                List.of("link", "map", "--to", terms.toString()), List.of("link", "export", "--format", "sssom"),
                List.of("link", "extract", "--from", terms.toString(), "--terms",
                        "src/test/resources/link/release/terms.txt"))) {
            try (OutputStream full = Files.newOutputStream(Path.of("/dev/full"))) {
                CommandRun run = CommandRun.into(new PrintStream(full, false, StandardCharsets.UTF_8),
                        args.toArray(String[]::new));
                assertEquals(2, run.code(), args.toString());
                assertTrue(run.err().contains("is the disk full?"), run.err());
                assertFalse(run.err().contains("our fault"), run.err());
            } catch (IOException e) {
                // The stream cannot be emptied when it is closed: that is what the disk does.
            }
        }
    }

    /**
     * The report came too late to undo what it reports: "2, is the disk full?" would have made the curator write again.
     */
    @Test
    void aSheetThatWasWrittenIsSaidToBeEvenIfTheReportCannotBePrinted() throws IOException {
        Path sheet = folder.resolve("my.tsv");
        assertEquals(0, run("new-claim-sheet", sheet.toString()).code());
        Files.writeString(sheet, Files.readString(sheet).replace("\n#example", "\nexample"));
        String store = "tdb2:" + FilledStore.copyTo(folder.resolve("store"));
        CommandRun written = toFullDisk("curate", sheet.toString(), "--into", store);
        assertEquals(0, written.code(), written.err());
        assertTrue(written.err().contains("the sheet was written; only the report could not be printed"),
                written.err());
        CommandRun again = run("curate", sheet.toString(), "--into", store);
        assertTrue(again.out().startsWith("written: 0 claims added, 0 changed, 0 removed, 1 unchanged"), again.out());

        Files.writeString(sheet, Files.readString(sheet).replace("\tsupports\t", "\tsuports\t"));
        CommandRun refused = toFullDisk("curate", sheet.toString(), "--into", store, "--format", "json");
        assertEquals(1, refused.code(), refused.err());
        assertTrue(refused.err().contains("refused and nothing was changed; only the report"), refused.err());
    }

    /** A stream to such a disk fails when it is closed, too: it is left open. */
    private static CommandRun toFullDisk(String... args) throws IOException {
        OutputStream full = Files.newOutputStream(Path.of("/dev/full"));
        return CommandRun.into(new PrintStream(full, false, StandardCharsets.UTF_8), args);
    }
}
