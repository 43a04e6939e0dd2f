package org.secretomegraph.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes that are held back, in blocks, as long as one answer's limit and the memory for all answers together allow.
 */
final class ResponseBuffer {
    private static final int BLOCK = 32 * 1024;

    private final int limit;
    private final AtomicLong leftForAll;
    private final List<byte[]> blocks = new ArrayList<>();
    private int inLastBlock = BLOCK;
    private int size;

    /**
     * @param limit      how many bytes this answer may hold
     * @param leftForAll how many bytes may still be held by all answers; shared, counted down and up again
     */
    ResponseBuffer(int limit, AtomicLong leftForAll) {
        this.limit = limit;
        this.leftForAll = leftForAll;
    }

    int size() {
        return size;
    }

    /** Takes all of the bytes, or none. @return whether there was room */
    boolean take(byte[] bytes, int from, int count) {
        if (size + (long) count > limit || !reserve(count)) {
            return false;
        }
        for (int done = 0; done < count;) {
            if (inLastBlock == BLOCK) {
                blocks.add(new byte[BLOCK]);
                inLastBlock = 0;
            }
            int fits = Math.min(BLOCK - inLastBlock, count - done);
            System.arraycopy(bytes, from + done, blocks.get(blocks.size() - 1), inLastBlock, fits);
            inLastBlock += fits;
            done += fits;
        }
        size += count;
        return true;
    }

    private boolean reserve(int count) {
        if (leftForAll.addAndGet(-count) >= 0) {
            return true;
        }
        leftForAll.addAndGet(count);
        return false;
    }

    void sendTo(OutputStream out) throws IOException {
        for (int i = 0; i < blocks.size(); i++) {
            out.write(blocks.get(i), 0, i == blocks.size() - 1 ? inLastBlock : BLOCK);
        }
        drop();
    }

    void drop() {
        leftForAll.addAndGet(size);
        blocks.clear();
        inLastBlock = BLOCK;
        size = 0;
    }
}
