package org.secretomegraph.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

    /**
     * A release folder holds a file and a link "current" to it: the link was replaced by a file, and the file stayed
     * old.
     */
    @Test
    void behindASymbolicLinkTheTargetIsReplacedAndTheLinkStays() throws IOException {
        Path real = Files.createDirectory(folder.resolve("2026-11"));
        Path file = Files.writeString(real.resolve("graph.ttl"), "as it was");
        Path link = Files.createSymbolicLink(folder.resolve("current.ttl"), Path.of("2026-11/graph.ttl"));
        Path second = Files.createSymbolicLink(folder.resolve("latest.ttl"), Path.of("current.ttl"));
        AtomicFile.replace(second, TEXT);
        assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(second));
        assertEquals("whole", Files.readString(file));
        assertEquals(Set.of(real, link, second), Set.copyOf(inside()));
        assertTrue(assertThrows(InvalidInputException.class, () -> AtomicFile.create(link, TEXT)).getMessage()
                .contains("is there already"));
    }

    @Test
    void theTargetOfALinkIsMadeWhereItIsMissingYet() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("current.ttl"), Path.of("graph.ttl"));
        AtomicFile.replace(link, TEXT);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("whole", Files.readString(folder.resolve("graph.ttl")));
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        assertEquals(circle + ": cannot be written: its symbolic links lead in a circle; nothing was written",
                assertThrows(InvalidInputException.class, () -> AtomicFile.replace(circle, TEXT)).getMessage());
    }

    @Test
    void aFolderIsNotReplaced() {
        assertEquals(folder + ": cannot be written: it is a folder; nothing was written",
                assertThrows(InvalidInputException.class, () -> AtomicFile.replace(folder, TEXT)).getMessage());
    }

    /** A file of a shared folder was open to its group and was closed to it after the next run. */
    @Test
    void permissionsStayAsTheyWere() throws IOException {
        Path file = Files.writeString(folder.resolve("graph.ttl"), "as it was");
        for (String permissions : List.of("rw-rw-r--", "rw-------", "rwxr-x---")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            AtomicFile.replace(file, TEXT);
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void aNameMayBeAsLongAsTheFileSystemAllows() throws IOException {
        Path file = folder.resolve("g".repeat(251) + ".ttl");
        AtomicFile.replace(file, TEXT);
        assertEquals("whole", Files.readString(file));
    }

    /** As in {@code link export --out >(gzip > graph.gz)}. */
    @Test
    void aPipeIsWrittenToAndStays() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        AtomicFile.replace(pipe, TEXT);
        assertEquals("whole", read.get(1, TimeUnit.MINUTES));
        assertTrue(Files.readAttributes(pipe, BasicFileAttributes.class).isOther());
        assertEquals(pipe + ": cannot be written: No space left on device", assertThrows(InvalidInputException.class,
                () -> AtomicFile.replace(pipe, out -> {
                    throw new IOException("No space left on device");
                })).getMessage(), "nobody reads: to open the pipe would wait for ever");
    }

    /** {@code --out /dev/stdout} as root made a file of the device; a file behind it keeps what others wrote to it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsOpenAlreadyIsWrittenToAndStays() throws IOException {
        Path file = folder.resolve("log.txt");
        try (OutputStream open = Files.newOutputStream(file)) {
            open.write("before ".getBytes(StandardCharsets.UTF_8));
            Path stdout = Files.createSymbolicLink(folder.resolve("stdout"), descriptorOf(file));
            AtomicFile.replace(stdout, TEXT);
            AtomicFile.create(stdout, TEXT);
            assertTrue(Files.isSymbolicLink(stdout));
        }
        assertEquals("before wholewhole", Files.readString(file));
    }

    private static Path descriptorOf(Path file) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(fd -> {
                try {
                    return Files.readSymbolicLink(fd).equals(file.toRealPath());
                } catch (IOException e) {
                    return false;
                }
            }).findFirst().orElseThrow();
        }
    }

    private List<Path> inside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
