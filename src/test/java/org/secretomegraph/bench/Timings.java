package org.secretomegraph.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times of the same thing done again and again, in nanoseconds. */
final class Timings {
    private long[] times = new long[64];
    private int count;

    void add(long nanos) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = nanos;
    }

    int count() {
        return count;
    }

    /** The time that so many percent did not exceed, in milliseconds. */
    double percentile(double percent) {
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[(int) Math.max(0, Math.ceil(percent / 100 * count) - 1)] / 1e6;
    }

    double median() {
        return percentile(50);
    }

    static String shown(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.3f" : millis < 1000 ? "%.1f" : "%.0f", millis);
    }
}
