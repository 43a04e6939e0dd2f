package org.secretomegraph.curation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secretomegraph.guard.Place;
import org.secretomegraph.guard.Spelling;

/**
 * The line of column names, as far as it can be understood.
 *
 * @param columns the column at each place of the line; empty where the name is unknown or stood before
 */
record SheetColumns(List<Optional<ClaimColumn>> columns) {

    static SheetColumns read(long row, List<TextCell> names, SheetFaults faults) {
        Set<ClaimColumn> named = EnumSet.noneOf(ClaimColumn.class);
        names.forEach(name -> ClaimColumn.named(name.text()).ifPresent(named::add));
        Set<ClaimColumn> seen = EnumSet.noneOf(ClaimColumn.class);
        List<Optional<ClaimColumn>> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).text();
            Optional<ClaimColumn> column = ClaimColumn.named(name);
            if (column.isEmpty() && !name.isEmpty()) {
                column = misspelt(name, named);
                unknown(row, i, name, column, faults);
            } else if (column.isPresent() && seen.contains(column.get())) {
                faults.elsewhere(row, name, Place.letter(i), Fault.of(SheetRule.COLUMN_TWICE,
                        "the column stands in the line a second time", "Delete or rename one of the two."), name);
                column = Optional.empty();
            }
            column.ifPresent(seen::add);
            columns.add(column);
            int index = i;
            column.ifPresent(c -> faults.column(c, index));
        }
        missing(row, seen, faults);
        return new SheetColumns(columns);
    }

    /** A name that is nearly that of a column which the line lacks was meant for it: one slip, one finding. */
    private static Optional<ClaimColumn> misspelt(String name, Set<ClaimColumn> named) {
        List<String> free = Arrays.stream(ClaimColumn.values()).filter(c -> !named.contains(c)).map(ClaimColumn::heading)
                .toList();
        Optional<ClaimColumn> meant = Spelling.nearest(name, free).flatMap(ClaimColumn::named);
        meant.ifPresent(named::add);
        return meant;
    }

    private static void unknown(long row, int index, String name, Optional<ClaimColumn> meant, SheetFaults faults) {
        Fault fault = Fault.of(SheetRule.COLUMN, "no column of a claim sheet has this name",
                "Correct the name, or delete the column; what stands in it would be lost.");
        String letter = Place.letter(index);
        faults.elsewhere(row, TextCell.printable(name), letter, meant.map(c -> fault.meant(c.heading())).orElse(fault),
                name);
    }

    private static void missing(long row, Set<ClaimColumn> seen, SheetFaults faults) {
        for (ClaimColumn column : ClaimColumn.values()) {
            if (column.required() && !seen.contains(column)) {
                faults.elsewhere(row, column.heading(), "", Fault.of(SheetRule.COLUMN_MISSING,
                        "the column " + column.heading() + " is missing",
                        "Add it and fill it in each row: " + column.meaning() + "."), "");
                faults.settle(0, column);
            }
        }
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
