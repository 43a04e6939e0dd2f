package org.secretomegraph.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * A file in the folder for temporary files ({@code java.io.tmpdir}) that nobody else sees and that is gone when this
 * program is, however it ends: it is deleted as soon as it is open, where the system allows that, and else by the
 * system when it is closed ({@link StandardOpenOption#DELETE_ON_CLOSE}). First it is written, then it is read as often
 * as one likes.
 */
public final class TempFile implements AutoCloseable {
    private final FileChannel channel;

    private TempFile(FileChannel channel) {
        this.channel = channel;
    }

    /** An empty one. */
    public static TempFile create() throws IOException {
        return new TempFile(FileChannel.open(Files.createTempFile("secretome", ".tmp"), StandardOpenOption.READ,
                StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Writes after what was written. To close it does nothing. */
    public OutputStream out() {
        return new OutputStream() {
            private final OutputStream to = Channels.newOutputStream(channel);

            @Override
            public void write(int b) throws IOException {
                to.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                to.write(bytes, from, count);
            }
        };
    }

    /** Reads from the beginning. */
    public InputStream in() {
        return new InputStream() {
            private long at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                if (count == 0) {
                    return 0;
                }
                int read = channel.read(ByteBuffer.wrap(bytes, from, count), at);
                at += Math.max(0, read);
                return read;
            }
        };
    }

    /** How many bytes were written. */
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
