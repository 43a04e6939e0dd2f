package org.secretomegraph.io;

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
class AtomicFileTest {
    private static final AtomicFile.Content TEXT = out -> out.write("whole".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void aFullDiskLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("sheet.tsv"), "as it was");
        InvalidInputException told = assertThrows(InvalidInputException.class, () -> AtomicFile.replace(file, out -> {
            out.write("half".getBytes(StandardCharsets.UTF_8));
            throw new IOException("No space left on device");
        }));
        assertEquals(file + ": cannot be written: No space left on device; nothing was written", told.getMessage());
        assertEquals("as it was", Files.readString(file));
        assertEquals(List.of(file), inside());
        assertThrows(InvalidInputException.class, () -> AtomicFile.create(folder.resolve("new.tsv"), out -> {
            throw new IOException("No space left on device");
        }));
        assertEquals(List.of(file), inside());
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("sheet.tsv"), "as it was");
        assertTrue(assertThrows(InvalidInputException.class, () -> AtomicFile.create(file, TEXT)).getMessage()
                .contains("is there already"));
        assertEquals("as it was", Files.readString(file));
        AtomicFile.replace(file, TEXT);
        assertEquals("whole", Files.readString(file));
        AtomicFile.create(folder.resolve("new.tsv"), TEXT);
        assertEquals("whole", Files.readString(folder.resolve("new.tsv")));
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        Path file = folder.resolve("missing/sheet.tsv");
        assertEquals(file + ": cannot be written: there is no such folder; nothing was written",
                assertThrows(InvalidInputException.class, () -> AtomicFile.create(file, TEXT)).getMessage());
    }

    private List<Path> inside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
