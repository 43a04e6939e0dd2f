package org.secretomegraph.server.http;

import java.io.InputStream;
import org.apache.commons.io.input.ProxyInputStream;
import org.apache.jena.fuseki.servlets.ServletOps;

/** A request's body up to a length, counted after it was unpacked: a small gzip can hold gigabytes. */
public final class BoundedInputStream extends ProxyInputStream {
    private static final int LONGEST = 16 << 20;

    private final long longest;
    private final String remedy;
    private long left;

    public BoundedInputStream(InputStream body) {
        this(body, LONGEST, "");
    }

    /** @param remedy what else can be done, as a sentence; may be empty */
    public BoundedInputStream(InputStream body, long longest, String remedy) {
        super(body);
        this.longest = longest;
        this.remedy = remedy;
        this.left = longest;
    }

    @Override
    protected void afterRead(int bytes) {
        left -= Math.max(0, bytes);
        if (left < 0) {
            ServletOps.error(413,
                    "The request is longer than " + (longest >> 20) + " MB." + (remedy.isEmpty() ? "" : " " + remedy));
        }
    }
}
