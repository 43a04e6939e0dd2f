package org.secretomegraph.graph.change;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;

/**
 * What was said before in a file or request, each statement with the number of the row that said it first. Of a
 * statement 128 bits of its digest are kept, so that a file of millions of rows is remembered in some bytes a row; that
 * two statements have them in common is less likely than a fault of the memory.
 */
public final class DigestIndex {
    private static final int SLOT = 3;
    private static final int FIRST = 1 << 10;

    private long[] slots = new long[SLOT * FIRST];
    private int size;

    /** The row that said it first; empty when none did, and then this row is noted. */
    public OptionalLong first(String statement, long row) {
        ByteBuffer digest = ByteBuffer.wrap(digest(statement));
        long high = digest.getLong();
        long low = digest.getLong() | 1; // 0 marks an empty slot
        int at = at(high, low);
        if (slots[at + 1] != 0) {
            return OptionalLong.of(slots[at + 2]);
        }
        if (2 * ++size > slots.length / SLOT) {
            grow();
            at = at(high, low);
        }
        set(at, high, low, row);
        return OptionalLong.empty();
    }

    /** The row that said it first, if one did. */
    public OptionalLong find(String statement) {
        ByteBuffer digest = ByteBuffer.wrap(digest(statement));
        int at = at(digest.getLong(), digest.getLong() | 1);
        return slots[at + 1] == 0 ? OptionalLong.empty() : OptionalLong.of(slots[at + 2]);
    }

    /** Whether it is said for the first time. */
    public boolean add(String statement) {
        return first(statement, 0).isEmpty();
    }

    private void set(int at, long high, long low, long row) {
        slots[at] = high;
        slots[at + 1] = low;
        slots[at + 2] = row;
    }

    /** Where it stands, or the free slot where it would. */
    private int at(long high, long low) {
        int all = slots.length / SLOT;
        int slot = (int) (high >>> 1) & all - 1;
        while (slots[SLOT * slot + 1] != 0 && (slots[SLOT * slot] != high || slots[SLOT * slot + 1] != low)) {
            slot = slot + 1 & all - 1;
        }
        return SLOT * slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(2, old.length)];
        for (int i = 0; i < old.length; i += SLOT) {
            if (old[i + 1] != 0) {
                set(at(old[i], old[i + 1]), old[i], old[i + 1], old[i + 2]);
            }
        }
    }

    private static byte[] digest(String statement) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(statement.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
