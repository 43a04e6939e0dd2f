package org.secretomegraph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A disk that can become full: for each test a new file system in memory, of a fixed size. Only root may mount one, and
 * only
 * on Linux; elsewhere the tests are skipped.
 */
public final class SmallDisk implements BeforeEachCallback, AfterEachCallback {
    private final long bytes;
    private Path folder;

    public SmallDisk(long bytes) {
        this.bytes = bytes;
    }

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        folder = Files.createTempDirectory("small-disk");
        Assumptions.assumeTrue(
                RequiredTool.did("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString()),
                "a disk of a fixed size cannot be mounted here: this needs root and Linux");
    }

    public Path resolve(String name) {
        return folder.resolve(name);
    }

    public Path folder() {
        return folder;
    }

    public boolean grow(long more) {
        return RequiredTool.did("mount", "-o", "remount,size=" + more, folder.toString());
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        RequiredTool.did("umount", "-l", folder.toString());
        Files.delete(folder);
    }
}
