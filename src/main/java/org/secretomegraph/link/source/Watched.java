package org.secretomegraph.link.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of a file. */
final class Watched extends FilterInputStream {
    private static final long STEP = 1 << 20;

    private final String file;
    private final long size;
    private final Progress progress;
    private long read;
    private long told;

    Watched(InputStream in, String file, long size, Progress progress) {
        super(in);
        this.file = file;
        this.size = size;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = super.read(bytes, from, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int n) {
        read += n;
        if (read - told >= STEP) {
            told = read;
            progress.at(file, read, size);
        }
    }
}
