package org.secretomegraph.server.http;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.io.input.ProxyInputStream;
import org.apache.jena.fuseki.servlets.ServletOps;

/** A request body up to a maximum length, counted after decompression: a small gzip file can expand to gigabytes. */
public final class BoundedInputStream extends ProxyInputStream {
    private static final int DEFAULT_MAXIMUM = 16 << 20;

    private final long maximum;
    private final String remedy;
    private final AtomicLong remaining;

    public BoundedInputStream(InputStream body) {
        this(body, DEFAULT_MAXIMUM, "");
    }

    /** @param remedy a sentence about what can be done instead; may be empty */
    public BoundedInputStream(InputStream body, long maximum, String remedy) {
        this(body, maximum, remedy, new AtomicLong(maximum));
    }

    /** @param remaining the number of bytes that remain, when several streams share the maximum */
    public BoundedInputStream(InputStream body, long maximum, String remedy, AtomicLong remaining) {
        super(body);
        this.maximum = maximum;
        this.remedy = remedy;
        this.remaining = remaining;
    }

    @Override
    protected void afterRead(int bytes) {
        if (remaining.addAndGet(-Math.max(0, bytes)) < 0) {
            ServletOps.error(413,
                    "The request is longer than " + (maximum >> 20) + " MB." + (remedy.isEmpty() ? "" : " " + remedy));
        }
    }
}
