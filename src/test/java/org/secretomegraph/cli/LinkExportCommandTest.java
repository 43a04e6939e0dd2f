package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code secretome link export} puts its files. */
class LinkExportCommandTest {
    @TempDir
    Path folder;

    @Test
    void everyFormatGoesIntoAFolder() throws IOException {
        Map<String, Integer> files = Map.of("kgx", 2, "sssom", 1, "obographs", 1, "nanopub", 1, "jsonld", 1);
        for (var format : files.entrySet()) {
            Path to = Files.createDirectory(folder.resolve(format.getKey()));
            assertEquals(0, run("--format", format.getKey(), "--out", to.toString()).code());
            try (Stream<Path> made = Files.list(to)) {
                assertEquals(format.getValue().longValue(), made.filter(f -> f.toFile().length() > 1000).count(),
                        format.getKey());
            }
        }
    }

    @Test
    void oneFileMayBeNamedOrGoToStdout() throws IOException {
        Path file = folder.resolve("mine.tsv");
        CommandRun named = run("--format", "SSSOM", "--out", file.toString());
        assertEquals(file + "\n", named.out());
        assertEquals(Files.readString(file), run("--format", "sssom").out());
    }

    @Test
    void twoFilesNeedAFolder() throws IOException {
        assertEquals(2, run("--format", "kgx").code());
        Path file = Files.createFile(folder.resolve("file"));
        CommandRun run = run("--format", "kgx", "--out", file.toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("needs a folder"), run.err());
    }

    private static CommandRun run(String... args) {
        return CommandRun.run(Stream.concat(Stream.of("link", "export"), Stream.of(args)).toArray(String[]::new));
    }
}
