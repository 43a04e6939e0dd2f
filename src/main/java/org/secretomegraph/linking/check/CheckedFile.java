package org.secretomegraph.linking.check;

import java.nio.file.Path;

/**
 * A file whose identifiers are checked.
 *
 * @param name as it is shown to people
 * @param path where it is
 */
public record CheckedFile(String name, Path path) {
    /** A file that is shown as the user named it. */
    public static CheckedFile of(Path path) {
        return new CheckedFile(path.toString(), path);
    }
}
