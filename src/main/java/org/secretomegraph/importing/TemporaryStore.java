package org.secretomegraph.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.secretomegraph.importing.record.ImportResult;
import org.secretomegraph.importing.record.Importer;

/**
 * A store in the folder for temporary files, which goes with it.
 *
 * @param store  the store
 * @param folder where it is
 */
public record TemporaryStore(ImportTarget store, Path folder) implements ImportTarget {

    @Override
    public Graph believed() {
        return store.believed();
    }

    @Override
    public ImportResult write(Importer intake) {
        return store.write(intake);
    }

    @Override
    public ImportResult tryOut(Importer intake) {
        return store.tryOut(intake);
    }

    @Override
    public void close() {
        store.close();
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
