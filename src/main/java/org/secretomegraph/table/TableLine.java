package org.secretomegraph.table;

import java.util.List;

/** A line of a table, or what cannot be one. */
public sealed interface TableLine {

    /** The row as a spreadsheet shows it, from 1. */
    long number();

    /** Cells. */
    record Row(long number, List<RawCell> cells) implements TableLine {}

    /** A comment, without its mark. */
    record Comment(long number, String text) implements TableLine {}

    /**
     * A line that cannot be read.
     *
     * @param last whether nothing behind it can be read either
     */
    record Unreadable(long number, String text, CellError error, boolean last) implements TableLine {}
}
