package org.secretomegraph.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that somebody named, read once from its beginning to its end. What another program is writing meanwhile is not
 * believed: half of a file can look like a whole one.
 */
public final class ConsistentFileReader {
    private ConsistentFileReader() {}

    /** Opens the file. */
    @FunctionalInterface
    public interface Opening {
        InputStream open(Path file) throws IOException;
    }

    /** Makes something of the file's content. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(InputStream content) throws IOException;
    }

    /** @throws InvalidInputException when it is no file, cannot be read to its end, or was changed meanwhile */
    public static <T> T read(Path file, Reading<T> reading) {
        return read(file, Files::newInputStream, reading);
    }

    /** The same for a file that is opened in another way, for example one that is compressed. */
    public static <T> T read(Path file, Opening opening, Reading<T> reading) {
        State before = State.of(file);
        try (InputStream in = opening.open(file)) {
            T read = reading.of(in);
            before.mustBe(file);
            return read;
        } catch (SyntaxException e) {
            before.mustBe(file);
            throw e;
        } catch (UncheckedIOException e) {
            throw unreadable(file, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** What tells one content of a file from another without reading it. */
    private record State(long size, long changed, Optional<Object> file) {

        static State of(Path file) {
            if (file.toString().isEmpty()) {
                throw new InvalidInputException("the name of a file is empty");
            }
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                if (now.isDirectory()) {
                    throw new InvalidInputException(file + ": is a folder; name a file in it");
                }
                if (!now.isRegularFile()) {
                    throw new InvalidInputException(
                            file + ": is a pipe or a device; write its content to a file, and name that");
                }
                return new State(now.size(), now.lastModifiedTime().toMillis(), Optional.ofNullable(now.fileKey()));
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }

        void mustBe(Path file) {
            if (!Files.exists(file) || !of(file).equals(this)) {
                throw new InvalidInputException(file + ": was changed while it was read; run the command again");
            }
        }
    }

    /** Why a file cannot be read, in one line. */
    static InvalidInputException unreadable(Path file, IOException e) {
        return new InvalidInputException(file + ": " + switch (e) {
            case NoSuchFileException missing -> Files.isSymbolicLink(file) ? "is a link to a file that is not there"
                    : "no such file";
            case AccessDeniedException denied -> "may not be read by this user";
            case FileSystemException odd when odd.getReason() != null -> "cannot be read: " + odd.getReason();
            default -> "cannot be read: " + Messages.oneLine(String.valueOf(e.getMessage()));
        }, e);
    }
}
