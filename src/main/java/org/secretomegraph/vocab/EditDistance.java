package org.secretomegraph.vocab;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which known name a misspelt one is closest to. */
public final class EditDistance {
    private EditDistance() {}

    /** The closest name, unless nearly half of its letters would have to change. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        record Near(String name, int distance) {}
        return known.stream().filter(name -> !name.equals(written))
                .filter(name -> mayBeNear(Math.abs(name.length() - written.length()), written, name))
                .map(name -> new Near(name, distance(written, name)))
                .filter(near -> mayBeNear(near.distance(), written, near.name()))
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name);
    }

    /** The closest name, however far it is. */
    public static Optional<String> closest(String written, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(name -> distance(written, name)).thenComparing(name -> name));
    }

    /** Whether so many letters, or fewer, have to change to make one text of the other. */
    public static boolean differBy(String one, String other, int letters) {
        return Math.abs(one.length() - other.length()) <= letters && distance(one, other) <= letters;
    }

    private static boolean mayBeNear(int distance, String written, String name) {
        return 5 * distance <= 2 * Math.max(written.length(), name.length());
    }

    /** Levenshtein distance, upper and lower case being the same letter. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + (same ? 0 : 1));
            }
            before = now;
        }
        return before[b.length()];
    }
}
