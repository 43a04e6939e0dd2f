package org.secretomegraph.table;

/**
 * How a table is written.
 *
 * @param comment   what a line of comment begins with; empty when there are none
 * @param quoted    whether a spreadsheet may have put cells into quotation marks; if not, a mark is a character like
 * any
 *                  other
 * @param separator what stands between two cells
 */
public record TsvDialect(String comment, boolean quoted, char separator) {

    /** Of a table whose cells are separated by tabs. */
    public TsvDialect(String comment, boolean quoted) {
        this(comment, quoted, '\t');
    }
}
