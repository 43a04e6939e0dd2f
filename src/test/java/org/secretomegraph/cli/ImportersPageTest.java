package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.secretomegraph.FilledStore;
import org.secretomegraph.importing.record.ImportFormat;

/** The commands of docs/importers.md run, one after the other, and the page speaks of every format. */
class ImportersPageTest {
    private static final Path PAGE = Path.of("docs/importers.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyCommandOfThePageRuns() throws IOException {
        FileUtils.deleteDirectory(new File("target/import-db"));
        FilledStore.copyTo(Path.of("target/import-db"));
        List<String> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            block.group(1).lines().forEach(commands::add);
        }
        assertEquals(6, commands.size());
        for (String command : commands) {
            assertTrue(command.startsWith("secretome "), command);
            CommandRun run = CommandRun.run(command.substring("secretome ".length()).split(" "));
            assertEquals(0, run.code(), () -> command + "\n" + run.out() + run.err());
        }
    }

    @Test
    void everyFormatHasItsRow() throws IOException {
        String page = Files.readString(PAGE);
        for (ImportFormat format : ImportFormat.values()) {
            assertTrue(page.contains("| `" + format + "`:"), format::toString);
            assertTrue(page.contains(format.publisher()), format::publisher);
        }
    }
}
