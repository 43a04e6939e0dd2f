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

    private final TermIndex terms;

    RowText(TermIndex terms) {
        this.terms = terms;
    }

    /** Whether finding or title speak of the term. */
    boolean mentions(ClaimRow row, String curie) {
        String text = text(row, ClaimColumn.FINDING, ClaimColumn.TITLE);
        return labels(curie)
                .anyMatch(label -> text.contains(label) || distinctiveWords(label).stream().anyMatch(text::contains));
    }

    /**
     * Whether the row speaks of the one term by what its labels have and those of the other have not, and never the
     * other way.
     */
    boolean mentionsOnly(ClaimRow row, String curie, String other) {
        String text =
                text(row, ClaimColumn.FINDING, ClaimColumn.TITLE, ClaimColumn.SUBJECT_AS_NAMED, ClaimColumn.MODEL,
                        ClaimColumn.MEASURE);
        return mentionsApart(text, curie, other) && !mentionsApart(text, other, curie);
    }

    private boolean mentionsApart(String text, String curie, String other) {
        Set<String> others =
                labels(other).flatMap(label -> distinctiveWords(label).stream()).collect(Collectors.toSet());
        return labels(curie)
                .anyMatch(label -> text.contains(label) && labels(other).noneMatch(longer -> longer.contains(label))
                        || distinctiveWords(label).stream()
                                .anyMatch(word -> !others.contains(word) && text.contains(word)));
    }

    private Stream<String> labels(String curie) {
        return terms.labels(curie).stream().map(label -> label.toLowerCase(Locale.ROOT));
    }

    private Set<String> distinctiveWords(String label) {
        return Arrays.stream(label.split("[^\\p{L}]+"))
                .filter(word -> word.length() >= LETTERS && terms.isDistinctive(word))
                .collect(Collectors.toSet());
    }

    private static String text(ClaimRow row, ClaimColumn... columns) {
        return Arrays.stream(columns).map(row::text).collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
    }
}
