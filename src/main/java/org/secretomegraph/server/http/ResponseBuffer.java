package org.secretomegraph.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Buffered bytes of one response, in blocks, as long as its own limit and the memory shared by all responses allow. */
final class ResponseBuffer {
    private static final int BLOCK = 32 * 1024;

    private final int limit;
    private final AtomicLong remaining;
    private final List<byte[]> blocks = new ArrayList<>();
    private int lastBlockSize = BLOCK;
    private int size;

    /**
     * @param limit     the number of bytes that this response may buffer
     * @param remaining the number of bytes that all responses may still buffer; shared, counted down and up again
     */
    ResponseBuffer(int limit, AtomicLong remaining) {
        this.limit = limit;
        this.remaining = remaining;
    }

    int size() {
        return size;
    }

    /**
     * Adds all of the bytes, or none.
     *
     * @return whether there was room
     */
    boolean add(byte[] bytes, int from, int count) {
        if (size + (long) count > limit || !reserve(count)) {
            return false;
        }
        for (int done = 0; done < count;) {
            if (lastBlockSize == BLOCK) {
                blocks.add(new byte[BLOCK]);
                lastBlockSize = 0;
            }
            int fits = Math.min(BLOCK - lastBlockSize, count - done);
            System.arraycopy(bytes, from + done, blocks.get(blocks.size() - 1), lastBlockSize, fits);
            lastBlockSize += fits;
            done += fits;
        }
        size += count;
        return true;
    }

    private boolean reserve(int count) {
        if (remaining.addAndGet(-count) >= 0) {
            return true;
        }
        remaining.addAndGet(count);
        return false;
    }

    void sendTo(OutputStream out) throws IOException {
        for (int i = 0; i < blocks.size(); i++) {
            out.write(blocks.get(i), 0, i == blocks.size() - 1 ? lastBlockSize : BLOCK);
        }
        clear();
    }

    void clear() {
        remaining.addAndGet(size);
        blocks.clear();
        lastBlockSize = BLOCK;
        size = 0;
    }
}
