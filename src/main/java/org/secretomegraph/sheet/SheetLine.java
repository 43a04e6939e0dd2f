package org.secretomegraph.sheet;

import java.util.List;

/** A line of a table, or what cannot be one. */
public sealed interface SheetLine {

    /** The row as a spreadsheet shows it, from 1. */
    long number();

    /** Cells. */
    record Row(long number, List<TextCell> cells) implements SheetLine {}

    /** A comment, without its mark. */
    record Comment(long number, String text) implements SheetLine {}

    /**
     * A line that cannot be read.
     *
     * @param last whether nothing behind it can be read either
     */
    record Unreadable(long number, String text, Fault fault, boolean last) implements SheetLine {}
}
