package org.secretomegraph.io;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Gzip (<a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>) that is read to its end or fails. A file may be
 * several members one after the other, as block-wise compressors write them. The JDK's {@code GZIPInputStream} takes
 * the end of any member for the end of the file when the next one is cut off in its header, or has not arrived yet.
 */
public final class Gzip extends FilterInputStream {
    private final Source packed;

    private Gzip(InputStream unpacked, Source packed) {
        super(unpacked);
        this.packed = packed;
    }

    /**
     * The content of what is packed.
     *
     * @throws ZipException where it is no gzip, is damaged or is cut off, here or while it is read
     */
    public static InputStream unpacked(InputStream packed) throws IOException {
        Source source = new Source(packed);
        try {
            return new Gzip(
                    GzipCompressorInputStream.builder().setInputStream(source).setDecompressConcatenated(true).get(),
                    source);
        } catch (IOException e) {
            throw source.exception(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            return in.read(into, from, length);
        } catch (IOException e) {
            throw packed.exception(e);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Tells a file that cannot be read from one that is no gzip. */
    private static final class Source extends FilterInputStream {
        private Optional<IOException> readFailure = Optional.empty();

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return in.read();
            } catch (IOException e) {
                readFailure = Optional.of(e);
                throw e;
            }
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return in.read(into, from, length);
            } catch (IOException e) {
                readFailure = Optional.of(e);
                throw e;
            }
        }

        IOException exception(IOException e) {
            if (readFailure.isPresent()) {
                return readFailure.get();
            }
            ZipException exception =
                    new ZipException(e instanceof EOFException ? "the gzip data is cut off" : e.getMessage());
            exception.initCause(e);
            return exception;
        }
    }
}
