package org.secretomegraph.graph.text;

import java.util.ArrayList;
import java.util.List;
import org.secretomegraph.graph.text.NameSearch.Part;
import org.secretomegraph.vocab.NameNormalizer;
import org.secretomegraph.vocab.NameToken;

/** A text with the words that were asked for marked in it, whichever way they are spelt there. */
final class Highlighter {
    private static final int SHORTEST_BEGINNING = 3;

    private Highlighter() {}

    static List<Part> parts(String text, List<String> asked) {
        List<NameToken> tokens = NameNormalizer.tokens(text);
        List<Part> parts = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < tokens.size();) {
            int count = matching(tokens, i, asked);
            if (count > 0) {
                int start = Math.max(done, tokens.get(i).start());
                int end = tokens.get(i + count - 1).end();
                add(text.substring(done, start), false, parts);
                add(text.substring(start, end), true, parts);
                done = end;
            }
            i += Math.max(1, count);
        }
        add(text.substring(done), false, parts);
        return parts;
    }

    private static void add(String text, boolean asked, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, asked));
        }
    }

    /** How many atoms from here on are a word that was asked for, or begin with it. */
    private static int matching(List<NameToken> tokens, int from, List<String> asked) {
        for (int count = NameNormalizer.nameLength(tokens, from); count > 0; count--) {
            String word = NameNormalizer.glued(tokens, from, count);
            if (asked.stream()
                    .anyMatch(a -> word.equals(a) || a.length() >= SHORTEST_BEGINNING && word.startsWith(a))) {
                return count;
            }
        }
        return 0;
    }
}
