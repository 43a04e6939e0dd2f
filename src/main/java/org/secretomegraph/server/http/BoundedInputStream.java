package org.secretomegraph.server.http;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.io.input.ProxyInputStream;
import org.apache.jena.fuseki.servlets.ServletOps;

/** What a request holds up to a length, counted after it was unpacked: a small gzip can hold gigabytes. */
public final class BoundedInputStream extends ProxyInputStream {
    private static final int LONGEST = 16 << 20;

    private final long longest;
    private final String remedy;
    private final AtomicLong left;

    public BoundedInputStream(InputStream body) {
        this(body, LONGEST, "");
    }

    /** @param remedy what else can be done, as a sentence; may be empty */
    public BoundedInputStream(InputStream body, long longest, String remedy) {
        this(body, longest, remedy, new AtomicLong(longest));
    }

    /** @param left how much of the length is left, for several that have it together */
    public BoundedInputStream(InputStream body, long longest, String remedy, AtomicLong left) {
        super(body);
        this.longest = longest;
        this.remedy = remedy;
        this.left = left;
    }

    @Override
    protected void afterRead(int bytes) {
        if (left.addAndGet(-Math.max(0, bytes)) < 0) {
            ServletOps.error(413,
                    "The request is longer than " + (longest >> 20) + " MB." + (remedy.isEmpty() ? "" : " " + remedy));
        }
    }
}
