package org.secretomegraph.findings;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.report.Severity;

/**
 * Leads from triples back to the cells of the table that they come from.
 *
 * @param letters column name to spreadsheet letter, for the columns of the table
 * @param columns property IRI to the name of the column, or of the header entry, that states it
 * @param header rows of the header entries that state something for all claims, by entry name
 * @param firstRows for a publication IRI the first row that cites it, rows with an error in that cell included
 * @param reported cells with a finding on their text, and its severity: a finding of the shapes on the same cell is
 * reported only when it is more severe
 * @param blame decides which of several cells of a row is to be corrected
 * @param cellText the text of a cell; empty for an empty cell
 */
public record CellIndex(Map<String, String> letters, Map<String, String> columns, Map<String, Long> header,
        Map<String, Long> firstRows, Map<Cell, Severity> reported, CellBlame blame,
        Function<Cell, Optional<String>> cellText) {

    /** A table without a header and without findings on its text. */
    public static CellIndex of(Map<String, String> letters, Map<String, String> columns) {
        return new CellIndex(letters, columns, Map.of(), Map.of(), Map.of(), (row, names) -> names.get(0),
                cell -> Optional.empty());
    }

    /** A cell by its row and column name. Row 0 stands for all rows. */
    public record Cell(long row, String column) {}

    String letter(String column) {
        return letters.getOrDefault(column, "");
    }

    /**
     * The finding with the text of its cell as its value, when it has no value: two inconsistent cells each have one.
     */
    Finding withCell(Finding f) {
        return f.value().isPresent() ? f
                : cellText.apply(new Cell(f.place().line(), f.place().column())).map(f::withValue).orElse(f);
    }

    /** Whether a finding of at least this severity is reported for the cell. */
    boolean isReported(Location place, Severity severity) {
        return Stream.of(new Cell(place.line(), place.column()), new Cell(0, place.column()))
                .anyMatch(cell -> Optional.ofNullable(reported.get(cell)).filter(worst -> worst.isAtLeast(severity))
                        .isPresent());
    }
}
