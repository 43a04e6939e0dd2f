package org.secretomegraph.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.jena.atlas.RuntimeIOException;

/** A file that is written whole or not at all: beside its place first, then moved there in one step. */
public final class AtomicFile {
    private AtomicFile() {}

    /** What writes the content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file that must not be there yet. @throws InvalidInputException when it is, or when it cannot be written
     */
    public static void create(Path file, Content content) {
        if (Files.exists(file)) {
            throw new InvalidInputException(
                    file + ": is there already and stays as it is; name another file, or move it away");
        }
        write(file, content, false);
    }

    /**
     * Writes a file in place of what may be there. @throws InvalidInputException when it cannot be written; what was
     * there stays
     */
    public static void replace(Path file, Content content) {
        write(file, content, true);
    }

    /** The same with a text, in UTF-8. */
    public static void replace(Path file, String text) {
        replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void write(Path file, Content content, boolean mayReplace) {
        Path absolute = file.toAbsolutePath();
        Path beside =
                absolute.resolveSibling("." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(beside)) {
                content.writeTo(out);
            }
            if (mayReplace) {
                Files.move(beside, absolute, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.move(beside, absolute);
            }
        } catch (IOException | UncheckedIOException | RuntimeIOException e) {
            discard(beside);
            throw new InvalidInputException(file + ": cannot be written: " + why(e) + "; nothing was written", e);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The cause of the failure is told already; a part that cannot be deleted is no second one.
        }
    }

    private static String why(Exception e) {
        return switch (e) {
            case AccessDeniedException denied -> "this user may not write there";
            case NoSuchFileException missing -> "there is no such folder";
            case FileAlreadyExistsException exists -> "it is there already";
            default -> Messages.oneLine(String.valueOf(e.getMessage()));
        };
    }
}
