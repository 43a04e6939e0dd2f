package org.secretomegraph.curation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.secretomegraph.guard.OddCell;

/**
 * Of cells that do not go together the odd one is none whose term the row's own sentences speak of: beside "functional
 * recovery after stroke" it is the relation {@code promotes}, and not the object, that is wrong. Who is to be asked of those
 * that are left is another.
 */
final class SpokenOf implements OddCell {
    /** Shorter words are too often part of another one. */
    private static final int LETTERS = 5;

    private final Map<Long, ClaimRow> rows;
    private final Vocabulary words;
    private final OddCell others;

    SpokenOf(List<ClaimRow> rows, Vocabulary words, OddCell others) {
        this.rows = rows.stream().collect(Collectors.toMap(ClaimRow::number, Function.identity(), (a, b) -> a));
        this.words = words;
        this.others = others;
    }

    @Override
    public String of(long number, List<String> columns) {
        Optional<ClaimRow> row = Optional.ofNullable(rows.get(number));
        List<String> silent = columns.stream().filter(name -> row.filter(r -> ClaimColumn.named(name)
                .filter(column -> isSpokenOf(r, column)).isPresent()).isEmpty()).toList();
        return others.of(number, silent.isEmpty() ? columns : silent);
    }

    private boolean isSpokenOf(ClaimRow row, ClaimColumn column) {
        String spoken = (row.text(ClaimColumn.FINDING) + " " + row.text(ClaimColumn.TITLE)).toLowerCase(Locale.ROOT);
        return column.holdsTerms() && row.parts(column).stream().flatMap(id -> words.labels(id).stream())
                .map(label -> label.toLowerCase(Locale.ROOT))
                .anyMatch(label -> spoken.contains(label) || Arrays.stream(label.split("[^\\p{L}]+"))
                        .anyMatch(word -> word.length() >= LETTERS && spoken.contains(word) && words.isTelling(word)));
    }
}
