package org.secretomegraph.table;

/**
 * A column of a table. Claim sheets and the formats that are imported declare theirs in the same way: an enumeration
 * whose constants each hold one {@link Declared}.
 */
public interface Column {
    /**
     * What is declared of a column.
     *
     * @param heading  the column's name, as the heading line or the description of the format has it
     * @param required whether the table must have the column, and each row a value in it
     * @param form     what a cell holds
     * @param meaning  what the column says, in one line
     */
    record Declared(String heading, boolean required, ValueFormat form, String meaning) {}

    Declared declared();

    /** The column's name. */
    default String heading() {
        return declared().heading();
    }

    /** Whether the table must have the column, and each row a value in it. */
    default boolean required() {
        return declared().required();
    }

    /** What the column says, in one line. */
    default String meaning() {
        return declared().meaning();
    }

    /** What a cell holds. */
    default ValueFormat form() {
        return declared().form();
    }

    /** Whether a heading names this column. */
    default boolean isNamed(String written) {
        return heading().equals(written);
    }
}
