package org.secretomegraph.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.release.export.ExportFile;
import org.secretomegraph.release.export.ExportFormat;

/** A release holds the ontology, the data, and the data for other tools, each with its checksum. */
class ReleaseTest {
    @TempDir
    private Path folder;

    @Test
    void holdsEveryExportAndAChecksumOfEachFile() throws IOException, NoSuchAlgorithmException {
        List<Path> files = Release.write(BundledGraph.snapshot(), BundledGraph.services().readings(), folder);
        List<String> names = files.stream().map(f -> f.getFileName().toString()).toList();
        assertTrue(names.containsAll(List.of("scso-full.ttl", "secretome-graph.nq.gz", "standing.txt", "error-rate.txt",
                "SHA256SUMS")), names::toString);
        for (ExportFormat format : ExportFormat.values()) {
            assertTrue(
                    names.containsAll(
                            format.of(BundledGraph.snapshot()).files().stream().map(ExportFile::name).toList()),
                    () -> format + " is not among " + names);
        }
        List<String> sums = Files.readAllLines(folder.resolve("SHA256SUMS"));
        assertEquals(names.size() - 1, sums.size());
        for (String line : sums) {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve(line.substring(66))));
            assertEquals(line.substring(0, 64), HexFormat.of().formatHex(hash), line);
        }
    }
}
