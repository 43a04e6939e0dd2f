package org.secretomegraph.findings;

import java.util.List;

/** Decides which of several inconsistent cells of a row is the one to correct. */
@FunctionalInterface
public interface CellBlame {

    /**
     * @param row number of the row as a spreadsheet shows it
     * @param columns names of the inconsistent columns, at least one; the first is the default
     */
    String of(long row, List<String> columns);
}
