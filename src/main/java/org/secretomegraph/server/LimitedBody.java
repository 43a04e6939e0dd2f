package org.secretomegraph.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.jena.fuseki.servlets.ServletOps;

/** A request's body up to a length, counted after it was unpacked: a small gzip can hold gigabytes. */
final class LimitedBody extends FilterInputStream {
    private static final int LONGEST = 16 << 20;

    private final long longest;
    private long left;

    LimitedBody(InputStream body) {
        this(body, LONGEST);
    }

    LimitedBody(InputStream body, long longest) {
        super(body);
        this.longest = longest;
        this.left = longest;
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
        count(n);
        return n;
    }

    private void count(int read) {
        left -= Math.max(0, read);
        if (left < 0) {
            ServletOps.error(413, "The request is longer than " + (longest >> 20) + " MB.");
        }
    }
}
