package org.secretomegraph.importing.go;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.secretomegraph.importing.record.GoDatabases;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.importing.record.ImportRule;
import org.secretomegraph.importing.record.TableRow;
import org.secretomegraph.report.Severity;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.Column;
import org.secretomegraph.vocab.EditDistance;

/** What rows of both GO formats are checked for beyond the form of each cell. */
record GoRowCheck(GoDatabases databases) {

    /** The day; empty when the calendar has no such day. */
    static Optional<LocalDate> date(String written, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(written, format.withResolverStyle(ResolverStyle.STRICT)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    <C extends Enum<C> & Column> boolean database(TableRow<C> cells, C column, String name, ImportReport findings) {
        if (databases.isKnown(name)) {
            return true;
        }
        CellError fault = CellError.of(ImportRule.DATABASE, "the database " + name + " is unknown to the Gene Ontology",
                "Write a name of https://github.com/geneontology/go-site/blob/master/metadata/db-xrefs.yaml.");
        cells.report(column, EditDistance.nearest(name, databases.names()).map(fault::withSuggestion).orElse(fault),
                findings);
        return false;
    }

    <C extends Enum<C> & Column> boolean references(TableRow<C> cells, C column, ImportReport findings) {
        return cells.values(column).stream().allMatch(r -> database(cells, column, GoDatabases.prefix(r), findings));
    }

    /** A group that is not listed is told, and the row used: who made an annotation does not change what it says. */
    <C extends Enum<C> & Column> void group(TableRow<C> cells, C column, ImportReport findings) {
        if (!databases.isKnown(cells.text(column))) {
            findings.tally(ImportRule.DATABASE, Severity.INFO, cells.row(), column.heading(), "rows assigned by "
                    + cells.text(column) + ", which the Gene Ontology does not list", cells.text(column),
                    "The rows are used all the same.");
        }
    }
}
