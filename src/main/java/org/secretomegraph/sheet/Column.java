package org.secretomegraph.sheet;

/** A column of a table: its name, how often it is filled, what a cell may hold, and what it says. */
public interface Column {
    /** The column's name, as the heading line or the description of the format has it. */
    String heading();

    /** Whether the table must have the column, and each row a value in it. */
    boolean required();

    /** What the column says, in one line. */
    String meaning();

    /** What a cell holds. */
    default CellForm form() {
        return CellForm.TEXT;
    }

    /** Whether a heading names this column. */
    default boolean isNamed(String written) {
        return heading().equals(written);
    }
}
