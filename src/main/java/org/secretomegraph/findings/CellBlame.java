package org.secretomegraph.findings;

import java.util.List;

/** Which of several cells of a row that do not go together is the odd one. */
@FunctionalInterface
public interface CellBlame {

    /**
     * @param row     the row as a spreadsheet shows it
     * @param columns the names of at least one column; the first is the answer when nothing speaks against another
     */
    String of(long row, List<String> columns);
}
