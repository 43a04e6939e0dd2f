package org.secretomegraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is written whole or not at all, and what was there stays when it is not. */
class WholeFileTest {
    private static final WholeFile.Content TEXT = out -> out.write("whole".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void aFullDiskLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("sheet.tsv"), "as it was");
        BadInput told = assertThrows(BadInput.class, () -> WholeFile.replace(file, out -> {
            out.write("half".getBytes(StandardCharsets.UTF_8));
            throw new IOException("No space left on device");
        }));
        assertEquals(file + ": cannot be written: No space left on device; nothing was written", told.getMessage());
        assertEquals("as it was", Files.readString(file));
        assertEquals(List.of(file), inside());
        assertThrows(BadInput.class, () -> WholeFile.create(folder.resolve("new.tsv"), out -> {
            throw new IOException("No space left on device");
        }));
        assertEquals(List.of(file), inside());
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("sheet.tsv"), "as it was");
        assertTrue(assertThrows(BadInput.class, () -> WholeFile.create(file, TEXT)).getMessage().contains("is there already"));
        assertEquals("as it was", Files.readString(file));
        WholeFile.replace(file, TEXT);
        assertEquals("whole", Files.readString(file));
        WholeFile.create(folder.resolve("new.tsv"), TEXT);
        assertEquals("whole", Files.readString(folder.resolve("new.tsv")));
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        Path file = folder.resolve("missing/sheet.tsv");
        assertEquals(file + ": cannot be written: there is no such folder; nothing was written",
                assertThrows(BadInput.class, () -> WholeFile.create(file, TEXT)).getMessage());
    }

    private List<Path> inside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
