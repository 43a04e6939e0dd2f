package org.secretomegraph.curation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One row of a claim sheet.
 *
 * @param number the row as a spreadsheet shows it, from 1
 * @param cells  the text of each column; a column that the sheet lacks is absent
 */
record ClaimRow(long number, Map<ClaimColumn, String> cells) {

    /** The cell's text; empty when nothing is stated. */
    String text(ClaimColumn column) {
        return cells.getOrDefault(column, "");
    }

    boolean has(ClaimColumn column) {
        return !text(column).isEmpty();
    }

    /** The parts of a cell that may hold several, in order. */
    List<String> parts(ClaimColumn column) {
        return Arrays.stream(text(column).split("\\|")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }
}
