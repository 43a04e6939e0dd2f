package org.secretomegraph.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secretomegraph.report.Location;
import org.secretomegraph.vocab.EditDistance;

/**
 * The line of column names, as far as it can be understood.
 *
 * @param columns the column at each place of the line; empty where the name is unknown or stood before
 */
public record HeaderRow<C extends Column>(List<Optional<C>> columns) {

    /** Where faults of the line go. */
    public interface Errors<C> {
        /** A name that cannot be used, and its place in the line. */
        void name(String name, String letter, CellError error);

        /** A required column that the line lacks. */
        void missing(C column, CellError error);
    }

    /** Reads the line; a name that is nearly that of a column which the line lacks was meant for it. */
    public static <C extends Column> HeaderRow<C> read(List<String> names, List<C> known, TableWording kind,
            Errors<C> errors) {
        Set<C> named = new HashSet<>();
        names.forEach(name -> named(name, known).ifPresent(named::add));
        Set<C> seen = new HashSet<>();
        List<Optional<C>> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            String name = names.get(i);
            Optional<C> column = named(name, known);
            if (column.isEmpty() && !name.isEmpty()) {
                column = misspelt(name, known, named).or(() -> standingFor(index, names, known, named));
                CellError error = CellError.of(SheetRule.COLUMN, "no column of " + kind.name() + " has this name",
                        kind.unknown());
                errors.name(name, Location.letter(i), column.map(c -> error.withSuggestion(c.heading())).orElse(error));
            } else if (column.isPresent() && seen.contains(column.get())) {
                errors.name(name, Location.letter(i), CellError.of(SheetRule.COLUMN_TWICE,
                        "the line holds the column a second time", "Delete or rename one of the two."));
                column = Optional.empty();
            }
            column.ifPresent(seen::add);
            columns.add(column);
        }
        known.stream().filter(c -> c.required() && !seen.contains(c)).forEach(c -> errors.missing(c, CellError.of(
                SheetRule.COLUMN_MISSING, "the column " + c.heading() + " is missing",
                kind.missing() + c.meaning() + ".")));
        return new HeaderRow<>(columns);
    }

    private static <C extends Column> Optional<C> named(String name, List<C> known) {
        return known.stream().filter(c -> c.isNamed(name)).findFirst();
    }

    /** Another word between the columns that a column of ours has as its neighbours was meant for it. */
    private static <C extends Column> Optional<C> standingFor(int i, List<String> names, List<C> known, Set<C> named) {
        if (i == 0 || i + 1 >= names.size()) {
            return Optional.empty();
        }
        Optional<C> meant = named(names.get(i - 1), known).map(known::indexOf).filter(k -> k + 2 < known.size()
                && known.get(k + 2).isNamed(names.get(i + 1))).map(k -> known.get(k + 1))
                .filter(c -> !named.contains(c));
        meant.ifPresent(named::add);
        return meant;
    }

    /** One slip, one finding: what was misspelt is not missing too. */
    private static <C extends Column> Optional<C> misspelt(String name, List<C> known, Set<C> named) {
        List<String> free = known.stream().filter(c -> !named.contains(c)).map(Column::heading).toList();
        Optional<C> meant = EditDistance.nearest(name, free).flatMap(heading -> named(heading, known));
        meant.ifPresent(named::add);
        return meant;
    }
}
