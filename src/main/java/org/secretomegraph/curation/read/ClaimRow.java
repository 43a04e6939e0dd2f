package org.secretomegraph.curation.read;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a claim sheet.
 *
 * @param number  the row as a spreadsheet shows it, from 1
 * @param cells   the text of each column; a column that the sheet lacks, or that lies behind the row's end, is absent
 * @param surplus how many cells more than columns there are; negative when there are fewer
 * @param beyond  the first cell behind the last column, if one holds something
 */
public record ClaimRow(long number, Map<ClaimColumn, String> cells, int surplus, Optional<Beyond> beyond) {

    /** A cell behind the last column: its letter and its text. */
    public record Beyond(String letter, String text) {}

    /** The cell's text; empty when nothing is stated. */
    public String text(ClaimColumn column) {
        return cells.getOrDefault(column, "");
    }

    public boolean has(ClaimColumn column) {
        return !text(column).isEmpty();
    }

    /** The parts of a cell that may hold several, in order. */
    public List<String> parts(ClaimColumn column) {
        return parts(text(column));
    }

    /** The parts of such a cell's text. */
    public static List<String> parts(String text) {
        return Arrays.stream(text.split("\\|")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    /** The row as it is when the headings of two columns are exchanged. */
    public ClaimRow swapped(ClaimColumn one, ClaimColumn other) {
        Map<ClaimColumn, String> texts = new EnumMap<>(cells);
        put(texts, one, cells.get(other));
        put(texts, other, cells.get(one));
        return new ClaimRow(number, texts, surplus, beyond);
    }

    private static void put(Map<ClaimColumn, String> texts, ClaimColumn column, @Nullable String text) {
        if (text == null) {
            texts.remove(column);
        } else {
            texts.put(column, text);
        }
    }
}
