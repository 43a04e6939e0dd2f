package org.secretomegraph.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folders that travel with the program: {@code ontology/}, {@code shapes/}, {@code queries/}. They are read from
 * the class files' folder or from inside the jar, with the same paths.
 */
public final class BundledFiles implements AutoCloseable {
    private static final String MARK = "/secretome/ontology/scso.ttl";

    private final Path root;
    private final List<FileSystem> opened;

    private BundledFiles(Path root, List<FileSystem> opened) {
        this.root = root;
        this.opened = opened;
    }

    /** Opens the folders that were built into this program. */
    public static BundledFiles open() {
        try {
            var mark = BundledFiles.class.getResource(MARK);
            if (mark == null) {
                throw new InvalidInputException(
                        "this build holds no ontology: " + MARK + " is missing; build it with mvn package");
            }
            URI uri = mark.toURI();
            if (!uri.getScheme().equals("jar")) {
                return new BundledFiles(Path.of(uri).resolve("../..").normalize(), List.of());
            }
            // Not the shared file system of the URI: two bundles in one JVM must not close each other's.
            Path jar = Path.of(URI.create(uri.getSchemeSpecificPart().replaceFirst("!.*$", "")));
            FileSystem inside = FileSystems.newFileSystem(jar, Map.of());
            return new BundledFiles(inside.getPath("/secretome"), List.of(inside));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The files of a folder, and of the folders in it, whose names end so, sorted by path. Empty for a missing folder.
     */
    public List<Path> files(String folder, String suffix) {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(start)) {
            return all.filter(p -> p.toString().endsWith(suffix) && Files.isRegularFile(p)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file(String path) {
        return root.resolve(path);
    }

    /** How a bundled file is called in the repository, for example {@code ontology/scso.ttl}. */
    public String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public void close() {
        for (FileSystem system : opened) {
            try {
                system.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
