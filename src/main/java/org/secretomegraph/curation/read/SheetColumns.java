package org.secretomegraph.curation.read;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.secretomegraph.report.Location;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.HeaderRow;
import org.secretomegraph.table.RawCell;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.table.TableWording;

/**
 * The line of column names, as far as it can be understood.
 *
 * @param columns the column at each place of the line; empty where the name is unknown or stood before
 * @param nameless the places that have no name
 */
record SheetColumns(List<Optional<ClaimColumn>> columns, Set<Integer> nameless) {
    private static final TableWording KIND = new TableWording("a claim sheet",
            "Correct the name, or delete the column; its cells would be lost.",
            "Add it and fill it in each row: ");

    static SheetColumns read(long row, List<RawCell> names, SheetErrors errors) {
        HeaderRow<ClaimColumn> headings = HeaderRow.read(names.stream().map(RawCell::text).toList(),
                List.of(ClaimColumn.values()), KIND, new HeaderRow.Errors<>() {
                    @Override
                    public void name(String name, String letter, CellError error) {
                        errors.addAt(row, RawCell.printable(name), letter, error, name);
                    }

                    @Override
                    public void missing(ClaimColumn column, CellError error) {
                        errors.addAt(row, column.heading(), "", error, "");
                        errors.suppress(0, column);
                    }
                });
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            headings.columns().get(i).ifPresent(column -> errors.addColumn(column, index));
        }
        optional(row, i -> i < names.size() && !names.get(i).text().isEmpty() && headings.columns().get(i).isEmpty(),
                errors);
        return new SheetColumns(headings.columns(), IntStream.range(0, names.size())
                .filter(i -> names.get(i).text().isEmpty()).boxed().collect(Collectors.toSet()));
    }

    /**
     * Without the column beside it no identifier can be compared with its label; of another column nothing is stated.
     * A name that cannot be used and stands where the column should is the one mistake.
     */
    private static void optional(long row, IntPredicate isSpoilt, SheetErrors errors) {
        for (ClaimColumn column : ClaimColumn.values()) {
            if (column.required() || errors.hasColumn(column)) {
                continue;
            }
            Optional<ClaimColumn> beside = column.holdsTerms() ? Optional.of(column.labels())
                    : column.content() == ClaimColumn.Content.LABEL ? Optional.of(column.identifiers())
                            : Optional.empty();
            if (column.canBeLeftOut() && beside.filter(errors::hasColumn).isEmpty()) {
                continue;
            }
            CellError error = CellError.of(SheetRule.COLUMN_MISSING, "the column " + column.heading() + " is missing",
                    "Add it, empty"
                            + " where a publication does not state it: " + column.meaning() + ".");
            errors.suppress(0, column);
            if (isSpoilt.test(column.ordinal())) {
                continue;
            }
            errors.addAt(row, column.heading(), "", beside.filter(errors::hasColumn).isPresent() ? error
                    : error.asWarning(), "");
        }
    }

    /** How many names of columns stand in a line. */
    static long known(List<RawCell> cells) {
        return cells.stream().filter(cell -> ClaimColumn.named(cell.text()).isPresent()).count();
    }

    /** A line below the column names. */
    ClaimRow row(long number, List<RawCell> cells, SheetErrors errors) {
        Map<ClaimColumn, String> texts = new EnumMap<>(ClaimColumn.class);
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            String text = cells.get(i).text();
            columns.get(i).ifPresent(column -> texts.put(column, text));
            if (nameless.contains(i) && !text.isEmpty()) {
                errors.addAt(number, "", Location.letter(i),
                        CellError.of(SheetRule.COLUMN, "the cell is in a column without a"
                                + " name", "Name the column, or delete the cell; it would be lost."),
                        text);
            }
        }
        ClaimRow row = new ClaimRow(number, texts, cells.size() - columns.size(), beyond(cells));
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            Optional<CellError> quoting = cells.get(i).quoting();
            columns.get(i).ifPresent(column -> quoting.ifPresent(error -> errors.add(row, column, error)));
        }
        return row;
    }

    /** The first cell behind the last column that holds something. */
    private Optional<ClaimRow.Beyond> beyond(List<RawCell> cells) {
        for (int i = columns.size(); i < cells.size(); i++) {
            if (!cells.get(i).text().isEmpty()) {
                return Optional.of(new ClaimRow.Beyond(Location.letter(i), cells.get(i).text()));
            }
        }
        return Optional.empty();
    }
}
