package org.secretomegraph.link.intake;

import java.util.EnumMap;
import java.util.List;
import org.secretomegraph.sheet.Column;
import org.secretomegraph.sheet.Fault;
import org.secretomegraph.sheet.SheetRule;
import org.secretomegraph.sheet.TextCell;

/**
 * A row of a table whose columns are declared as {@code C}.
 *
 * @param row    its number, from 1
 * @param places where each column stands
 * @param cells  the cells
 */
record Cells<C extends Enum<C> & Column>(long row, EnumMap<C, Integer> places, List<TextCell> cells) {

    /** The cell's text; empty when there is none. */
    String text(C column) {
        Integer place = places.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place).text();
    }

    boolean has(C column) {
        return !text(column).isEmpty();
    }

    /** The values of a cell; none when it is empty. */
    List<String> values(C column) {
        return has(column) ? column.form().values(text(column)) : List.of();
    }

    /** Tells what is wrong with each cell by itself, and returns whether nothing is. */
    boolean check(FileFindings findings) {
        boolean good = true;
        for (C column : places.keySet()) {
            Fault fault = fault(column);
            if (fault != null) {
                tell(column, fault, findings);
                good = false;
            }
        }
        return good;
    }

    /** Tells something about a cell. */
    void tell(C column, Fault fault, FileFindings findings) {
        findings.cell(row, column, places.get(column), fault, text(column));
    }

    private Fault fault(C column) {
        String text = text(column);
        if (text.isEmpty()) {
            return column.required() ? Fault.of(SheetRule.REQUIRED, "the cell is empty", "Fill it: " + column.meaning() + ".")
                    : null;
        }
        if (TextCell.hasUndecoded(text)) {
            return Fault.of(SheetRule.ENCODING, "bytes in the cell are not UTF-8",
                    "Save the file as UTF-8, or download it again.")
                    .meant(TextCell.asWindows(text));
        }
        return column.form().check(text).orElse(null);
    }
}
