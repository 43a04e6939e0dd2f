package org.secretomegraph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.secretomegraph.io.ProgressListener;
import org.secretomegraph.report.Severity;

/**
 * A durable store as a command makes it: new, and filled with the bundled graph. It is filled once for all tests, and
 * each
 * gets a copy: filling one takes seconds.
 */
public final class FilledStore {
    private static Path filled;

    private FilledStore() {}

    /** @param folder where the copy goes; it is made */
    public static Path copyTo(Path folder) throws IOException {
        Path from = filled();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(f -> !f.toString().endsWith(".lock")).toList()) {
                Files.copy(file, folder.resolve(from.relativize(file).toString()));
            }
        }
        return folder;
    }

    private static synchronized Path filled() throws IOException {
        if (filled == null) {
            Path folder = Files.createTempDirectory("filled-store");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(folder.toFile())));
            BundledGraph.services().target(Optional.of("tdb2:" + folder.resolve("store")), Optional.empty(), false,
                    Severity.VIOLATION, ProgressListener.SILENT).close();
            filled = folder.resolve("store");
        }
        return filled;
    }
}
