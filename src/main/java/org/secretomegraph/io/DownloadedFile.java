package org.secretomegraph.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A file that a user downloaded, gzip or not.
 *
 * @param path     where it is
 * @param progress told how far reading has come
 */
public record DownloadedFile(Path path, ReadProgress progress) {
    private static final int BUFFER = 16 * 1024;

    /** @throws InvalidInputException when there is no such file, or it may not be read */
    public static DownloadedFile of(Path path, ReadProgress progress) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new InvalidInputException(path + ": "
                    + (Files.isDirectory(path) ? "is a folder" : Files.isReadable(path)
                            ? "is a pipe or a device, and what it says is read more than once; save it to a file first"
                            : "no such file, or it may not be read"));
        }
        return new DownloadedFile(path, progress);
    }

    /** As the user named it. */
    public String name() {
        return path.toString();
    }

    /** Without its folder. */
    public String fileName() {
        return path.getFileName().toString();
    }

    /** Its content, without gzip. */
    public InputStream open() throws IOException {
        return plain(new CountingInputStream(Files.newInputStream(path), name(), Files.size(path), progress));
    }

    /** Without gzip, if it is gzip: two bytes tell. */
    public static InputStream plain(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
        in.mark(2);
        byte[] magic = in.readNBytes(2);
        in.reset();
        boolean gzip = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
        return gzip ? new BufferedInputStream(Gzip.unpacked(in), BUFFER) : in;
    }

    /** The SHA-256 of the file as it is on disk, in hexadecimal. */
    public String checksum() {
        try {
            return Checksum.of(List.of(path));
        } catch (UncheckedIOException e) {
            throw new InvalidInputException(
                    path + ": cannot be read: " + Messages.of(Objects.requireNonNull(e.getCause())), e);
        }
    }
}
