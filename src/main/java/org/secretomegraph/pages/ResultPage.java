package org.secretomegraph.pages;

import java.util.List;

/**
 * A question with its answer as a table.
 *
 * @param question what was asked
 * @param columns  the names above the table
 * @param rows     the rows that are shown
 * @param remark   how many rows there are, and how many are not shown
 */
public record ResultPage(QuestionPage question, List<String> columns, List<Row> rows, String remark) {

    /** One row of the table. */
    public record Row(List<Cell> cells) {}

    /** One value, and where it leads; nowhere when the address is empty. */
    public record Cell(String text, String address) {}
}
