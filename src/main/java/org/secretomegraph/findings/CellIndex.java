package org.secretomegraph.findings;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.report.Severity;

/**
 * How a claim sheet is laid out, so that a finding on its triples leads back to a cell.
 *
 * @param letters column name to letter, for the columns that the sheet has
 * @param columns property IRI to the name of the column, or of the entry of the header, that states it
 * @param header  rows of what the header states for all claims, by the name of its entry
 * @param firstRows the first row that cites a publication, by its IRI, rows included that cite it in a cell with a
 * fault
 * @param settled cells that a finding on the text speaks of already, and how bad it is: what the shapes say of them
 * too,
 *                unless it is worse, would be one mistake told twice
 * @param odd     which of several cells of a row is to be mended when a rule ties them together
 * @param texts   what stands in the cells; nothing for a cell that is empty
 */
public record CellIndex(Map<String, String> letters, Map<String, String> columns, Map<String, Long> header,
        Map<String, Long> firstRows, Map<Cell, Severity> settled, CellBlame odd,
        Function<Cell, Optional<String>> texts) {

    /** A table without a header, of whose text nothing is told. */
    public static CellIndex of(Map<String, String> letters, Map<String, String> columns) {
        return new CellIndex(letters, columns, Map.of(), Map.of(), Map.of(), (row, names) -> names.get(0),
                cell -> Optional.empty());
    }

    /** A cell by its row and the name of its column. Row 0 stands for all rows. */
    public record Cell(long row, String column) {}

    String letter(String column) {
        return letters.getOrDefault(column, "");
    }

    /**
     * The finding with what stands in its cell, when it names no value: two cells that do not go together each have
     * one.
     */
    Finding withCell(Finding f) {
        return f.value().isPresent() ? f
                : texts.apply(new Cell(f.place().line(), f.place().column())).map(f::withValue).orElse(f);
    }

    /** Whether something as bad is told of this cell already. */
    boolean isSettled(Location place, Severity severity) {
        return Stream.of(new Cell(place.line(), place.column()), new Cell(0, place.column()))
                .anyMatch(cell -> Optional.ofNullable(settled.get(cell)).filter(told -> told.reaches(severity))
                        .isPresent());
    }
}
