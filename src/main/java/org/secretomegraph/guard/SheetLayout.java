package org.secretomegraph.guard;

import java.util.Map;
import java.util.Set;

/**
 * How a claim sheet is laid out, so that a finding on its triples leads back to a cell.
 *
 * @param letters column name to letter, for the columns that the sheet has
 * @param columns property IRI to the name of the column, or of the entry of the header, that states it
 * @param header  rows of what the header states for all claims, by the name of its entry
 * @param firstRows the first row that cites a publication, by its IRI, rows included that cite it in a cell with a fault
 * @param settled cells that a finding on the text speaks of already: what the shapes say of them too would be one
 *                mistake told twice
 */
public record SheetLayout(Map<String, String> letters, Map<String, String> columns, Map<String, Long> header,
        Map<String, Long> firstRows, Set<Cell> settled) {

    /** A cell by its row and the name of its column. Row 0 stands for all rows. */
    public record Cell(long row, String column) {}

    String letter(String column) {
        return letters.getOrDefault(column, "");
    }

    boolean isSettled(Place place) {
        return settled.contains(new Cell(place.line(), place.column())) || settled.contains(new Cell(0, place.column()));
    }
}
