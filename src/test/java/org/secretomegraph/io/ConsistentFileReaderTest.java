package org.secretomegraph.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.RequiredTool;

/**
 * What is no file, or does not stay the same while it is read, is told in one line, and the program does not wait for
 * it.
 */
class ConsistentFileReaderTest {
    @TempDir
    Path folder;

    private static String told(Path file) {
        String message = assertThrows(InvalidInputException.class,
                () -> ConsistentFileReader.read(file, in -> in.readAllBytes())).getMessage();
        assertTrue(message.indexOf('\n') < 0, message);
        return message;
    }

    @Test
    void whatIsNoFileIsTold() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("pool"));
        Files.createSymbolicLink(folder.resolve("pool"), loop);
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
        for (Map.Entry<Path, String> bad : Map.of(folder, "is a folder", folder.resolve("none"), "no such file",
                loop, "cannot be read: Too many levels of symbolic links", dangling,
                "is a link to a file that is not there",
                Path.of("/dev/zero"), "is a pipe or a device", Path.of("/dev/null"), "is a pipe or a device")
                .entrySet()) {
            String told = told(bad.getKey());
            assertTrue(told.startsWith(bad.getKey() + ": " + bad.getValue()), told);
        }
        assertEquals("the name of a file is empty", told(Path.of("")));
    }

    /** Nobody writes into the pipe: whoever opened it would wait for ever. */
    @Test
    void aPipeIsNotWaitedFor() {
        Path pipe = folder.resolve("pipe");
        RequiredTool.mustBe(RequiredTool.did("mkfifo", pipe.toString()),
                "no mkfifo on this machine; in Debian it is in coreutils");
        assertTrue(told(pipe).contains("is a pipe or a device"));
    }

    /**
     * The superuser may read anything, so that no file refuses him; what the operating system says to others is known.
     */
    @Test
    void aFileThatMayNotBeReadIsTold() {
        Path file = folder.resolve("secret");
        assertEquals(file + ": may not be read by this user",
                ConsistentFileReader.unreadable(file, new AccessDeniedException(file.toString()))
                        .getMessage());
        assertEquals(file + ": cannot be read: Input/output error",
                ConsistentFileReader.unreadable(file, new IOException("Input/output error"))
                        .getMessage());
    }

    /** Something that another program does to the file. */
    @FunctionalInterface
    private interface Meanwhile {
        void happens(Path file) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> aFileThatIsChangedMeanwhileIsNotBelieved() {
        Map<String, Meanwhile> changes =
                Map.of("written to", f -> Files.writeString(f, "more", StandardOpenOption.APPEND),
                        "cut", f -> Files.writeString(f, ""),
                        "written anew in the same length", f -> {
                            Files.writeString(f, "other");
                            Files.setLastModifiedTime(f, FileTime
                                    .from(Files.getLastModifiedTime(f).toInstant().plus(Duration.ofSeconds(2))));
                        },
                        "replaced",
                        f -> Files.move(Files.writeString(f.resolveSibling("new"), "other"), f,
                                StandardCopyOption.REPLACE_EXISTING),
                        "deleted", Files::delete);
        return changes.entrySet().stream().map(c -> DynamicTest.dynamicTest(c.getKey(), () -> {
            Path file = Files.writeString(folder.resolve("sheet"), "first");
            String message = assertThrows(InvalidInputException.class, () -> ConsistentFileReader.read(file, in -> {
                byte[] read = in.readAllBytes();
                c.getValue().happens(file);
                return read;
            })).getMessage();
            assertEquals(file + ": was changed while it was read; run the command again", message);
            // A text that is wrong because somebody is writing it is not the text's fault.
            Files.writeString(file, "first");
            assertTrue(assertThrows(InvalidInputException.class, () -> ConsistentFileReader.read(file, in -> {
                c.getValue().happens(file);
                throw new SyntaxException(file.toString(), 1, 1, "ends too early", new IOException());
            })).getMessage().contains("was changed while"));
        }));
    }

    @Test
    void aFileThatStaysIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("sheet"), "content");
        assertEquals("content",
                ConsistentFileReader.read(file, in -> new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        assertThrows(SyntaxException.class, () -> ConsistentFileReader.read(file, in -> {
            throw new SyntaxException("sheet", 1, 1, "is wrong", new IOException());
        }));
        assertTrue(assertThrows(InvalidInputException.class, () -> ConsistentFileReader.read(file, in -> {
            throw new UncheckedIOException(new IOException("the disk is gone"));
        })).getMessage().endsWith("cannot be read: the disk is gone"));
    }
}
