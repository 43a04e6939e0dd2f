package org.secretomegraph.io;

import java.io.InputStream;
import org.apache.commons.io.input.ProxyInputStream;

/** Counts what is read of a file. */
final class CountingInputStream extends ProxyInputStream {
    private static final long STEP = 1 << 20;

    private final String file;
    private final long size;
    private final ReadProgress progress;
    private long read;
    private long reported;

    CountingInputStream(InputStream in, String file, long size, ReadProgress progress) {
        super(in);
        this.file = file;
        this.size = size;
        this.progress = progress;
    }

    @Override
    protected void afterRead(int bytes) {
        read += Math.max(bytes, 0);
        if (read - reported >= STEP) {
            reported = read;
            progress.at(file, read, size);
        }
    }
}
