package org.secretomegraph.curation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secretomegraph.guard.Place;
import org.secretomegraph.sheet.Fault;
import org.secretomegraph.sheet.Headings;
import org.secretomegraph.sheet.TableKind;
import org.secretomegraph.sheet.TextCell;

/**
 * The line of column names, as far as it can be understood.
 *
 * @param columns the column at each place of the line; empty where the name is unknown or stood before
 */
record SheetColumns(List<Optional<ClaimColumn>> columns) {
    private static final TableKind KIND = new TableKind("a claim sheet",
            "Correct the name, or delete the column; what stands in it would be lost.", "Add it and fill it in each row: ");

    static SheetColumns read(long row, List<TextCell> names, SheetFaults faults) {
        Headings<ClaimColumn> headings = Headings.read(names.stream().map(TextCell::text).toList(),
                List.of(ClaimColumn.values()), KIND, new Headings.Faults<>() {
                    @Override
                    public void name(String name, String letter, Fault fault) {
                        faults.elsewhere(row, TextCell.printable(name), letter, fault, name);
                    }

                    @Override
                    public void missing(ClaimColumn column, Fault fault) {
                        faults.elsewhere(row, column.heading(), "", fault, "");
                        faults.settle(0, column);
                    }
                });
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            headings.columns().get(i).ifPresent(column -> faults.column(column, index));
        }
        return new SheetColumns(headings.columns());
    }

    /** A line below the column names. */
    ClaimRow row(long number, List<TextCell> cells, SheetFaults faults) {
        Map<ClaimColumn, String> texts = new EnumMap<>(ClaimColumn.class);
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            String text = cells.get(i).text();
            columns.get(i).ifPresent(column -> texts.put(column, text));
        }
        ClaimRow row = new ClaimRow(number, texts, cells.size() - columns.size(), beyond(cells));
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            Optional<Fault> quoting = cells.get(i).quoting();
            columns.get(i).ifPresent(column -> quoting.ifPresent(fault -> faults.cell(row, column, fault)));
        }
        return row;
    }

    /** The first cell behind the last column that holds something. */
    private Optional<ClaimRow.Beyond> beyond(List<TextCell> cells) {
        for (int i = columns.size(); i < cells.size(); i++) {
            if (!cells.get(i).text().isEmpty()) {
                return Optional.of(new ClaimRow.Beyond(Place.letter(i), cells.get(i).text()));
            }
        }
        return Optional.empty();
    }
}
