package org.secretomegraph.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.UUID;
import org.apache.jena.atlas.RuntimeIOException;

/**
 * A file that is written whole or not at all: beside its place first, then moved there in one step. Behind a symbolic
 * link the target is replaced and the link stays; permissions stay as they were. Pipes, devices and open files ({@code
 * /dev/stdout}) cannot be replaced and are written to.
 */
public final class AtomicFile {
    /** Linux follows as many. */
    private static final int MOST_LINKS = 40;

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
        if (Files.exists(file) && !isStream(file)) {
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
        boolean streams = isStream(file);
        try {
            if (streams) {
                pour(content, file);
            } else {
                write(content, behindLinks(file.toAbsolutePath()), mayReplace);
            }
        } catch (IOException | UncheckedIOException | RuntimeIOException e) {
            throw new InvalidInputException(
                    file + ": cannot be written: " + why(e) + (streams ? "" : "; nothing was written"), e);
        }
    }

    private static void write(Content content, Path place, boolean mayReplace) throws IOException {
        if (Files.isDirectory(place)) {
            throw new FileSystemException(place.toString(), null, "it is a folder");
        }
        boolean replaces = Files.exists(place);
        if (replaces && !Files.isWritable(place)) {
            throw new AccessDeniedException(place.toString());
        }
        Path beside = place.resolveSibling(".secretome-" + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out =
                    Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            if (replaces && mayReplace) {
                takeOver(place, beside);
            }
            if (mayReplace) {
                Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.move(beside, place);
            }
        } catch (IOException | RuntimeException e) {
            discard(beside);
            throw e;
        }
    }

    /**
     * Whether the path is a pipe, a device such as {@code /dev/null}, or an open file such as {@code /dev/stdout}: it
     * can be written to, but not replaced. Where it is not there, or is a file or a folder, it is none of these.
     */
    public static boolean isStream(Path file) {
        try {
            Path at = file.toAbsolutePath();
            for (int links = 0; links < MOST_LINKS; links++) {
                if (isDescriptor(at)) {
                    return true;
                }
                if (!Files.isSymbolicLink(at)) {
                    break;
                }
                at = at.resolveSibling(Files.readSymbolicLink(at));
            }
            return Files.readAttributes(file, BasicFileAttributes.class).isOther();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Such as {@code /dev/fd/1}, {@code /proc/self/fd/1}: what stands behind it may be a file, which others write to as
     * well.
     */
    private static boolean isDescriptor(Path path) {
        Path folder = path.getParent();
        return folder != null && folder.endsWith("fd") && (folder.startsWith("/proc") || folder.startsWith("/dev"));
    }

    /** Where a file is that is reached by symbolic links. The last of them may point to what is not there yet. */
    private static Path behindLinks(Path file) throws IOException {
        Path at = file;
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(file.toString(), null, "its symbolic links lead in a circle");
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return at;
    }

    /** Writes when all of the content is there, so that nothing is written when it cannot be made. */
    private static void pour(Content content, Path stream) throws IOException {
        try (TempFile whole = TempFile.create()) {
            content.writeTo(whole.out());
            try (InputStream in = whole.in();
                    OutputStream out =
                            Files.newOutputStream(stream, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                in.transferTo(out);
            }
        }
    }

    /** Gives the new file what the old one has: permissions, and owner and group where this user may give them away. */
    private static void takeOver(Path old, Path now) throws IOException {
        PosixFileAttributeView from = Files.getFileAttributeView(old, PosixFileAttributeView.class);
        PosixFileAttributeView to = Files.getFileAttributeView(now, PosixFileAttributeView.class);
        if (from == null || to == null) {
            return;
        }
        PosixFileAttributes before = from.readAttributes();
        try {
            to.setOwner(before.owner());
            to.setGroup(before.group());
        } catch (IOException e) {
            // Only the administrator may give files away; for all others the file is theirs from now on.
        }
        to.setPermissions(before.permissions());
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
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> Messages.oneLine(String.valueOf(e.getMessage()));
        };
    }
}
