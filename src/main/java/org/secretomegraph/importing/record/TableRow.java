package org.secretomegraph.importing.record;

import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.Column;
import org.secretomegraph.table.RawCell;
import org.secretomegraph.table.SheetRule;

/**
 * A row of a table whose columns are declared as {@code C}.
 *
 * @param row    its number, from 1
 * @param places where each column stands
 * @param cells  the cells
 */
public record TableRow<C extends Enum<C> & Column>(long row, EnumMap<C, Integer> places, List<RawCell> cells) {

    /** The cell's text; empty when there is none. */
    public String text(C column) {
        Integer place = places.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place).text();
    }

    public boolean has(C column) {
        return !text(column).isEmpty();
    }

    /** The values of a cell; none when it is empty. */
    public List<String> values(C column) {
        return has(column) ? column.form().values(text(column)) : List.of();
    }

    /** Tells what is wrong with each cell by itself, and returns whether nothing is. */
    public boolean check(ImportReport findings) {
        boolean good = true;
        for (C column : places.keySet()) {
            Optional<CellError> fault = fault(column);
            fault.ifPresent(wrong -> report(column, wrong, findings));
            good &= fault.isEmpty();
        }
        return good;
    }

    /** Tells something about the cell of a column that the table has. */
    public void report(C column, CellError fault, ImportReport findings) {
        findings.cell(row, column, Objects.requireNonNull(places.get(column)), fault, text(column));
    }

    private Optional<CellError> fault(C column) {
        String text = text(column);
        if (text.isEmpty()) {
            return column.required()
                    ? Optional.of(CellError.of(SheetRule.REQUIRED, "the cell is empty",
                            "Fill it: " + column.meaning() + "."))
                    : Optional.empty();
        }
        if (RawCell.hasUndecoded(text)) {
            return Optional.of(CellError.of(SheetRule.ENCODING, "bytes in the cell are not UTF-8",
                    "Save the file as UTF-8, or download it again.")
                    .withSuggestion(RawCell.asWindows(text)));
        }
        if (text.indexOf('\r') >= 0) {
            return Optional.of(CellError.of(SheetRule.LINE_BREAK, "a line break stands in the cell",
                    "Write the cell in one line, or download"
                            + " the file again.")
                    .withSuggestion(text.replaceAll("\\s+", " ").strip()));
        }
        return column.form().check(text);
    }
}
