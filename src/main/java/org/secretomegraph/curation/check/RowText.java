package org.secretomegraph.curation.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.term.TermIndex;

/** What a row says of its terms in sentences: a label, or a word of one that stands in few others. */
final class RowText {
    /** Shorter words are too often part of another one. */
    private static final int LETTERS = 5;

    private final TermIndex words;

    RowText(TermIndex words) {
        this.words = words;
    }

    /** Whether finding or title speak of the term. */
    boolean speakOf(ClaimRow row, String curie) {
        String spoken = spoken(row, ClaimColumn.FINDING, ClaimColumn.TITLE);
        return labels(curie)
                .anyMatch(label -> spoken.contains(label) || telling(label).stream().anyMatch(spoken::contains));
    }

    /**
     * Whether the row speaks of the one term by what its labels have and those of the other have not, and never the
     * other way.
     */
    boolean speakRatherOf(ClaimRow row, String curie, String other) {
        String spoken =
                spoken(row, ClaimColumn.FINDING, ClaimColumn.TITLE, ClaimColumn.SUBJECT_AS_NAMED, ClaimColumn.MODEL,
                        ClaimColumn.MEASURE);
        return hasItsOwn(spoken, curie, other) && !hasItsOwn(spoken, other, curie);
    }

    private boolean hasItsOwn(String spoken, String curie, String other) {
        Set<String> others = labels(other).flatMap(label -> telling(label).stream()).collect(Collectors.toSet());
        return labels(curie)
                .anyMatch(label -> spoken.contains(label) && labels(other).noneMatch(longer -> longer.contains(label))
                        || telling(label).stream().anyMatch(word -> !others.contains(word) && spoken.contains(word)));
    }

    private Stream<String> labels(String curie) {
        return words.labels(curie).stream().map(label -> label.toLowerCase(Locale.ROOT));
    }

    private Set<String> telling(String label) {
        return Arrays.stream(label.split("[^\\p{L}]+"))
                .filter(word -> word.length() >= LETTERS && words.isTelling(word))
                .collect(Collectors.toSet());
    }

    private static String spoken(ClaimRow row, ClaimColumn... columns) {
        return Arrays.stream(columns).map(row::text).collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
    }
}
